import { expect, type Locator, type Page } from '@playwright/test';

export const OPERATIONS = '**/api/v1/sync/ops';

/** Of the demonstration: a member of the second team. */
export const SCORER = 'thanhvien3';

/** A visit of the second team in the sample campaign, begun by whoever comes first. */
export async function openSheet(page: Page, unit = 'UBND xã Phong Điền'): Promise<void> {
  const listed = await page.request.get('/api/v1/visits?mine=true');
  const visits = (await listed.json()) as { id: string; state: string; target: { name: string } }[];
  const visit = visits.find(({ target }) => target.name === unit);
  await page.goto(`/cuoc-kiem-tra/${visit?.id}`);
  if (visit?.state === 'notified') {
    await page.getByRole('button', { name: 'Bắt đầu kiểm tra' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Bắt đầu kiểm tra' }).click();
  } else {
    await page.getByRole('link', { name: 'Chấm điểm' }).click();
  }
  await expect(cardOf(page, 'MC02')).toBeVisible();
  await expectBadge(page, 'Đã đồng bộ');
}

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

/** Taps the same choice on the first so many criteria that have it; the ledger writes each tap down on its own. */
export async function answerAll(page: Page, choice: 'Đạt' | 'Chưa đạt', count: number): Promise<void> {
  const tapped = await page.evaluate(
    ([name, most]) => {
      const buttons = [...document.querySelectorAll<HTMLButtonElement>('article button')];
      const own = buttons.filter(({ textContent, ariaPressed }) => textContent === name && ariaPressed !== 'true');
      for (const button of own.slice(0, most)) button.click();
      return own.slice(0, most).length;
    },
    [choice, count] as const,
  );
  expect(tapped).toBe(count);
}

/** As a person who does not wait for the next try. */
export async function sendNow(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Đồng bộ/ }).click();
  await page.getByRole('button', { name: 'Gửi ngay' }).click();
  await page.keyboard.press('Escape');
}
