import { AREA_CODES } from '../criteria/index.js';
import type { CalendarDate } from '../kernel/index.js';

/** What a plan can be drawn up as. */
export const PLANNED_KINDS = ['scheduled', 'surprise', 'follow_up', 'public_service', 'self', 'supervision'] as const;
/** A record of the past whose source does not tell its kind says so; nobody chooses that. */
export const PLAN_KINDS = [...PLANNED_KINDS, 'unstated'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

export const PLAN_KIND_LABELS: Record<PlanKind, string> = {
  scheduled: 'Theo kế hoạch',
  surprise: 'Đột xuất',
  follow_up: 'Phúc tra',
  public_service: 'Kiểm tra công vụ',
  self: 'Tự kiểm tra',
  supervision: 'Giám sát',
  unstated: 'Không nêu',
};

/** The kinds for which screens have what it takes; the others are only recorded. */
export const OFFERED_PLAN_KINDS = ['scheduled', 'surprise', 'public_service'] as const satisfies readonly PlanKind[];

/** Kinds of which the inspected side learns only when the team has come. */
export const SURPRISE_KINDS: readonly PlanKind[] = ['surprise', 'public_service'];

export const PLAN_STATES = ['draft', 'issued', 'in_progress', 'concluded', 'cancelled'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export const PLAN_STATE_LABELS: Record<PlanState, string> = {
  draft: 'Dự thảo',
  issued: 'Đã ban hành',
  in_progress: 'Đang kiểm tra',
  concluded: 'Đã kết thúc',
  cancelled: 'Đã hủy',
};

/** What may be done with a plan; `staff` changes teams, `schedule` plans visits, `conduct` tells of them and goes there. */
export type PlanAction = 'edit' | 'staff' | 'schedule' | 'conduct' | 'issue' | 'start' | 'conclude' | 'cancel';

export const PLAN_ACTION_LABELS: Record<PlanAction, string> = {
  edit: 'sửa nội dung',
  staff: 'thay đổi đoàn kiểm tra',
  schedule: 'xếp lịch kiểm tra',
  conduct: 'tiến hành kiểm tra',
  issue: 'ban hành',
  start: 'bắt đầu',
  conclude: 'kết thúc',
  cancel: 'hủy',
};

const PLAN_ACTIONS: Record<PlanState, readonly PlanAction[]> = {
  draft: ['edit', 'staff', 'schedule', 'issue', 'cancel'],
  issued: ['staff', 'schedule', 'conduct', 'start', 'cancel'],
  in_progress: ['staff', 'schedule', 'conduct', 'conclude'],
  concluded: [],
  cancelled: [],
};

/** States in which the inspected side may see its own part of a plan. */
export const PLAN_STATES_SHOWN_TO_UNITS: readonly PlanState[] = ['issued', 'in_progress', 'concluded'];

export function canPlan(state: PlanState, action: PlanAction): boolean {
  return PLAN_ACTIONS[state].includes(action);
}

export const TEAM_ROLES = ['lead', 'deputy', 'secretary', 'member'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

export const TEAM_ROLE_LABELS: Record<TeamRole, string> = {
  lead: 'Trưởng đoàn',
  deputy: 'Phó Trưởng đoàn',
  secretary: 'Thư ký',
  member: 'Thành viên',
};

export const PLAN_AREAS = AREA_CODES;
export const TARGETS_MAX = 500;
export const TEAMS_MAX = 30;
export const MEMBERS_MAX = 60;
export const YEAR_MIN = 2000;
export const YEAR_MAX = 2100;

interface PlanDates {
  startsOn?: CalendarDate | null;
  issuedOn?: CalendarDate | null;
  year: number;
}

/**
 * The day whose names the units of a plan bear on its screens and papers: its first day, else its date, else the middle
 * of its year (bodies that a year brings have begun by then: since 01/07/2025 the two-tier ones).
 */
export function namingDateOf({ startsOn, issuedOn, year }: PlanDates): CalendarDate {
  return startsOn ?? issuedOn ?? `${year}-07-01`;
}

/** "Kế hoạch số 12/KH-SNV", or the title while there is no number: how one line names a plan. */
export function planName({ number, title }: { number: string | null; title: string }): string {
  return number === null ? title : `số ${number}`;
}
