/** What two people say differently, as both read it on a phone. */
import { expect, type Locator, type Page } from '@playwright/test';
import { expectOpenToAll } from './accessibility.js';
import { PHONE } from './people.js';

export const conflictIn = (page: Page, about: string): Locator =>
  page.getByRole('region', { name: `Có ý kiến khác nhau về ${about}` });

/** The word of each with who said it and when; wide enough for a thumb, and nothing scrolls sideways. */
export async function expectBothWords(
  page: Page,
  conflict: Locator,
  words: readonly (readonly [who: string, word: string])[],
): Promise<void> {
  await expect(conflict.getByRole('listitem')).toHaveCount(2);
  for (const [who, word] of words) {
    const said = conflict.getByRole('listitem').filter({ hasText: who });
    await expect(said.getByText(word)).toBeVisible();
    await expect(said).toContainText(/\d{2}:\d{2}, \d{2}\/\d{2}\/\d{4}/);
  }
  for (const button of await conflict.getByRole('button').all())
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await expectOpenToAll(page, 'two words');
}

/** Takes the word of one of them. */
export async function settle(page: Page, about: string, who: string): Promise<void> {
  const conflict = conflictIn(page, about);
  await conflict.getByRole('listitem').filter({ hasText: who }).getByRole('button', { name: 'Chọn' }).click();
  await expect(conflict).toBeHidden();
}
