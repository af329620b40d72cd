import { expect, test } from '@playwright/test';
import { kept, logIn, PHONE } from './people.js';
import { answerAll, expectBadge, openSheet, SCORER, sendNow } from './scoring.js';
import { SlowLine } from './slow-line.js';

const ANSWERS = 100;
const WITHIN_MS = 60_000;
/** 64 kbit/s each way, 800 ms there and back. */
const SLOW = { up: 8_000, down: 8_000, roundTrip: 800 };
/** In the middle of what is sent, twice; before the answer is there, once; then in the middle of it. */
const LOSSES = [{ up: 6_000 }, { up: 12_000 }, { down: 0 }, { down: 700 }];

interface Held {
  state: { cells: { criterion: string; field: string; rev: number; value: { met?: boolean } | null }[] };
}

let line: SlowLine;
test.beforeEach(async () => {
  line = await SlowLine.open(process.env['E2E_BASE_URL'] ?? '');
});
test.afterEach(() => line.close());

test('100 answers reach the server over a slow line that breaks, each once', async ({ browser }) => {
  test.setTimeout(240_000);
  const context = await browser.newContext({ viewport: PHONE, hasTouch: true, baseURL: line.url });
  const page = await context.newPage();
  await logIn(page, `can-tho.demo-${SCORER}`);
  await kept(page);
  await openSheet(page, 'UBND xã Trường Long');
  const visit = page.url().replace(/^.*cham-diem\/([^?]*).*$/, '$1');

  // What was put on the wire once never changes: each round is new operations.
  await context.setOffline(true);
  let recorded = 0;
  for (const [choice, count] of [
    ['Chưa đạt', 38],
    ['Đạt', 38],
    ['Chưa đạt', 24],
  ] as const) {
    await answerAll(page, choice, count);
    recorded += count;
    await expectBadge(page, `${recorded} mục trên máy`);
    await sendNow(page);
  }
  expect(recorded).toBe(ANSWERS);

  line.pace = SLOW;
  line.losses = [...LOSSES];
  line.dropAll();
  const begin = Date.now();
  await context.setOffline(false);
  await expect(page.getByRole('button', { name: 'Đồng bộ: Đã đồng bộ' })).toBeVisible({ timeout: WITHIN_MS });
  test.info().annotations.push({ type: 'drained', description: `${Date.now() - begin} ms` });
  expect(line.cutCount).toBe(LOSSES.length);

  line.pace = null;
  const { accountId } = (await (await page.request.get('/api/v1/auth/me')).json()) as { accountId: string };
  const headers = { 'X-Sync-Account': accountId };
  const { state } = (await (await page.request.get(`/api/v1/sync/pack?visit=${visit}`, { headers })).json()) as Held;
  // A cell counts its changes: none is missing, none came twice.
  expect(state.cells.reduce((sum, { rev }) => sum + rev, 0)).toBe(ANSWERS);
  expect(state.cells.filter(({ value }) => value?.met === false)).toHaveLength(24);
  expect(state.cells.filter(({ value }) => value?.met === true)).toHaveLength(14);
  await context.close();
});
