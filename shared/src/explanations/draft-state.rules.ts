/**
 * The way of a draft conclusion of one target: it is prepared, put to the unit for its words, and closed when everything
 * that was disputed is decided. Server and buttons read this one table.
 */
export const DRAFT_STATES = ['preparing', 'put', 'closed'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

/** States of which the unit knows. */
export const TOLD_DRAFT_STATES = ['put', 'closed'] as const;

export const DRAFT_STATE_LABELS: Record<DraftState, string> = {
  preparing: 'Đang soạn',
  put: 'Đang lấy ý kiến đơn vị',
  closed: 'Đã chốt',
};

export type DraftAct = 'revise' | 'discard' | 'put' | 'explain' | 'decide' | 'close';

const DRAFT_ACTS: Record<DraftState, readonly DraftAct[]> = {
  preparing: ['revise', 'discard', 'put'],
  put: ['explain', 'decide', 'close'],
  closed: [],
};

export function mayDraft(state: DraftState, act: DraftAct): boolean {
  return DRAFT_ACTS[state].includes(act);
}
