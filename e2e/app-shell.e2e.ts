import { expect, test, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { Gateway } from './gateway.js';
import { kept, logIn, PHONE } from './people.js';
import { answer, expectAnswered, expectBadge, openSheet, SCORER } from './scoring.js';

const { E2E_BASE_URL = '', E2E_NEXT_BUILD = '' } = process.env;
const OPERATIONS = '/api/v1/sync/ops';

let gateway: Gateway;
test.beforeEach(async () => {
  gateway = await Gateway.open(E2E_BASE_URL);
});
test.afterEach(() => gateway.close());

async function inspector(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: PHONE, hasTouch: true, baseURL: gateway.url, ...options });
  const page = await context.newPage();
  await logIn(page, `can-tho.demo-${SCORER}`);
  return page;
}

/** Has the worker read every file back. */
function proof(page: Page): Promise<{ files: number; missing: string[] }> {
  return page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    const { port1, port2 } = new MessageChannel();
    active?.postMessage('prove', [port2]);
    return new Promise((resolve) => {
      port1.addEventListener('message', ({ data }) => resolve(data as { files: number; missing: string[] }));
      port1.start();
    });
  });
}

/** Looks for a new build, as the app does when the network comes back. */
function lookForUpdate(page: Page): Promise<void> {
  return page.evaluate(() => void window.dispatchEvent(new Event('online')));
}

function scriptOf(page: Page): Promise<string | null> {
  return page.locator('script[type=module]').first().getAttribute('src');
}

test('the app starts without a network after one visit, on a page that was never opened', async ({ browser }) => {
  const page = await inspector(browser);
  await kept(page);
  const { files, missing } = await proof(page);
  expect(files).toBeGreaterThan(50);
  expect(missing).toEqual([]);
  const context = page.context();
  await gateway.cut(context);
  await page.close();

  const reopened = await context.newPage();
  await reopened.goto('/toi');
  await expect(reopened.getByText(`can-tho.demo-${SCORER}`)).toBeVisible();
  await reopened.goto('/cham-diem/0199a000-0000-7000-8000-000000000000');
  await expect(reopened.getByRole('heading', { level: 1, name: 'Phiếu chấm' })).toBeVisible();
  await expectBadge(reopened, 'Đã đồng bộ');
});

test('who has logged out is not let in without a network', async ({ browser }) => {
  const page = await inspector(browser);
  await kept(page);
  await page.goto('/toi');
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Đăng nhập', exact: true })).toBeVisible();
  gateway.answers = () => 'nothing';
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Chưa kết nối được' })).toBeVisible();
});

test('a new build waits for the person and takes nothing from what is not sent', async ({ browser }) => {
  const page = await inspector(browser);
  await kept(page);
  await openSheet(page);
  const other = await page.context().newPage();
  await other.goto('/hom-nay');
  await expect(other.getByRole('heading', { level: 1, name: 'Hôm nay' })).toBeVisible();
  gateway.answers = (address) => (address === OPERATIONS ? 'nothing' : 'server');
  await answer(page, 'MC04', 'Đạt');
  await answer(page, 'MC05', 'Chưa đạt');
  await expectBadge(page, '2 mục trên máy');

  gateway.build = E2E_NEXT_BUILD;
  const before = await scriptOf(page);
  await lookForUpdate(page);
  await expect(page.getByText('Có bản mới.')).toBeVisible();
  await expectAnswered(page, 'MC04', 'Đạt');
  expect(await scriptOf(page)).toBe(before);

  await page.getByRole('button', { name: 'Cập nhật' }).click();
  await expect.poll(() => scriptOf(page)).toContain('/assets/next/');
  await expectAnswered(page, 'MC05', 'Chưa đạt');
  await expectBadge(page, '2 mục trên máy');

  // The other page was not asked: it goes on with the older build, whose files the server no longer has.
  await other.getByRole('link', { name: 'Tôi', exact: true }).click();
  await expect(other.getByText(`can-tho.demo-${SCORER}`)).toBeVisible();
  expect(await scriptOf(other)).toBe(before);
  gateway.answers = () => 'server';
  await expectBadge(page, 'Đã đồng bộ');
});

