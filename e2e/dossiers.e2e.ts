import ExcelJS from '@protobi/exceljs';
import { expect, test } from '@playwright/test';
import { PHONE, personAt } from './people.js';
import { expectBadge, openSheet, SCORER } from './scoring.js';

/** A list so long that readers like to unpack it in a worker. */
async function aWorkbook(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Quý I');
  sheet.addRow(['Mã hồ sơ', 'Ngày tiếp nhận', 'Ngày hẹn trả', 'Ngày trả kết quả']);
  for (let row = 0; row < 6000; row += 1) sheet.addRow([`H${row}`, '02/03/2026', '05/03/2026', '04/03/2026']);
  return Buffer.from(await book.xlsx.writeBuffer());
}

test('a sample of dossiers is drawn from a long workbook without a network, and sent when there is one', async ({
  browser,
}) => {
  const page = await personAt(browser, PHONE, SCORER);
  await openSheet(page);
  await page.getByRole('link', { name: 'Mẫu hồ sơ' }).click();
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.context().setOffline(true);
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.getByLabel('Tệp danh sách hồ sơ').setInputFiles({ name: 'ds.xlsx', mimeType, buffer: await aWorkbook() });
  await expect(page.getByText('Đọc được 6.000 hồ sơ.')).toBeVisible();
  await page.getByRole('button', { name: 'Rút 10 hồ sơ' }).click();
  await expect(page.getByRole('heading', { name: 'Đất đai: rút 10/6.000 hồ sơ, đã xem 0' })).toBeVisible();
  await page.context().setOffline(false);
  await expectBadge(page, 'Đã đồng bộ');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Đất đai: rút 10/6.000 hồ sơ, đã xem 0' })).toBeVisible();
  await page.context().close();
});
