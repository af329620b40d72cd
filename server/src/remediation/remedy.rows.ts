import type { CalendarDate } from '@kiemtra/shared/kernel';
import type { RemedyState, RequestKind } from '@kiemtra/shared/remediation';

/** A request at one recipient. */
export interface RecipientRow {
  id: string;
  organization_id: string | null;
  name: string;
  working_days: number | null;
  /** What counts today: as issued, or as extended. */
  due_on: CalendarDate | null;
  first_due_on: CalendarDate | null;
  asked_until: CalendarDate | null;
  state: RemedyState;
  request_id: string;
  plan_id: string;
  plan_title: string;
  kind: RequestKind | null;
  text: string;
  measure: string | null;
  number: string | null;
  issued_on: CalendarDate | null;
  /** It is the caller's body, or an inspected one above it. */
  is_own: boolean;
}

export interface RequestRow {
  id: string;
  plan_id: string;
  kind: RequestKind | null;
  text: string;
  measure: string | null;
  working_days: number | null;
  number: string | null;
  issued_on: CalendarDate | null;
  is_issued: boolean;
  finding_ids: string[];
  version: number;
}

/** The recipient as the subject of an audit line. */
export function recipientSubject({ id, plan_id: planId }: RecipientRow) {
  return { kind: 'request_recipient', id, planId };
}
