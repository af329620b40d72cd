import type { WorkingCalendar } from '../calendar/index.js';
import type { CalendarDate } from '../kernel/index.js';
import { actsOf, type RemedyState } from './remedy-state.rules.js';

/** Longest term that can be set, in working days: two years. */
export const WORKING_DAYS_MAX = 500;
/** What provinces commonly set for the report on a conclusion (Thông tư 25/2014/TT-BTP). */
export const WORKING_DAYS_USUAL = 20;

/** The due date of a recipient, and how it stands. */
export interface DueView {
  on: CalendarDate;
  /** Working days from today to the due date, negative when it is past; null while it is not the unit's turn. */
  workingDaysLeft: number | null;
  isPast: boolean;
}

/** The last day of the term; day 1 is the first working day after the issue date. Null when no term is set. */
export function dueDate(
  issuedOn: CalendarDate,
  workingDays: number | null,
  calendar: WorkingCalendar,
): CalendarDate | null {
  return workingDays === null ? null : calendar.after(issuedOn, workingDays);
}

/** How a due date stands today; its clock runs while somebody has to keep it. */
export function runningDue(
  on: CalendarDate,
  isRunning: boolean,
  today: CalendarDate,
  calendar: WorkingCalendar,
): DueView {
  return { on, workingDaysLeft: isRunning ? calendar.between(today, on) : null, isPast: isRunning && on < today };
}

/** How the due date stands today. The clock runs only while the unit has something to do. */
export function dueStanding(
  dueOn: CalendarDate | null,
  state: RemedyState,
  today: CalendarDate,
  calendar: WorkingCalendar,
): DueView | null {
  return dueOn === null ? null : runningDue(dueOn, actsOf('unit', state).length > 0, today, calendar);
}
