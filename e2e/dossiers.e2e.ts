import ExcelJS from '@protobi/exceljs';
import { expect, test } from '@playwright/test';
import { conflictIn, expectBothWords, settle } from './conflicts.js';
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

const LEAD = 'Trưởng đoàn số 2 (trình diễn)';
const MEMBER = 'Thành viên 3, đoàn số 2 (trình diễn)';

/** A list of so many dossiers as it is copied out of a sheet. */
const aList = (count: number) =>
  [
    'Mã hồ sơ\tNgày tiếp nhận\tNgày hẹn trả\tNgày trả kết quả',
    ...Array.from({ length: count }, (_, row) => `HT-2026-${row}\t02/03/2026\t05/03/2026\t04/03/2026`),
  ].join('\n');

test('two devices draw a sample of one field without a network: both are kept, and the lead settles it', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const [lead, member] = [await personAt(browser, PHONE, 'truongdoan2'), await personAt(browser, PHONE, SCORER)];
  for (const [page, count] of [
    [lead, 40],
    [member, 25],
  ] as const) {
    await openSheet(page);
    await page.getByRole('link', { name: 'Mẫu hồ sơ' }).click();
    await page.waitForLoadState('networkidle');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Hộ tịch' }).click();
    await page.getByRole('textbox', { name: 'Dán danh sách hồ sơ' }).fill(aList(count));
    await page.getByRole('button', { name: 'Rút 10 hồ sơ' }).click();
    await expect(page.getByRole('heading', { name: `Hộ tịch: rút 10/${count} hồ sơ, đã xem 0` })).toBeVisible();
  }
  for (const page of [lead, member]) {
    await page.context().setOffline(false);
    await expectBadge(page, 'Đã đồng bộ');
    await page.reload();
  }
  await lead.reload();
  for (const page of [lead, member]) {
    await expectBothWords(page, conflictIn(page, 'mẫu hồ sơ này'), [
      [LEAD, 'Hộ tịch: rút 10/40 hồ sơ, đã xem 0'],
      [MEMBER, 'Hộ tịch: rút 10/25 hồ sơ, đã xem 0'],
    ]);
  }

  await settle(lead, 'mẫu hồ sơ này', MEMBER);
  await expectBadge(lead, 'Đã đồng bộ');
  await member.reload();
  for (const page of [lead, member]) {
    await expect(page.getByRole('heading', { name: 'Hộ tịch: rút 10/25 hồ sơ, đã xem 0' })).toBeVisible();
    await expect(conflictIn(page, 'mẫu hồ sơ này')).toHaveCount(0);
    await page.context().close();
  }
});
