import { expect, type Locator, type Page } from '@playwright/test';

export const OPERATIONS = '**/api/v1/sync/ops';

/** The card of a criterion; `words` begin its text. */
export function cardOf(page: Page, words: string): Locator {
  return page.getByRole('article').filter({ hasText: words });
}

/** One tap. */
export async function answer(page: Page, words: string, choice: 'Đạt' | 'Chưa đạt'): Promise<void> {
  await choiceOf(page, words, choice).click();
}

function choiceOf(page: Page, words: string, choice: 'Đạt' | 'Chưa đạt'): Locator {
  return cardOf(page, words).getByRole('button', { name: choice, exact: true });
}

export async function expectAnswered(page: Page, words: string, choice: 'Đạt' | 'Chưa đạt'): Promise<void> {
  await expect(choiceOf(page, words, choice)).toHaveAttribute('aria-pressed', 'true');
}

/** What the corner says of the device's ledger; sending again by itself may take half a minute. */
export async function expectBadge(page: Page, says: string): Promise<void> {
  await expect(page.getByRole('button', { name: `Đồng bộ: ${says}` })).toBeVisible({ timeout: 45_000 });
}
