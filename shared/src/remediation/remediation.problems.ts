import { defineProblems } from '../kernel/index.js';
import { REMEDY_STATE_LABELS, type RemedyState } from './remedy-state.rules.js';

export const remediationProblems = defineProblems('remediation', {
  unknownFindings: { kind: 'invalid', text: 'Có nội dung ghi nhận không thuộc kế hoạch này.' },
  unitOrLabel: { kind: 'invalid', text: 'Nơi nhận là một đơn vị hoặc một tên ghi bằng chữ.' },
  unknownRecipient: { kind: 'invalid', text: 'Không có đơn vị này trong tỉnh, thành phố.' },
  recipientTwice: { kind: 'invalid', text: 'Đơn vị này đã có trong danh sách nơi nhận.' },
  noRecipients: { kind: 'conflict', text: 'Kiến nghị chưa có nơi nhận nên chưa phát hành được.' },
  planNotOpen: { kind: 'conflict', text: 'Chỉ lập kiến nghị cho kế hoạch đã ban hành và chưa huỷ.' },
  numberForm: { kind: 'invalid', text: (details: { fault: string }) => details.fault },
  issuedInFuture: { kind: 'invalid', text: 'Ngày phát hành không được sau hôm nay.' },
  alreadyIssued: { kind: 'conflict', text: 'Kiến nghị đã phát hành nên không sửa, không xoá được.' },
  notNow: {
    kind: 'conflict',
    text: (details: { state: RemedyState }) =>
      `Việc này không làm được nữa: kiến nghị đang ở trạng thái “${REMEDY_STATE_LABELS[details.state]}”.`,
  },
  ownUnit: { kind: 'forbidden', text: 'Không được tự quyết định kết quả khắc phục của đơn vị mình.' },
});
