import type { Violation } from '../kernel/index.js';
import type { OperationKind } from './operation-kinds.js';

/** What a person makes of an operation that was kept and not applied. */
export const PARKED_DECISIONS = ['taken', 'refused'] as const;
export type ParkedDecision = (typeof PARKED_DECISIONS)[number];
export const PARKED_DECISION_LABELS: Record<ParkedDecision, string> = {
  taken: 'Đã tiếp nhận',
  refused: 'Không tiếp nhận',
};

/** What an operation is about, as a person names it. */
export const OPERATION_SUBJECTS: Record<OperationKind, string> = {
  'input.set': 'Câu trả lời',
  'input.clear': 'Câu trả lời',
  'note.set': 'Ghi chú',
  'evidence.add': 'Tệp',
  'evidence.set': 'Chú thích tệp',
  'evidence.remove': 'Gỡ tệp',
  'finding.set': 'Ưu điểm, tồn tại',
  'dossiers.set': 'Mẫu hồ sơ',
  'headcount.set': 'Kiểm đếm có mặt',
  'minutes.set': 'Biên bản',
  'minutes.sign': 'Chữ ký trên biên bản',
  'conflict.resolve': 'Thống nhất ý kiến',
  'visit.ready': 'Báo xong phần việc',
};

export const DECISION_REASON_MAX = 1000;

/** A refusal without its reason; empty when nothing is wrong. */
export function decisionFaults({
  decision,
  reason,
}: {
  decision: ParkedDecision;
  reason?: string | null;
}): Violation[] {
  if (decision === 'taken' || reason) return [];
  return [{ path: 'reason', code: 'fieldwork.reason-missing', message: 'Ghi lý do không tiếp nhận.' }];
}
