/** What is asked: to put right at once, by a date, to learn from, or to change a rule or mechanism. */
export const REQUEST_KINDS = ['remedy_now', 'remedy_by_date', 'lesson', 'mechanism'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];
export const REQUEST_KIND_LABELS: Record<RequestKind, string> = {
  remedy_now: 'Khắc phục ngay',
  remedy_by_date: 'Khắc phục có thời hạn',
  lesson: 'Rút kinh nghiệm',
  mechanism: 'Kiến nghị cơ chế',
};

export const REQUEST_TEXT_MAX = 4000;
export const MEASURE_MAX = 2000;
export const RECIPIENT_LABEL_MAX = 300;
export const RECIPIENTS_MAX = 500;
export const REQUEST_FINDINGS_MAX = 200;
export const REPORT_MAX = 10_000;
export const DECISION_MAX = 2000;
export const REPORT_FILES_MAX = 30;
