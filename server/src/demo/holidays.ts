import type { Database } from '../platform/database/database.js';

/** Days off of the demonstration, to be checked against the official notices of each year; the table on screen is editable. */
const HOLIDAYS: [date: string, name: string][] = [
  ['2026-01-01', 'Tết Dương lịch'],
  ['2026-02-16', 'Tết Nguyên đán'],
  ['2026-02-17', 'Tết Nguyên đán'],
  ['2026-02-18', 'Tết Nguyên đán'],
  ['2026-02-19', 'Tết Nguyên đán'],
  ['2026-02-20', 'Tết Nguyên đán'],
  ['2026-04-27', 'Nghỉ bù Giỗ Tổ Hùng Vương (26/04 là Chủ nhật)'],
  ['2026-04-30', 'Ngày Chiến thắng'],
  ['2026-05-01', 'Ngày Quốc tế lao động'],
  ['2026-09-01', 'Quốc khánh'],
  ['2026-09-02', 'Quốc khánh'],
  ['2027-01-01', 'Tết Dương lịch'],
];

export async function addDemoHolidays(db: Database): Promise<void> {
  await db.query(
    `insert into holiday (province_id, date, name, is_working_day)
     select $1, day, name, false from unnest($2::date[], $3::text[]) as listed (day, name)`,
    [db.provinceId, HOLIDAYS.map(([date]) => date), HOLIDAYS.map(([, name]) => name)],
  );
}
