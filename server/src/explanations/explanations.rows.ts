import type { DraftState, Settling, Stance } from '@kiemtra/shared/explanations';
import type { CalendarDate } from '@kiemtra/shared/kernel';

export interface DraftRow {
  id: string;
  plan_id: string;
  plan_title: string;
  target_id: string;
  target_name: string;
  state: DraftState;
  working_days: number;
  put_on: CalendarDate | null;
  due_on: CalendarDate | null;
  finding_count: number;
  unanswered_count: number;
  disputed_count: number;
  /** It is about the caller's body, or an inspected one above it. */
  is_own: boolean;
  /** The unit must not learn of the inspection yet. */
  is_secret: boolean;
  version: number;
}

/** A finding in a draft. */
export interface PutFindingRow {
  finding_id: string;
  /** What the finding says now. */
  text: string;
  put_text: string | null;
  settlement_id: string | null;
  settling: Settling | null;
  reason: string | null;
  settled_by: string | null;
  settled_by_name: string | null;
  settled_at: Date | null;
  /** Of the last word of the unit. */
  last_stance: Stance | null;
  version: number;
}
