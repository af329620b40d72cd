import { expect, type Browser, type Page } from '@playwright/test';

/** The demonstration's password, as `npm start` prints it. */
const PASSWORD = 'lua vang tren dong 2026';

export const PHONE = { width: 375, height: 720 };
export const DESK = { width: 1440, height: 900 };

/** A person at an own device, logged in when `part` names an account of the demonstration: "kehoach". */
export async function personAt(browser: Browser, viewport: typeof PHONE, part?: string): Promise<Page> {
  const isPhone = viewport.width < 600;
  const context = await browser.newContext({ viewport, hasTouch: isPhone });
  const page = await context.newPage();
  if (part !== undefined) await logIn(page, `can-tho.demo-${part}`);
  return page;
}

async function logIn(page: Page, loginName: string, password = PASSWORD): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Tên đăng nhập').fill(loginName);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Hôm nay' })).toBeVisible();
}
