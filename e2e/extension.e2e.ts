import { expect, test, type Page } from '@playwright/test';
import { expectOpenToAll } from './accessibility.js';
import { confirmAct, dayFromToday, DESK, personAt, PHONE } from './people.js';

const UNIT = 'UBND phường Phú Lợi';
const REQUEST = 'Thực hiện xin lỗi bằng văn bản đối với toàn bộ hồ sơ quá hạn.';

/** The first working day so many days from today, as officials type it. */
async function workingDayFrom(page: Page, days: number): Promise<string> {
  const [day, month, year] = dayFromToday(days).split('/');
  const date = `${year}-${month}-${day}`;
  const answered = await page.request.get(`/api/v1/holidays?year=${year}`);
  const holidays = (await answered.json()) as { date: string; isWorkingDay: boolean }[];
  const isOff = [0, 6].includes(new Date(date).getUTCDay()) || holidays.some((holiday) => holiday.date === date);
  return isOff ? workingDayFrom(page, days + 1) : dayFromToday(days);
}

/** Opens the request from the first page of the unit. */
async function openTask(officer: Page): Promise<void> {
  await officer.getByRole('link', { name: 'Hôm nay' }).click();
  await officer.getByRole('link', { name: REQUEST }).click();
}

async function askUntil(officer: Page, until: string, reason: string): Promise<void> {
  await officer.getByRole('button', { name: 'Đề nghị gia hạn' }).click();
  const dialog = officer.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Gia hạn đến ngày' }).fill(until);
  await dialog.getByRole('textbox', { name: 'Lý do' }).fill(reason);
  await dialog.getByRole('button', { name: 'Đề nghị gia hạn' }).click();
  await expect(dialog).toBeHidden();
}

async function report(officer: Page, text: string): Promise<void> {
  await officer.reload();
  await officer.getByRole('radio', { name: 'Đã khắc phục' }).check();
  await officer.getByRole('textbox', { name: 'Kết quả khắc phục' }).fill(text);
  await officer.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await expect(officer.getByText('Chờ xem xét')).toBeVisible();
}

async function sayWhy(planner: Page, act: string, field: string, reason: string): Promise<void> {
  await planner.reload();
  await planner.getByRole('button', { name: act, exact: true }).click();
  const dialog = planner.getByRole('dialog');
  await dialog.getByRole('textbox', { name: field }).fill(reason);
  await dialog.getByRole('button', { name: act, exact: true }).click();
  await expect(dialog).toBeHidden();
}

test('more time is refused, then granted; a report is returned twice, then accepted', async ({ browser }) => {
  test.setTimeout(180_000);
  const officer = await personAt(browser, PHONE, 'donvi1');
  const planner = await personAt(browser, DESK, 'kehoach');
  const [first, second] = [await workingDayFrom(officer, 30), await workingDayFrom(officer, 14)];

  await test.step('the unit asks for more time, with a date and a reason', async () => {
    await officer.getByRole('link', { name: REQUEST }).click();
    await officer.getByRole('button', { name: 'Đề nghị gia hạn' }).click();
    await expectOpenToAll(officer, 'asking for more time');
    await officer.getByRole('button', { name: 'Quay lại' }).click();
    await expect(officer.getByRole('dialog')).toBeHidden();
    await askUntil(officer, first, 'Còn 2 hồ sơ chưa liên hệ được người dân.');
    await officer.getByRole('link', { name: 'Hôm nay' }).click();
    const task = officer.getByRole('listitem').filter({ hasText: REQUEST });
    await expect(task).toContainText(`Đã đề nghị gia hạn đến ${first}, chờ Sở xem xét.`);
  });

  await test.step('the planner finds it among what waits, and refuses with the reason', async () => {
    await planner.reload();
    const waiting = planner.getByRole('region', { name: 'Báo cáo khắc phục, đề nghị gia hạn chờ xem xét' });
    const asked = waiting.getByRole('listitem').filter({ hasText: `Đã đề nghị gia hạn đến ${first}` });
    await asked.getByRole('link', { name: UNIT }).click();
    await expect(planner.getByText('Còn 2 hồ sơ chưa liên hệ được người dân.').first()).toBeVisible();
    await expectOpenToAll(planner, 'deciding about more time');
    await sayWhy(planner, 'Không gia hạn', 'Lý do', 'Thời gian đề nghị quá dài.');
  });

  await test.step('the unit reads the reason and asks for less', async () => {
    await openTask(officer);
    await expect(officer.getByText('Thời gian đề nghị quá dài.')).toBeVisible();
    await askUntil(officer, second, 'Xin thêm thời gian cho 2 hồ sơ còn lại.');
  });

  await test.step('the planner grants it, and the unit sees the new date beside the old one', async () => {
    await planner.reload();
    await confirmAct(planner, 'Gia hạn', `Đơn vị đề nghị ${second}`);
    await expect(planner.getByText(new RegExp(`^Hạn ban đầu .*, gia hạn lần 1 đến ${second}$`))).toBeVisible();
    await officer.getByRole('link', { name: 'Hôm nay' }).click();
    const task = officer.getByRole('listitem').filter({ hasText: REQUEST });
    await expect(task).toContainText(`Hạn ${second}`);
    await expect(task).toContainText('hạn ban đầu');
    await task.getByRole('link', { name: 'Báo cáo khắc phục' }).click();
  });

  await test.step('the report is returned twice, then accepted', async () => {
    await report(officer, 'Đã xin lỗi 2 hồ sơ.');
    await sayWhy(planner, 'Trả lại', 'Lý do trả lại', 'Còn 2 hồ sơ.');
    await report(officer, 'Đã xin lỗi 3 hồ sơ.');
    await sayWhy(planner, 'Trả lại', 'Lý do trả lại', 'Còn 1 hồ sơ.');
    await report(officer, 'Đã xin lỗi đủ 4 hồ sơ.');
    await planner.reload();
    await confirmAct(planner, 'Chấp nhận', UNIT);
    await officer.reload();
    await expect(officer.getByText('Đã chấp nhận').first()).toBeVisible();
    const said = officer.getByRole('listitem').filter({ has: officer.getByText(/·.*,/) });
    for (const words of ['Còn 2 hồ sơ.', 'Còn 1 hồ sơ.', 'Đã xin lỗi đủ 4 hồ sơ.']) {
      await expect(said.filter({ hasText: words })).toHaveCount(1);
    }
  });
});
