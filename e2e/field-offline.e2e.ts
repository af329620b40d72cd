import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';
import { Gateway } from './gateway.js';
import { PICTURE } from './papers.js';
import { kept, logIn, PHONE } from './people.js';
import { expectAnswered, expectBadge, openSheet, SCORER } from './scoring.js';

const ANSWERS = 60;
const PHOTOS = 10;

let gateway: Gateway;
let profile: string;
test.beforeEach(async () => {
  gateway = await Gateway.open(process.env['E2E_BASE_URL'] ?? '');
  profile = mkdtempSync(path.join(tmpdir(), 'kiemtra-device-'));
});
test.afterEach(() => {
  gateway.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** The browser of a device whose storage outlives it. */
function startBrowser(): Promise<BrowserContext> {
  const { launchOptions = {} } = test.info().project.use;
  const about = { viewport: PHONE, hasTouch: true, baseURL: gateway.url, locale: 'vi-VN' };
  return chromium.launchPersistentContext(profile, { ...launchOptions, ...about });
}

/** The battery falls out: no page is asked, nothing more is written. */
async function kill(context: BrowserContext): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
  const { id } = processInfo.find(({ type }) => type === 'browser') ?? {};
  if (id === undefined) throw new Error('The browser does not tell its process.');
  const closed = new Promise((resolve) => context.once('close', resolve));
  process.kill(id, 'SIGKILL');
  await closed;
}

/** The first words of every criterion on the sheet: its code. */
function codesOf(page: Page): Promise<string[]> {
  return page
    .getByRole('article')
    .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-criterion') ?? ''));
}

const cardAt = (page: Page, code: string) => page.locator(`[data-criterion="${code}"]`);
const noteOf = (code: string) => `Ghi nhận tại chỗ, ${code}`;

/** Every answer by a tap, and notes until there are enough. */
async function record(page: Page, codes: readonly string[], noted: readonly string[]): Promise<void> {
  for (const code of codes) await cardAt(page, code).getByRole('button', { name: 'Đạt', exact: true }).click();
  for (const code of noted) {
    const card = cardAt(page, code);
    await card.getByRole('button', { name: 'Ghi chú' }).click();
    await card.getByRole('textbox', { name: 'Ghi chú' }).fill(noteOf(code));
    await card.getByRole('textbox', { name: 'Ghi chú' }).blur();
  }
}

test('60 answers and 10 photos outlive a reload, a killed tab and a killed browser without a network', async () => {
  test.setTimeout(240_000);
  const first = await startBrowser();
  const page = await first.newPage();
  await logIn(page, `can-tho.demo-${SCORER}`);
  const loggedInAt = Date.now();
  await kept(page);
  await openSheet(page, 'UBND xã Châu Thành');
  await gateway.cut(first);

  const codes = await codesOf(page);
  const noted = codes.slice(0, ANSWERS - codes.length);
  expect(codes.length + noted.length).toBe(ANSWERS);
  await record(page, codes, noted);
  const [withPhotos = ''] = codes;
  const photos = Array.from({ length: PHOTOS }, (_, n) => ({
    ...PICTURE,
    name: `anh-${n}.png`,
    buffer: Buffer.concat([PICTURE.buffer, Buffer.alloc(2000 * (n + 1), n)]),
  }));
  await cardAt(page, withPhotos)
    .getByLabel(/^Chọn ảnh, tệp/)
    .setInputFiles(photos);
  // A photo counts once, with the operation that announces it.
  const waiting = `${ANSWERS + PHOTOS} mục trên máy`;
  await expectBadge(page, waiting);
  const arrival = codes[20] ?? '';
  await cardAt(page, arrival).getByRole('button', { name: 'Đạt', exact: true }).focus();
  await expect(page).toHaveURL(new RegExp(`tieu-chi=${arrival}$`));
  const address = page.url();

  const expectAll = async (reopened: Page) => {
    await expect(cardAt(reopened, arrival)).toBeInViewport();
    expect(reopened.url()).toBe(address);
    for (const code of codes) await expectAnswered(reopened, code, 'Đạt');
    for (const code of noted) {
      await expect(cardAt(reopened, code).getByRole('textbox', { name: 'Ghi chú' })).toHaveValue(noteOf(code));
    }
    await expect(cardAt(reopened, withPhotos).getByRole('listitem')).toHaveCount(PHOTOS);
    await expectBadge(reopened, waiting);
    await expect(reopened.getByRole('dialog')).toBeHidden();
  };

  await test.step('a reload', async () => {
    await page.reload();
    await expectAll(page);
  });
  await test.step('a killed tab', async () => {
    await page.close();
    const tab = await first.newPage();
    await tab.goto(address);
    await expectAll(tab);
  });
  const last = await test.step('a killed browser', async () => {
    // The browser brings a session to its disk within half a minute; one that it forgets asks to log in again.
    await new Promise((resolve) => setTimeout(resolve, loggedInAt + 40_000 - Date.now()));
    await kill(first);
    const again = await startBrowser();
    await gateway.cut(again);
    const tab = await again.newPage();
    await tab.goto(address);
    await expectAll(tab);
    return tab;
  });
  await test.step('all of it reaches the server once there is a network', async () => {
    await gateway.mend(last.context());
    await expectBadge(last, 'Đã đồng bộ');
    const visit = address.replace(/^.*cham-diem\/([^?]*).*$/, '$1');
    const account = (await (await last.request.get('/api/v1/auth/me')).json()) as { accountId: string };
    const headers = { 'X-Sync-Account': account.accountId };
    const held = await last.request.get(`/api/v1/sync/pack?visit=${visit}`, { headers });
    const { state } = (await held.json()) as { state: { cells: unknown[]; evidence: { isReceived: boolean }[] } };
    expect(state.cells).toHaveLength(ANSWERS);
    expect(state.evidence.map(({ isReceived }) => isReceived)).toEqual(Array.from({ length: PHOTOS }, () => true));
  });
  await last.context().close();
});

test('a visit is ready for the field only once it was read back, and is found without a network', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: PHONE, hasTouch: true, baseURL: gateway.url });
  const page = await context.newPage();
  await logIn(page, `can-tho.demo-${SCORER}`);
  await kept(page);
  const listed = await page.request.get('/api/v1/visits?mine=true');
  const visits = (await listed.json()) as { id: string; target: { name: string } }[];
  const unit = 'Sở Xây dựng';
  await page.goto(`/cuoc-kiem-tra/${visits.find(({ target }) => target.name === unit)?.id}`);
  await page.getByRole('link', { name: 'Mang ra hiện trường' }).click();

  gateway.answers = (address) => (address.startsWith('/api/v1/sync/pack') ? 'nothing' : 'server');
  await page.getByRole('button', { name: 'Mang ra hiện trường' }).click();
  await expect(page.getByText('Chưa sẵn sàng')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Sẵn sàng đi kiểm tra')).toBeHidden();
  gateway.answers = () => 'server';
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await expect(page.getByText('Sẵn sàng đi kiểm tra')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('link', { name: 'Mở phiếu chấm' }).click();
  await expect(page.getByRole('article').first()).toBeVisible();

  await gateway.cut(context);
  await page.goto('/hom-nay');
  await expect(page.getByText('Sẵn sàng đi kiểm tra')).toBeVisible();
  await page.getByRole('link', { name: unit }).click();
  await expect(page.getByRole('article').first()).toBeVisible();

  await page.getByRole('button', { name: 'Tôi đã xong phần của mình' }).click();
  await expect(page.getByText('Đã lưu trên máy, gửi khi có mạng.')).toBeVisible();
  await context.setOffline(false);
  gateway.answers = () => 'server';
  await expectBadge(page, 'Đã đồng bộ');
  await expect(page.getByText('Đã báo xong phần của mình')).toBeVisible();
  await expect(page.getByText('gửi khi có mạng')).toBeHidden();
  await context.close();
});
