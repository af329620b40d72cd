import { expect, type Browser, type BrowserContextOptions, type Locator, type Page } from '@playwright/test';

/** The demonstration's password, as `npm start` prints it. */
export const PASSWORD = 'lua vang tren dong 2026';

export const PHONE = { width: 375, height: 720 };
export const DESK = { width: 1440, height: 900 };

/** For who answers requests in the server's place: those of a page that a service worker takes over may pass by unseen. */
export const NO_WORKER: BrowserContextOptions = { serviceWorkers: 'block' };

/** A person at an own device, logged in when `part` names an account of the demonstration: "kehoach". */
export async function personAt(
  browser: Browser,
  viewport: typeof PHONE,
  part?: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const isPhone = viewport.width < 600;
  const context = await browser.newContext({ viewport, hasTouch: isPhone, ...options });
  const page = await context.newPage();
  if (part !== undefined) await logIn(page, `can-tho.demo-${part}`);
  return page;
}

export async function logIn(page: Page, loginName: string, password = PASSWORD): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Tên đăng nhập').fill(loginName);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Hôm nay' })).toBeVisible();
}

/** Waits until the app is on the device and has this page in its care. */
export async function kept(page: Page): Promise<void> {
  const inCare = () => page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  // One that is being loaded at the very moment the worker takes over comes into its care with its next load.
  await inCare().catch(async () => {
    await page.reload();
    await inCare();
  });
}

/** Opens a list of choices and takes one; `typed` narrows the list first. */
export async function choose(within: Page | Locator, field: string, option: string, typed?: string): Promise<void> {
  const input = within.getByRole('combobox', { name: field });
  await input.click();
  if (typed !== undefined) await input.fill(typed);
  const page = 'page' in within ? within.page() : within;
  await page.getByRole('option', { name: option }).click();
  // A list of several choices stays open until it is left.
  await input.blur();
}

/** Asks for an act that is confirmed in a dialog, and waits until it is done. */
export async function confirmAct(page: Page, act: string, says: RegExp | string): Promise<void> {
  await page.getByRole('button', { name: act, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(says);
  await dialog.getByRole('button', { name: act, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** A day of the inspectors' zone as officials type it, DD/MM/YYYY. */
export function dayFromToday(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format(day);
}
