import { expect, test, type Locator, type Page } from '@playwright/test';
import { Gateway } from './gateway.js';
import { kept, logIn, PHONE } from './people.js';
import { photosOf } from './photos.js';
import { cardOf, expectBadge, openSheet, SCORER } from './scoring.js';

const { E2E_BASE_URL = '' } = process.env;
const COUNT = 10;
const WORDS = 'MC06';

let gateway: Gateway;
test.beforeEach(async () => {
  gateway = await Gateway.open(E2E_BASE_URL);
});
test.afterEach(() => gateway.close());

const rows = (page: Page): Locator => cardOf(page, WORDS).getByRole('list', { name: 'Ảnh, tệp' }).getByRole('listitem');
const viewLinks = (page: Page): Locator => cardOf(page, WORDS).getByRole('link', { name: /^Xem ảnh/ });

async function sizeOf(page: Page, bytes: Buffer): Promise<{ width: number; height: number }> {
  return page.evaluate(async (base64) => {
    const { width, height } = await createImageBitmap(
      new Blob([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))]),
    );
    return { width, height };
  }, bytes.toString('base64'));
}

test('ten photos taken in a burst without a network arrive small, and one is covered', async ({ browser }) => {
  test.setTimeout(180_000);
  const context = await browser.newContext({ viewport: PHONE, hasTouch: true, isMobile: true, baseURL: gateway.url });
  const page = await context.newPage();
  await logIn(page, `can-tho.demo-${SCORER}`);
  await kept(page);
  await openSheet(page);
  const taken = await photosOf(page, COUNT);

  await gateway.cut(context);
  await expect(cardOf(page, WORDS).getByRole('button', { name: 'Chụp ảnh' })).toBeVisible();
  await cardOf(page, WORDS)
    .getByLabel(/^Chụp ảnh cho tiêu chí/)
    .setInputFiles(taken.map((buffer, n) => ({ name: `anh-${n + 1}.jpg`, mimeType: 'image/jpeg', buffer })));
  await expect(rows(page)).toHaveText(Array(COUNT).fill(/anh-\d+\.jpg · .* · Đã lưu trên máy/), { timeout: 60_000 });

  await page.reload();
  await expect(rows(page)).toHaveCount(COUNT);
  for (const link of await viewLinks(page).all()) {
    await link.evaluate((shown) => shown.scrollIntoView({ block: 'center' }));
    await expect(link.locator('canvas')).toBeVisible({ timeout: 30_000 });
  }

  await gateway.mend(context);
  await expectBadge(page, 'Đã đồng bộ');
  await expect(rows(page)).toHaveText(Array(COUNT).fill(/Đã đồng bộ/), { timeout: 60_000 });
  const ids = (await viewLinks(page).all()).map(async (link) => (await link.getAttribute('href'))?.split('/').at(-2));
  for (const [n, id] of (await Promise.all(ids)).entries()) {
    const sent = await (await page.request.get(`/api/v1/files/${id}`)).body();
    expect(sent.length).toBeLessThan(taken[n]?.length ?? 0);
    expect(await sizeOf(page, sent)).toEqual({ width: 2048, height: 1536 });
    await expect
      .poll(async () => (await page.request.get(`/api/v1/files/${id}/thumbnail`)).status(), { timeout: 60_000 })
      .toBe(200);
  }

  await viewLinks(page).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('img', { name: 'anh-1.jpg' })).toBeVisible();
  await dialog.getByLabel('Chú thích').fill('Quầy số 3');
  await dialog.getByRole('button', { name: 'Che, đánh dấu' }).click();
  const board = (await page.getByRole('dialog').locator('canvas').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(board.x + board.width * 0.2, board.y + board.height * 0.2);
  await page.mouse.down();
  await page.mouse.move(board.x + board.width * 0.7, board.y + board.height * 0.7, { steps: 5 });
  await page.mouse.up();
  await page.getByRole('button', { name: 'Lưu ảnh đã sửa' }).click();
  await expect(dialog.getByRole('img', { name: 'Quầy số 3' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Đóng' }).click();
  await expect(rows(page)).toHaveCount(COUNT);
  await expect(rows(page).first()).toContainText('Quầy số 3');
  await expect(rows(page)).toHaveText(Array(COUNT).fill(/Đã đồng bộ/), { timeout: 60_000 });
  // Whoever is neither head of the team nor of the department has the covered picture alone, also who took it.
  const [original] = await Promise.all(ids);
  expect((await page.request.get(`/api/v1/files/${original}`)).status()).toBe(404);
});
