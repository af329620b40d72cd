import { defineProblems } from '../kernel/index.js';
import { DRAFT_STATE_LABELS, type DraftState } from './draft-state.rules.js';

export const explanationsProblems = defineProblems('explanations', {
  noUnit: { kind: 'invalid', text: 'Đối tượng này không gắn với đơn vị nào nên không có nơi lấy ý kiến.' },
  unusableFindings: {
    kind: 'invalid',
    text: 'Có nội dung không phải của đối tượng này, đã gửi đơn vị hoặc đã nằm trong dự thảo kết luận khác.',
  },
  planNotOpen: { kind: 'conflict', text: 'Chỉ soạn dự thảo kết luận cho kế hoạch đã ban hành và chưa hủy.' },
  notCome: {
    kind: 'conflict',
    text: 'Kiểm tra đột xuất: chỉ lấy ý kiến đơn vị sau khi đoàn đã có mặt và bắt đầu kiểm tra.',
  },
  notNow: {
    kind: 'conflict',
    text: (details: { state: DraftState }) =>
      `Việc này không làm được: dự thảo kết luận đang ở trạng thái “${DRAFT_STATE_LABELS[details.state]}”.`,
  },
  unknownFinding: { kind: 'invalid', text: 'Nội dung này không có trong dự thảo kết luận.' },
  alreadySettled: { kind: 'conflict', text: 'Đoàn đã quyết định về nội dung này.' },
  stillWaiting: {
    kind: 'conflict',
    text: 'Đơn vị chưa có ý kiến và còn trong thời hạn nên chưa quyết định được về nội dung này.',
  },
  stillOpen: {
    kind: 'conflict',
    text: (details: { count: number }) =>
      `Chưa chốt được: còn ${details.count} nội dung chờ đơn vị giải trình hoặc chờ đoàn quyết định.`,
  },
  ownUnit: {
    kind: 'forbidden',
    text: 'Dự thảo kết luận đối với đơn vị nơi anh/chị công tác phải do người của đơn vị khác soạn và quyết định.',
  },
});
