/** What became of an operation. The first four are acknowledged: the server holds the content. */
export const OUTCOMES = ['applied', 'merged', 'conflict', 'parked', 'denied', 'invalid'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why an operation is kept for the team lead to decide. */
export const PARKED_CODES = [
  'VISIT_FINAL',
  'VERSION_CHANGED',
  'OUT_OF_RANGE',
  'NOT_MEMBER_NOW',
  'BASE_UNKNOWN',
  'ISSUED',
] as const;
export type ParkedCode = (typeof PARKED_CODES)[number];

/** Why an operation is refused: the server holds its number and place only, the device keeps the content. */
export const REFUSAL_CODES = ['NEVER_MEMBER', 'SCHEMA', 'TOO_LARGE'] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export type OutcomeCode = ParkedCode | RefusalCode;

/** What the author reads beside the field. */
export const OUTCOME_TEXT = {
  applied: 'Đã đồng bộ',
  merged: 'Đã đồng bộ',
  conflict: 'Có ý kiến khác nhau',
  parked: 'Đã gửi, chờ trưởng đoàn xử lý',
  denied: 'Không gửi được – giữ trên máy',
  invalid: 'Lỗi dữ liệu – giữ trên máy',
} satisfies Record<Outcome, string>;

/** The reason in one sentence, for the task card and for "why". */
export const OUTCOME_CODE_TEXT = {
  VISIT_FINAL: 'Cuộc kiểm tra đã chốt hoặc đã hủy trước khi nội dung này về đến hệ thống.',
  VERSION_CHANGED: 'Cuộc kiểm tra đã chuyển sang phiên bản khác của bộ tiêu chí.',
  OUT_OF_RANGE: 'Giá trị không nằm trong phạm vi mà tiêu chí cho phép.',
  NOT_MEMBER_NOW: 'Anh/chị không còn là thành viên của đoàn kiểm tra này.',
  BASE_UNKNOWN: 'Hệ thống không tìm thấy nội dung mà phần này sửa tiếp.',
  ISSUED: 'Nội dung này đã gửi đơn vị, trong kiến nghị hoặc dự thảo kết luận.',
  NEVER_MEMBER: 'Anh/chị không phải là thành viên của đoàn kiểm tra này.',
  SCHEMA: 'Nội dung không đọc được; đề nghị nhập lại.',
  TOO_LARGE: 'Nội dung vượt quá dung lượng cho phép.',
} satisfies Record<OutcomeCode, string>;

/** True when the server holds the content; false when the device must keep it. */
export function isAcknowledged(outcome: Outcome): boolean {
  return outcome !== 'denied' && outcome !== 'invalid';
}
