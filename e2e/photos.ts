import type { Page } from '@playwright/test';

/** Photos as large as phones take them, each different. */
export async function photosOf(page: Page, wanted: number): Promise<Buffer[]> {
  const made = await page.evaluate(async (count) => {
    const canvas = new OffscreenCanvas(3000, 2250);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('The browser gives no canvas.');
    const photo = async (n: number) => {
      for (let spot = 0; spot < 1500; spot += 1) {
        context.fillStyle = `hsl(${(spot * 7 + n * 36) % 360} 60% ${30 + ((spot * 13) % 50)}%)`;
        context.fillRect((spot * 331 + n * 97) % 3000, (spot * 173) % 2250, 260, 180);
      }
      const bytes = new Uint8Array(
        await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 })).arrayBuffer(),
      );
      return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    };
    const all: string[] = [];
    for (let n = 0; n < count; n += 1) all.push(btoa(await photo(n)));
    return all;
  }, wanted);
  return made.map((base64) => Buffer.from(base64, 'base64'));
}