test('a start with no other page takes the new build by itself and lets go of the older', async ({ browser }) => {
  const page = await inspector(browser);
  await kept(page);
  gateway.build = E2E_NEXT_BUILD;
  await lookForUpdate(page);
  await expect(page.getByText('Có bản mới.')).toBeVisible();
  // A worker that has not yet ended its work is waited for, and each start gives it more: as often as a person starts the app.
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Hôm nay' })).toBeVisible();
    expect(await scriptOf(page)).toContain('/assets/next/');
  }).toPass({ intervals: [4000] });
  await expect
    .poll(async () => {
      await page.reload();
      return page.evaluate(async () => (await caches.keys()).length);
    })
    .toBe(1);
});

for (const portal of ['portal', 'portal-redirect', 'portal-511'] as const) {
  test(`a network that wants a log-in first (${portal}) changes nothing on the device`, async ({ browser }) => {
    const page = await inspector(browser);
    await kept(page);
    await openSheet(page);
    gateway.answers = () => portal;
    const choice = portal === 'portal-redirect' ? 'Chưa đạt' : 'Đạt';
    await answer(page, 'MC06', choice);
    await expectBadge(page, '1 mục trên máy');
    await lookForUpdate(page);
    await page.reload();
    await expectAnswered(page, 'MC06', choice);
    await expectBadge(page, '1 mục trên máy');
    expect((await proof(page)).missing).toEqual([]);

    // The worker of a new build gets through, its files do not: it never comes to be.
    gateway.build = E2E_NEXT_BUILD;
    gateway.answers = (address) => (address === '/sw.js' ? 'server' : portal);
    await lookForUpdate(page);
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).installing === null))
      .toBe(true);
    await expect(page.getByText('Có bản mới.')).toBeHidden();
    expect((await proof(page)).missing).toEqual([]);

    gateway.build = null;
    gateway.answers = () => 'server';
    await page.reload();
    await expectAnswered(page, 'MC06', choice);
    await expectBadge(page, 'Đã đồng bộ');
  });
}

test('a service worker that is switched off goes, with the files of the app and nothing else', async ({ browser }) => {
  const page = await inspector(browser);
  await kept(page);
  await openSheet(page);
  gateway.answers = (address) => (address === OPERATIONS ? 'nothing' : 'server');
  await answer(page, 'MC08', 'Đạt');
  await expectBadge(page, '1 mục trên máy');
  gateway.build = E2E_NEXT_BUILD;
  gateway.instead.set('/sw.js', '/sw-off.js');
  await lookForUpdate(page);
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(0);

  gateway.build = null;
  await page.reload();
  await expectAnswered(page, 'MC08', 'Đạt');
  await expectBadge(page, '1 mục trên máy');
  gateway.answers = () => 'server';
  await expectBadge(page, 'Đã đồng bộ');
});

test('a page that is not on the device leaves the one in hand until it comes', async ({ browser }) => {
  const page = await inspector(browser, { serviceWorkers: 'block' });
  await page.waitForLoadState('networkidle');
  gateway.answers = () => 'nothing';
  await page.getByRole('link', { name: 'Tôi', exact: true }).click();
  await expect(page.getByText('Chưa mở được trang vừa chọn')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Hôm nay' })).toBeVisible();
  gateway.answers = () => 'server';
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await expect(page.getByText(`can-tho.demo-${SCORER}`)).toBeVisible();
  await expect(page.getByText('Chưa mở được trang vừa chọn')).toBeHidden();
  await expect
    .poll(() =>
      page.evaluate(() =>
        [...document.querySelectorAll('link')].filter(({ rel, sheet }) => rel === 'stylesheet' && !sheet),
      ),
    )
    .toEqual([]);
});
