import type { Violation } from '../kernel/index.js';

/** What is asked: to put right at once, by a date, to learn from, or to change a rule or mechanism. */
export const REQUEST_KINDS = ['remedy_now', 'remedy_by_date', 'lesson', 'mechanism'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];
export const REQUEST_KIND_LABELS: Record<RequestKind, string> = {
  remedy_now: 'Khắc phục ngay',
  remedy_by_date: 'Khắc phục có thời hạn',
  lesson: 'Rút kinh nghiệm',
  mechanism: 'Kiến nghị cơ chế',
};

/** As a screen names what is asked; records of the past may leave it open. */
export function requestKindText(kind: RequestKind | null): string {
  return kind === null ? 'Chưa xếp loại' : REQUEST_KIND_LABELS[kind];
}

export const REQUEST_TEXT_MAX = 4000;
export const MEASURE_MAX = 2000;
export const RECIPIENT_LABEL_MAX = 300;
export const RECIPIENTS_MAX = 500;
export const REQUEST_FINDINGS_MAX = 200;
export const REPORT_MAX = 10_000;
export const DECISION_MAX = 2000;
export const REPORT_FILES_MAX = 30;

/** What is wrong with a list of recipients: each is a unit or words, nobody twice. */
export function recipientFaults(
  recipients: readonly { id: string; organizationId?: string | null; label?: string | null }[],
): Violation[] {
  const ids = new Set<string>();
  const units = new Set<string>();
  return recipients.flatMap(({ id, organizationId, label }, index) => {
    const path = `recipients.${index}`;
    const faults: Violation[] = [];
    if (Boolean(organizationId) === Boolean(label)) {
      const message = 'Nơi nhận là một đơn vị hoặc một tên ghi bằng chữ.';
      faults.push({ path: `${path}.label`, code: 'remediation.unit-or-label', message });
    }
    if (ids.has(id) || (organizationId && units.has(organizationId))) {
      const message = 'Nơi nhận này đã có trong danh sách.';
      faults.push({ path: `${path}.organizationId`, code: 'remediation.recipient-twice', message });
    }
    ids.add(id);
    if (organizationId) units.add(organizationId);
    return faults;
  });
}
