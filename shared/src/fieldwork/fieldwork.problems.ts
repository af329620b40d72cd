import { defineProblems } from '../kernel/index.js';
import { OUTCOME_CODE_TEXT, type OutcomeCode } from './outcome.js';

/** Why a whole request of field work is turned away. What is wrong with one operation is its outcome, not a problem. */
export const fieldworkProblems = defineProblems('fieldwork', {
  digestMismatch: { kind: 'malformed', text: 'Dữ liệu bị hỏng trên đường truyền; máy sẽ tự gửi lại.' },
  protocol: { kind: 'outdated', text: 'Phiên bản ứng dụng trên máy đã cũ. Đề nghị tải lại trang để cập nhật.' },
  foreignLane: { kind: 'forbidden', text: 'Dữ liệu trên máy này thuộc về tài khoản khác nên không được gửi.' },
  alreadyDecided: { kind: 'conflict', text: 'Nội dung này đã có người xử lý trước.' },
  cannotTake: {
    kind: 'conflict',
    text: ({ code }: { code: OutcomeCode }) => `Chưa tiếp nhận được. ${OUTCOME_CODE_TEXT[code]}`,
  },
  takenVisitClosed: { kind: 'conflict', text: 'Cuộc kiểm tra đã chốt. Mở lại cuộc kiểm tra trước khi tiếp nhận.' },
  seqGap: {
    kind: 'conflict',
    text: (_details: { acked_through: number }) => 'Hệ thống còn thiếu dữ liệu gửi trước; máy sẽ tự gửi lại.',
  },
});
