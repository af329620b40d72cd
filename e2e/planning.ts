import { expect, type Page } from '@playwright/test';
import { choose, dayFromToday } from './people.js';

/** From the planner's first page to a stored draft that runs from today for a month. */
export async function writePlan(planner: Page, title: string): Promise<void> {
  await planner.getByRole('link', { name: 'Kế hoạch', exact: true }).click();
  await planner.getByRole('link', { name: 'Lập kế hoạch' }).first().click();
  await planner.getByLabel('Tên kế hoạch').fill(title);
  await choose(planner, 'Cơ quan ban hành', 'Sở Nội vụ', 'so noi vu');
  await choose(planner, 'Bộ tiêu chí', 'Danh mục kiểm tra CCHC tại chỗ, bản 1');
  await planner.getByLabel('Số, ký hiệu').fill('215/KH-SNV');
  await planner.getByRole('textbox', { name: 'Ngày ban hành' }).fill(dayFromToday(-7));
  await planner.getByRole('textbox', { name: 'Kiểm tra từ ngày' }).fill(dayFromToday(0));
  await planner.getByRole('textbox', { name: 'Kiểm tra đến ngày' }).fill(dayFromToday(30));
  await planner.getByRole('button', { name: 'Lưu dự thảo' }).click();
}

/** Picks the units of a draft by what is typed for each. */
export async function pickUnits(planner: Page, units: Record<string, string>): Promise<void> {
  const search = planner.getByRole('combobox', { name: 'Đơn vị được kiểm tra' });
  for (const [typed, unit] of Object.entries(units)) {
    await search.fill(typed);
    await planner.getByRole('option', { name: unit }).click();
  }
  await planner.getByRole('button', { name: 'Lưu đối tượng' }).click();
  await expect(planner.getByText('Đã lưu lúc')).toHaveCount(1);
}

/** One team of people with accounts, its head first, each with the areas they look after; ends on the page of the plan. */
export async function sendTeam(
  planner: Page,
  members: readonly string[],
  areas: Readonly<Record<string, readonly string[]>> = {},
): Promise<void> {
  await planner.getByRole('button', { name: 'Thêm đoàn' }).click();
  for (const member of members) {
    await choose(planner, 'Thêm thành viên có tài khoản', member);
    const own = planner.getByRole('listitem').filter({ has: planner.getByText(member, { exact: true }) });
    for (const area of areas[member] ?? []) await choose(own, 'Lĩnh vực phụ trách', area);
  }
  await planner.getByRole('button', { name: 'Lưu đoàn' }).click();
  await expect(planner.getByText('Đã lưu lúc')).toHaveCount(2);
  await planner.getByRole('link', { name: 'Xem kế hoạch' }).click();
}

export async function planVisit(planner: Page, unit: string, day: string, halfDay: 'Sáng' | 'Chiều'): Promise<void> {
  await planner.getByRole('link', { name: 'Xếp lịch' }).click();
  await choose(planner, 'Đơn vị được kiểm tra', unit);
  await planner.getByRole('textbox', { name: 'Ngày' }).fill(day);
  // The radio itself has no size; its label is what a person presses.
  await planner.getByText(halfDay, { exact: true }).click();
  await planner.getByRole('textbox', { name: 'Nơi làm việc' }).fill('Trung tâm Phục vụ hành chính công');
  await planner.getByRole('button', { name: 'Xếp lịch' }).click();
}

/** When a team has no visit today: the sample campaign sends each to one unit a day from Monday to Friday. */
export async function freeHalfDay(planner: Page, number: 1 | 2 = 1): Promise<'Sáng' | 'Chiều'> {
  const today = dayFromToday(0).split('/').reverse().join('-');
  const answered = await planner.request.get(`/api/v1/visits?from=${today}&to=${today}`);
  const visits = (await answered.json()) as { halfDay: string; state: string; team: { name: string } }[];
  const isTaken = visits.some(
    ({ halfDay, state, team }) => halfDay === 'morning' && state !== 'cancelled' && team.name.endsWith(`số ${number}`),
  );
  return isTaken ? 'Chiều' : 'Sáng';
}
