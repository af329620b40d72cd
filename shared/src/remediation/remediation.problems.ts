import { defineProblems } from '../kernel/index.js';
import { REMEDY_STATE_LABELS, type RemedyState } from './remedy-state.rules.js';

export const remediationProblems = defineProblems('remediation', {
  unknownFindings: { kind: 'invalid', text: 'Có nội dung ghi nhận không thuộc kế hoạch này hoặc đã rút.' },
  findingsWithUnit: {
    kind: 'conflict',
    text: 'Có nội dung đang lấy ý kiến đơn vị: chốt dự thảo kết luận rồi mới phát hành được kiến nghị.',
  },
  unknownRecipient: { kind: 'invalid', text: 'Không có đơn vị này trong tỉnh, thành phố.' },
  ownRecipient: {
    kind: 'invalid',
    text: 'Kiến nghị đối với đơn vị nơi anh/chị công tác phải do người của đơn vị khác lập.',
  },
  noRecipients: { kind: 'conflict', text: 'Kiến nghị chưa có nơi nhận nên chưa phát hành được.' },
  planNotOpen: { kind: 'conflict', text: 'Chỉ lập kiến nghị cho kế hoạch đã ban hành và chưa hủy.' },
  issuedInFuture: { kind: 'invalid', text: 'Ngày phát hành không được sau hôm nay.' },
  alreadyIssued: { kind: 'conflict', text: 'Kiến nghị đã phát hành nên không sửa, không xóa được.' },
  notNow: {
    kind: 'conflict',
    text: (details: { state: RemedyState }) =>
      `Việc này không làm được nữa: kiến nghị đang ở trạng thái “${REMEDY_STATE_LABELS[details.state]}”.`,
  },
  noDueDate: { kind: 'conflict', text: 'Kiến nghị không đặt thời hạn nên không có gì để gia hạn.' },
  extensionAsked: { kind: 'conflict', text: 'Đã có một đề nghị gia hạn đang chờ xem xét.' },
  ownUnit: { kind: 'forbidden', text: 'Không được tự quyết định kết quả khắc phục của đơn vị mình.' },
});
