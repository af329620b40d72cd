/**
 * The way of a request at one recipient. The department issues, the unit acknowledges and reports, the department accepts
 * or returns, and what was returned is reported again. A request of the past whose source does not say what became of it
 * stays `unstated`: nobody has to do anything. Server and buttons read this one table.
 */
export const REMEDY_STATES = [
  'draft',
  'issued',
  'acknowledged',
  'reported',
  'returned',
  'accepted',
  'unstated',
] as const;
export type RemedyState = (typeof REMEDY_STATES)[number];

/** States that a recipient may be asked for; drafts are seen only with their request. */
export const ISSUED_STATES = ['issued', 'acknowledged', 'reported', 'returned', 'accepted', 'unstated'] as const;

export const REMEDY_STATE_LABELS: Record<RemedyState, string> = {
  draft: 'Dự thảo',
  issued: 'Chưa xác nhận',
  acknowledged: 'Đang khắc phục',
  reported: 'Chờ xem xét',
  returned: 'Bị trả lại',
  accepted: 'Đã chấp nhận',
  unstated: 'Không nêu',
};

export const REMEDY_ACTS = ['issue', 'acknowledge', 'report', 'return', 'accept'] as const;
export type RemedyAct = (typeof REMEDY_ACTS)[number];

/** As the line of a thread. */
export const REMEDY_ACT_LABELS: Record<RemedyAct, string> = {
  issue: 'Phát hành kiến nghị',
  acknowledge: 'Xác nhận đã nhận',
  report: 'Báo cáo khắc phục',
  return: 'Trả lại',
  accept: 'Chấp nhận',
};

/** Who does it: the department or the addressed unit. */
export type RemedySide = 'department' | 'unit';

const ACT_SIDES: Record<RemedyAct, RemedySide> = {
  issue: 'department',
  acknowledge: 'unit',
  report: 'unit',
  return: 'department',
  accept: 'department',
};

const WAYS: Record<RemedyState, Partial<Record<RemedyAct, RemedyState>>> = {
  draft: { issue: 'issued' },
  issued: { acknowledge: 'acknowledged' },
  acknowledged: { report: 'reported' },
  reported: { return: 'returned', accept: 'accepted' },
  returned: { report: 'reported' },
  accepted: {},
  unstated: {},
};

/** The state after the act, or null when the act is not possible now. */
export function stateAfter(state: RemedyState, act: RemedyAct): RemedyState | null {
  return WAYS[state][act] ?? null;
}

/** What a side may do now. */
export function actsOf(side: RemedySide, state: RemedyState): RemedyAct[] {
  return REMEDY_ACTS.filter((act) => ACT_SIDES[act] === side && stateAfter(state, act) !== null);
}

/** How several recipients stand in one phrase: their common state, else how many are accepted; empty for none. */
export function remedyStandingText(states: readonly RemedyState[]): string {
  const [first] = states;
  if (first === undefined) return '';
  if (states.every((state) => state === first)) return REMEDY_STATE_LABELS[first];
  const accepted = states.filter((state) => state === 'accepted').length;
  return `${REMEDY_STATE_LABELS.accepted} ${accepted}/${states.length}`;
}

/** States in which something issued waits for the side. */
export function statesWaitingFor(side: RemedySide): RemedyState[] {
  return ISSUED_STATES.filter((state) => actsOf(side, state).length > 0);
}
