import { formatDateWithWeekday, type CalendarDate } from '../kernel/index.js';

export const HALF_DAYS = ['morning', 'afternoon'] as const;
export type HalfDay = (typeof HALF_DAYS)[number];

export const HALF_DAY_LABELS: Record<HalfDay, string> = { morning: 'sáng', afternoon: 'chiều' };

export const VISIT_MODES = ['direct', 'indirect'] as const;
export type VisitMode = (typeof VISIT_MODES)[number];

export const VISIT_MODE_LABELS: Record<VisitMode, string> = {
  direct: 'Trực tiếp tại đơn vị',
  indirect: 'Gián tiếp qua báo cáo, hồ sơ',
};

export const VISIT_STATES = ['planned', 'notified', 'in_progress', 'finalised', 'cancelled'] as const;
export type VisitState = (typeof VISIT_STATES)[number];

export const VISIT_STATE_LABELS: Record<VisitState, string> = {
  planned: 'Dự kiến',
  notified: 'Đã thông báo',
  in_progress: 'Đang kiểm tra',
  finalised: 'Đã chốt',
  cancelled: 'Đã hủy',
};

/** Visits that still wait for something. */
export const OPEN_VISIT_STATES: readonly VisitState[] = ['planned', 'notified', 'in_progress'];

/** Visits the inspected side may see; at a surprise only those that have begun. */
export const VISIT_STATES_SHOWN_TO_UNITS: readonly VisitState[] = ['notified', 'in_progress', 'finalised'];

/** Visits at which the team has come: from here on the inspected side knows even of a surprise. */
export const BEGUN_VISIT_STATES: readonly VisitState[] = ['in_progress', 'finalised'];

export type VisitAction = 'edit' | 'notify' | 'check_in' | 'finalise' | 'reopen' | 'cancel';

export const VISIT_ACTION_LABELS: Record<VisitAction, string> = {
  edit: 'sửa lịch',
  notify: 'thông báo',
  check_in: 'bắt đầu',
  finalise: 'chốt',
  reopen: 'mở lại',
  cancel: 'hủy',
};

/** A surprise is never notified, so a visit may begin from `planned`. */
const VISIT_ACTIONS: Record<VisitState, readonly VisitAction[]> = {
  planned: ['edit', 'notify', 'check_in', 'cancel'],
  notified: ['edit', 'check_in', 'cancel'],
  in_progress: ['finalise'],
  finalised: ['reopen'],
  cancelled: [],
};

export function canVisit(state: VisitState, action: VisitAction): boolean {
  return VISIT_ACTIONS[state].includes(action);
}

export const PEOPLE_MAX = 100;
export const REOPEN_REASON_MAX = 1000;

/** "Thứ Ba, 25/10/2022 · sáng"; without a date, as at some visits of the past, "chưa rõ ngày". */
export function visitTimeText({ date, halfDay }: { date: CalendarDate | null; halfDay: HalfDay | null }): string {
  if (date === null) return 'chưa rõ ngày';
  const day = formatDateWithWeekday(date);
  return halfDay === null ? day : `${day} · ${HALF_DAY_LABELS[halfDay]}`;
}
