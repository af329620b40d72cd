import { expect, test, type Page } from '@playwright/test';
import JSZip from 'jszip';
import { readFile } from 'node:fs/promises';
import { expectOpenToAll } from './accessibility.js';
import { DESK, PHONE, kept, personAt } from './people.js';
import { expectBadge, openSheet, SCORER } from './scoring.js';

/** Draws a signature into the field of the dialog; it ends at this height. */
async function draw(page: Page, height: number): Promise<void> {
  const box = await page.getByLabel('Ô ký: vẽ chữ ký bằng tay, bút hoặc chuột').boundingBox();
  if (!box) throw new Error('There is no field to draw on.');
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...at(0.2, 0.6));
  await page.mouse.down();
  for (const [x, y] of [
    [0.3, 0.2],
    [0.4, 0.7],
    [0.55, 0.3],
    [0.8, height],
  ] as const) {
    await page.mouse.move(...at(x, y), { steps: 8 });
  }
  await page.mouse.up();
}

async function sign(page: Page, role: string, height: number): Promise<void> {
  await page.getByRole('button', { name: `Ký: ${role}` }).click();
  await draw(page, height);
  await page.getByRole('dialog').getByRole('button', { name: 'Ký biên bản' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

async function refuse(page: Page, role: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: `Ký: ${role}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Không ký trên máy' }).click();
  await expect(dialog.getByRole('heading', { name: `Không ký trên máy: ${role}` })).toBeVisible();
  await dialog.getByRole('button', { name: 'Ghi lý do' }).click();
  await expect(dialog.getByText('Chưa ghi lý do')).toBeVisible();
  await dialog.getByLabel('Lý do không ký trên máy').fill(reason);
  await dialog.getByRole('button', { name: 'Ghi lý do' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Bỏ lý do không ký' })).toBeVisible();
}

/** The code beside how the minutes stand, on their own page. */
async function codeOn(page: Page): Promise<string> {
  const code = page.getByRole('status').getByText(/^Mã nội dung: /);
  return code.innerText();
}

/** What the page of the visit says of its minutes. */
const standingOn = (page: Page) => page.getByRole('definition').filter({ hasText: 'Mã nội dung' });

test('minutes are written, signed and taken away as a file without a network, and show what was changed after', async ({
  browser,
}) => {
  const page = await personAt(browser, PHONE, SCORER);
  await openSheet(page);
  const sheet = page.url();
  await kept(page);
  await page.context().setOffline(true);
  await page.getByRole('link', { name: 'Biên bản' }).click();
  await page.getByRole('button', { name: 'Lập biên bản' }).click();
  await page.getByLabel('Giờ bắt đầu').fill('8h00');
  await page.getByLabel('Giờ kết thúc').fill('11:30');
  await page.getByLabel('Địa điểm').fill('Trụ sở UBND phường');
  await page.getByLabel('Họ và tên: Thư ký').fill('Thư ký đoàn');
  await page.getByLabel('Họ và tên: Đại diện đơn vị được kiểm tra').fill('Chủ tịch phường');
  await page.getByLabel('Ý kiến của đơn vị được kiểm tra').fill('Nhất trí với nội dung biên bản.');
  await page.getByLabel('Số bản', { exact: true }).focus();
  await expect(page.getByRole('list', { name: 'Còn thiếu trước khi ký' })).toBeHidden();

  await sign(page, 'Thư ký', 0.6);
  await refuse(page, 'Đại diện đơn vị được kiểm tra', 'Ký trên bản in');
  await expect(page.getByText('Chưa đủ chữ ký')).toBeVisible();
  await sign(page, 'Trưởng đoàn', 0.4);
  await expect(page.getByText('Đã ký đủ, nội dung nguyên vẹn')).toBeVisible();

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải về (Word)' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^bien-ban-kiem-tra_.*\.docx$/);
  const zip = await JSZip.loadAsync(await readFile(await file.path()));
  const xml = (await zip.file('word/document.xml')?.async('text')) ?? '';
  expect(xml).toContain('Nhất trí với nội dung biên bản');
  expect(xml).toContain('(Không ký: Ký trên bản in)');
  expect(Object.keys(zip.files).filter((name) => /^word\/media\/.*\.png$/.test(name))).toHaveLength(2);

  const code = await codeOn(page);

  await page.context().setOffline(false);
  await expectBadge(page, 'Đã đồng bộ');
  const lead = await personAt(browser, DESK, 'truongdoan2');
  await lead.goto(sheet.replace('/cham-diem/', '/cuoc-kiem-tra/'));
  await expect(standingOn(lead)).toContainText('Đã ký đủ, nội dung nguyên vẹn');
  await expect(standingOn(lead)).toContainText(code);
  await expectOpenToAll(lead, 'a visit with its minutes');

  await page.context().setOffline(true);
  await page.goto(sheet);
  await page.locator('[data-criterion] [data-choice][aria-pressed=false]').first().click();
  await page.getByRole('link', { name: 'Biên bản' }).click();
  await expect(page.getByText('Nội dung đã thay đổi sau khi ký', { exact: true })).toBeVisible();
  await page.context().setOffline(false);
  await expectBadge(page, 'Đã đồng bộ');
  await page.reload();
  await expect(page.getByText('Nội dung đã thay đổi sau khi ký', { exact: true })).toBeVisible();
  const changed = await codeOn(page);
  expect(changed).not.toBe(code);
  await lead.reload();
  await expect(standingOn(lead)).toContainText('Nội dung đã thay đổi sau khi ký');
  await expect(standingOn(lead)).toContainText(changed);
  await lead.getByRole('button', { name: 'Chốt' }).click();
  await expect(lead.getByRole('dialog')).toContainText('chữ ký không còn khớp: Thư ký');
  await lead.context().close();
  await page.context().close();
});
