/**
 * What is told about a request at a recipient. It follows from the dates, the state, the calendar, the ladder and what was
 * told before, so that a job may run twice, late or not at all: a day brings at most one notice, the newest that nobody has
 * told, and never one again.
 */
import type { WorkingCalendar } from '../calendar/index.js';
import { addDays, dateInVietnam, timeInVietnam, type CalendarDate } from '../kernel/index.js';
import { statesWaitingFor, type RemedyState } from '../remediation/index.js';
import { stepReached, type EscalationLadder } from './escalation.rules.js';

/** A unit is reminded of its due date; a late one is told to those above; the department is reminded of a report. */
export const NOTICE_KINDS = ['due', 'decision', 'escalation'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Working days from the due date on which a unit is reminded; after the last of them every so many days. */
const REMINDED_AT: readonly number[] = [-5, -1, 0, 1];
/** Working days that a report has waited for a decision. */
const DECISION_REMINDED_AT: readonly number[] = [1];
const REMINDED_EVERY = 5;

/** Hour of the day in Vietnam from which the notices of a day are told. */
const REMINDED_FROM = '07:00';

/** The day whose notices may be told now: today from seven in the morning, before that the day before. */
export function reminderDay(now: Date): CalendarDate {
  const today = dateInVietnam(now);
  return timeInVietnam(now) >= REMINDED_FROM ? today : addDays(today, -1);
}

/** The last due date of which anything is told on a day. */
export function lastRemindedDue(today: CalendarDate, calendar: WorkingCalendar): CalendarDate {
  return calendar.after(today, -Math.min(...REMINDED_AT));
}

/** A notice as a fact. */
export interface NoticeFact {
  kind: NoticeKind;
  /** The due date, or for a decision the day of the report: another one begins anew. */
  countedFrom: CalendarDate;
  /** Of an escalation the number of its step, else the planned working days from `countedFrom`, negative before it. */
  step: number;
  /** Working days from `countedFrom` when it was told. */
  days: number;
}

/** A request at a recipient. */
export interface Matter {
  state: RemedyState;
  issuedOn: CalendarDate | null;
  dueOn: CalendarDate | null;
  /** Day of the newest report; null before the first. */
  reportedOn: CalendarDate | null;
}

export interface NoticeDay {
  today: CalendarDate;
  calendar: WorkingCalendar;
  ladder: EscalationLadder;
  /** All notices of the matter. */
  told: readonly NoticeFact[];
}

/** The one notice that is due today, or null. Nothing is told on a day off. */
export function noticeDue({ state, issuedOn, dueOn, reportedOn }: Matter, day: NoticeDay): NoticeFact | null {
  const { today, calendar } = day;
  if (!calendar.isWorkingDay(today)) return null;
  if (dueOn !== null && statesWaitingFor('unit').includes(state)) {
    const term = issuedOn === null ? Infinity : calendar.between(issuedOn, dueOn);
    const days = calendar.between(dueOn, today);
    return (
      escalation(dueOn, days, day) ??
      reminder(
        'due',
        dueOn,
        days,
        day,
        REMINDED_AT.filter((at) => at > -term),
      )
    );
  }
  if (reportedOn !== null && statesWaitingFor('department').includes(state)) {
    return reminder('decision', reportedOn, calendar.between(reportedOn, today), day, DECISION_REMINDED_AT);
  }
  return null;
}

function escalation(dueOn: CalendarDate, days: number, { ladder, told }: NoticeDay): NoticeFact | null {
  const step = stepReached(ladder, days);
  const isTold = told.some((one) => one.kind === 'escalation' && one.countedFrom === dueOn && one.step >= step);
  return step === 0 || isTold ? null : { kind: 'escalation', countedFrom: dueOn, step, days };
}

/** An escalation reminds, too: what was told on the day of a planned reminder or later stands for it. */
function reminder(
  kind: 'due' | 'decision',
  countedFrom: CalendarDate,
  days: number,
  { told }: NoticeDay,
  remindedAt: readonly number[],
): NoticeFact | null {
  const step = newestStep(remindedAt, days);
  const ofKind = (one: NoticeFact) => (one.kind === 'decision') === (kind === 'decision');
  if (step === null || told.some((one) => ofKind(one) && one.countedFrom === countedFrom && one.days >= step))
    return null;
  return { kind, countedFrom, step, days };
}

function newestStep(remindedAt: readonly number[], days: number): number | null {
  const step = remindedAt.filter((at) => at <= days).at(-1);
  if (step === undefined) return null;
  return step === remindedAt.at(-1) ? step + REMINDED_EVERY * Math.floor((days - step) / REMINDED_EVERY) : step;
}
