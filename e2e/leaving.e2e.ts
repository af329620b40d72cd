import { expect, request, test } from '@playwright/test';
import { logIn, NO_WORKER, PASSWORD, personAt, PHONE } from './people.js';
import { answer, answerAll, expectAnswered, expectBadge, openSheet, OPERATIONS, SCORER, sendNow } from './scoring.js';

const ACCOUNT = `can-tho.demo-${SCORER}`;
const { E2E_BASE_URL = '' } = process.env;

/** Ends every session of the account, as an administrator or another device would. */
async function endSessions(): Promise<void> {
  const elsewhere = await request.newContext({
    baseURL: E2E_BASE_URL,
    extraHTTPHeaders: { 'X-Requested-With': 'kiemtra' },
  });
  const entered = await elsewhere.post('/api/v1/auth/login', { data: { loginName: ACCOUNT, password: PASSWORD } });
  expect(entered.status()).toBe(200);
  const sessions = (await (await elsewhere.get('/api/v1/auth/sessions')).json()) as {
    id: string;
    isCurrent: boolean;
  }[];
  for (const { id, isCurrent } of sessions) if (!isCurrent) await elsewhere.delete(`/api/v1/auth/sessions/${id}`);
  await elsewhere.post('/api/v1/auth/logout');
  await elsewhere.dispose();
}

test('a session that ends over 120 recorded operations holds up none of them', async ({ browser }) => {
  const page = await personAt(browser, PHONE, SCORER, NO_WORKER);
  await openSheet(page);
  const arrived: string[] = [];
  page.on('response', async (response) => {
    if (!response.url().endsWith('/sync/ops') || response.status() !== 200) return;
    const { lane, receipts } = (await response.json()) as {
      lane: string;
      receipts: { seq: number; outcome: string }[];
    };
    arrived.push(...receipts.map(({ seq, outcome }) => `${lane} ${seq} ${outcome}`));
  });
  await page.route(OPERATIONS, (route) => route.abort());
  // What was put on the wire once never changes: each round is new operations.
  for (const [round, choice] of (['Chưa đạt', 'Đạt', 'Chưa đạt', 'Đạt'] as const).entries()) {
    await answerAll(page, choice, 30);
    await expectBadge(page, `${(round + 1) * 30} mục trên máy`);
    await sendNow(page);
  }
  await endSessions();
  await page.unroute(OPERATIONS);
  await sendNow(page);
  await expectBadge(page, '120 mục chờ đăng nhập lại');
  expect(arrived).toEqual([]);

  await page.getByRole('button', { name: /^Đồng bộ/ }).click();
  await page.getByRole('button', { name: 'Đăng nhập lại', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' });
  await dialog.getByLabel('Mật khẩu').fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Đăng nhập lại', exact: true }).click();
  await expectBadge(page, 'Đã đồng bộ');
  expect(arrived).toHaveLength(120);
  expect(new Set(arrived).size).toBe(120);
  expect(arrived.filter((one) => !one.endsWith(' applied'))).toEqual([]);
});

test('a locked device shows the next person nothing and keeps what waits for the first', async ({ browser }) => {
  const page = await personAt(browser, PHONE, SCORER, NO_WORKER);
  await openSheet(page);
  const sheet = page.url();
  await page.context().route(OPERATIONS, (route) => route.abort());
  await answer(page, 'MC09', 'Chưa đạt');
  await expectBadge(page, '1 mục trên máy');
  const other = await page.context().newPage();
  await other.goto(sheet);
  await expectAnswered(other, 'MC09', 'Chưa đạt');

  await page.goto('/toi');
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.getByRole('dialog', { name: 'Còn 1 mục chưa gửi' }).getByRole('button', { name: 'Khóa máy' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Đăng nhập', exact: true })).toBeVisible();
  // The other page of the first person shows nothing any more.
  await expect(other.getByRole('heading', { level: 1, name: 'Đăng nhập', exact: true })).toBeVisible();
  await other.close();

  await logIn(page, 'can-tho.demo-thanhvien1');
  await page.goto('/hang-doi');
  await expect(page.getByText('Mọi nội dung ghi nhận trên máy này đã có ở hệ thống')).toBeVisible();
  await expectBadge(page, 'Đã đồng bộ');
  await page.goto('/toi');
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Đăng nhập', exact: true })).toBeVisible();

  await logIn(page, ACCOUNT);
  await page.goto('/hang-doi');
  await expect(page.getByRole('list', { name: 'Chờ gửi' }).getByRole('listitem')).toHaveCount(1);
  // The attempt of its own accord has failed: the next one is the person's.
  await expect(page.getByText('Chưa có mạng; máy sẽ tự gửi khi có mạng')).toBeVisible({ timeout: 45_000 });
  await page.context().unroute(OPERATIONS);
  await page.getByRole('button', { name: 'Gửi ngay' }).click();
  await expectBadge(page, 'Đã đồng bộ');
  await page.goto(sheet);
  await expectAnswered(page, 'MC09', 'Chưa đạt');
});
