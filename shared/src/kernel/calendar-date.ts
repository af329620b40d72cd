/** A day in Asia/Ho_Chi_Minh, written YYYY-MM-DD. Never a Date, never an instant. */
export type CalendarDate = string;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY = 86_400_000;
const WEEKDAYS = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'] as const;

/** True for an existing day between the years 1900 and 2199 in the form YYYY-MM-DD. */
export function isCalendarDate(value: unknown): value is CalendarDate {
  if (typeof value !== 'string') return false;
  const match = PATTERN.exec(value);
  if (!match) return false;
  const year = Number(match[1]);
  if (year < 1900 || year > 2199) return false;
  return toIso(Date.parse(`${value}T00:00:00Z`)) === value;
}

function toIso(utc: number): string {
  return Number.isNaN(utc) ? '' : new Date(utc).toISOString().slice(0, 10);
}

function toUtc(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** The day `days` after (or before, when negative) the given one. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return toIso(toUtc(date) + days * DAY);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((toUtc(to) - toUtc(from)) / DAY);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(date: CalendarDate): number {
  return new Date(toUtc(date)).getUTCDay();
}

/** Monday of the week that holds the date. */
export function mondayOf(date: CalendarDate): CalendarDate {
  return addDays(date, -((weekdayOf(date) + 6) % 7));
}

/** The day in Vietnam at an instant (UTC+7 all year, no daylight saving). */
export function dateInVietnam(instant: Date): CalendarDate {
  return toIso(Math.floor((instant.getTime() + 7 * 3_600_000) / DAY) * DAY);
}

/** Screen form: 25/10/2022. */
export function formatDate(date: CalendarDate): string {
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}

/** Screen form with the weekday: "Thứ Ba, 25/10/2022". */
export function formatDateWithWeekday(date: CalendarDate): string {
  return `${WEEKDAYS[weekdayOf(date)]}, ${formatDate(date)}`;
}

/** Time of day in Vietnam: "07:45". */
export function timeInVietnam(instant: Date): string {
  return new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(11, 16);
}

/** Time of day and date in Vietnam, for screens: "10:42, 25/10/2022". */
export function formatInstant(instant: Date): string {
  return `${timeInVietnam(instant)}, ${formatDate(dateInVietnam(instant))}`;
}

/**
 * The date as papers print it: "ngày 05 tháng 01 năm 2026". Days under 10 and the months 1 and 2
 * take a leading zero, other months do not (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.4).
 */
export function formatDecreeDate(date: CalendarDate): string {
  const [year, month, day] = date.split('-');
  const monthNumber = Number(month);
  return `ngày ${day} tháng ${monthNumber <= 2 ? month : String(monthNumber)} năm ${year}`;
}
