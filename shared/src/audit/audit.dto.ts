import { Day, Id, OneOf, Uuid, Whole, type CalendarDate } from '../kernel/index.js';

/** Kinds of records that have a history. */
export const AUDIT_SUBJECT_KINDS = [
  'account',
  'province',
  'organization',
  'criteria_set',
  'plan',
  'visit',
  'finding',
  'request',
  'request_recipient',
  'draft_conclusion',
  'file',
] as const;
export type AuditSubjectKind = (typeof AUDIT_SUBJECT_KINDS)[number];

export const AUDIT_SUBJECT_LABELS: Record<AuditSubjectKind, string> = {
  account: 'Tài khoản',
  province: 'Tỉnh, thành phố',
  organization: 'Cơ quan, đơn vị',
  criteria_set: 'Bộ tiêu chí',
  plan: 'Kế hoạch kiểm tra',
  visit: 'Cuộc kiểm tra',
  finding: 'Ưu điểm; tồn tại, hạn chế',
  request: 'Kiến nghị',
  request_recipient: 'Khắc phục',
  draft_conclusion: 'Dự thảo kết luận',
  file: 'Tệp',
};

export const AUDIT_PAGE = 100;

/** GET /audit: newest first; of one record, of everything under a plan, or of the province. `before` is the last id of the page before. */
export class ListAuditDto {
  @OneOf(AUDIT_SUBJECT_KINDS, { optional: true }) kind?: AuditSubjectKind;
  @Uuid({ optional: true }) subjectId?: string;
  @Uuid({ optional: true }) planId?: string;
  /** Who did it. */
  @Uuid({ optional: true }) actorId?: string;
  /** First and last day in Vietnam. */
  @Day({ optional: true }) from?: CalendarDate;
  @Day({ optional: true }) to?: CalendarDate;
  @Id({ optional: true }) before?: string;
  @Whole({ min: 1, max: AUDIT_PAGE, optional: true }) limit?: number;
}
