import type { AreaCode } from '@kiemtra/shared/criteria';
import type { FindingKind, Severity } from '@kiemtra/shared/findings';
import type { CalendarDate } from '@kiemtra/shared/kernel';
import type { RemedyState } from '@kiemtra/shared/remediation';

/** A finding with the names it is read under. */
export interface FindingRow {
  id: string;
  plan_id: string;
  target_id: string | null;
  target_name: string | null;
  visit_id: string | null;
  criteria_version_id: string | null;
  criterion_key: string | null;
  criterion_code: string | null;
  criterion_text: string | null;
  area: AreaCode;
  kind: FindingKind;
  text: string;
  extent: string | null;
  legal_basis: string | null;
  cause: string | null;
  severity: Severity | null;
  evidence_count: number;
  is_issued: boolean;
  is_withdrawn: boolean;
  version: number;
}

/** A request that answers a finding, at one recipient that reads it. */
export interface AnswerRow {
  finding_id: string;
  request_id: string;
  text: string;
  state: RemedyState;
  due_on: CalendarDate | null;
}
