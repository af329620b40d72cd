import { expect, test, type Browser, type Page } from '@playwright/test';
import { NO_WORKER, personAt, PHONE } from './people.js';
import { answer, cardOf, expectAnswered, expectBadge, openSheet, OPERATIONS, SCORER } from './scoring.js';

/** The sheet on a device of its own. */
async function sheetOf(browser: Browser): Promise<Page> {
  const page = await personAt(browser, PHONE, SCORER, NO_WORKER);
  await openSheet(page);
  return page;
}

test('an answer shown as kept is there after the tab is killed', async ({ browser }) => {
  const page = await sheetOf(browser);
  await page.route(OPERATIONS, (route) => route.abort());
  await answer(page, 'MC02', 'Đạt');
  await expectBadge(page, '1 mục trên máy');
  const [address, context] = [page.url(), page.context()];
  await page.close();

  const reopened = await context.newPage();
  await reopened.route(OPERATIONS, (route) => route.abort());
  await reopened.goto(address);
  await expectAnswered(reopened, 'MC02', 'Đạt');
  await expectBadge(reopened, '1 mục trên máy');
  await reopened.unroute(OPERATIONS);
  await expectBadge(reopened, 'Đã đồng bộ');
});

test('a note that is being typed is there after a reload at once', async ({ browser }) => {
  const page = await sheetOf(browser);
  const card = cardOf(page, 'MC03');
  await card.getByRole('button', { name: 'Ghi chú' }).click();
  await card.getByRole('textbox', { name: 'Ghi chú' }).fill('Bảng niêm yết đặt ở tầng hai');
  await page.reload();
  await expect(card.getByRole('textbox', { name: 'Ghi chú' })).toHaveValue('Bảng niêm yết đặt ở tầng hai');
  await expectBadge(page, 'Đã đồng bộ');
});

test('an answer whose reply was lost is sent again and counted once', async ({ browser }) => {
  const page = await sheetOf(browser);
  const sent: unknown[] = [];
  await page.route(OPERATIONS, async (route) => {
    sent.push(route.request().postDataJSON());
    if (sent.length > 1) return route.continue();
    expect((await route.fetch()).status()).toBe(200);
    return route.abort();
  });
  await answer(page, 'MC07', 'Chưa đạt');
  await expect.poll(() => sent.length, { timeout: 45_000 }).toBeGreaterThan(1);
  await expectBadge(page, 'Đã đồng bộ');
  expect(sent[1]).toEqual(sent[0]);
  await page.reload();
  await expectAnswered(page, 'MC07', 'Chưa đạt');
  await expect(page.getByRole('region', { name: 'Có ý kiến khác nhau' })).toHaveCount(0);
});
