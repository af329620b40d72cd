import type { WorkingCalendar } from '../calendar/index.js';
import { formatDate, type CalendarDate } from '../kernel/index.js';
import { WORKING_DAYS_MAX } from './due.rules.js';
import { actsOf, type RemedySide, type RemedyState } from './remedy-state.rules.js';

/**
 * More time for a recipient. The unit asks, the department grants or refuses; the request itself goes on in its own state
 * and its clock runs on. One ask is open at a time, and a report ends it unanswered: there is nothing left to ask for.
 */
export const EXTENSION_ACTS = ['ask_extension', 'grant_extension', 'refuse_extension'] as const;
export type ExtensionAct = (typeof EXTENSION_ACTS)[number];

/** As the line of a thread. */
export const EXTENSION_ACT_LABELS: Record<ExtensionAct, string> = {
  ask_extension: 'Đề nghị gia hạn',
  grant_extension: 'Gia hạn',
  refuse_extension: 'Không gia hạn',
};

/** What an extension is decided by. */
export interface ExtensionStanding {
  state: RemedyState;
  /** The due date that counts today; null when none was set. */
  dueOn: CalendarDate | null;
  /** The date that the open ask proposes; null when none is open. */
  askedUntil: CalendarDate | null;
}

/** What a side may do now about more time. */
export function extensionActsOf(side: RemedySide, { state, dueOn, askedUntil }: ExtensionStanding): ExtensionAct[] {
  if (side === 'department') return askedUntil === null ? [] : ['grant_extension', 'refuse_extension'];
  return actsOf('unit', state).length > 0 && dueOn !== null && askedUntil === null ? ['ask_extension'] : [];
}

/** What is wrong with a new due date, asked for or granted; null when nothing is. `dueOn` is the one it replaces. */
export function extensionFault(
  until: CalendarDate,
  dueOn: CalendarDate,
  today: CalendarDate,
  calendar: WorkingCalendar,
): string | null {
  if (until <= dueOn) return `Hạn mới phải sau thời hạn hiện nay là ${formatDate(dueOn)}.`;
  if (until < today) return 'Hạn mới không được trước hôm nay.';
  if (!calendar.isWorkingDay(until)) return 'Hạn mới phải là ngày làm việc.';
  const last = calendar.after(today > dueOn ? today : dueOn, WORKING_DAYS_MAX);
  return until > last ? `Không gia hạn quá ${WORKING_DAYS_MAX} ngày làm việc.` : null;
}

/** "Hạn ban đầu 15/05/2026, gia hạn lần 1 đến 29/05/2026"; `extensions` are the dates granted, in order. */
export function dueHistoryText(firstDueOn: CalendarDate, extensions: readonly CalendarDate[]): string {
  const granted = extensions.map((until, index) => `gia hạn lần ${index + 1} đến ${formatDate(until)}`);
  return [`Hạn ban đầu ${formatDate(firstDueOn)}`, ...granted].join(', ');
}
