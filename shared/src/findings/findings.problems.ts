import { defineProblems } from '../kernel/index.js';

export const findingsProblems = defineProblems('findings', {
  ownUnit: { kind: 'forbidden', text: 'Không được tự ghi kết quả kiểm tra đối với đơn vị nơi mình công tác.' },
  unknownTarget: { kind: 'invalid', text: 'Đối tượng này không có trong kế hoạch kiểm tra.' },
  unknownVisit: { kind: 'invalid', text: 'Cuộc kiểm tra này không thuộc kế hoạch, đối tượng đã chọn.' },
  unknownCriterion: { kind: 'invalid', text: 'Không có tiêu chí này trong bộ tiêu chí.' },
  planNotOpen: {
    kind: 'conflict',
    text: 'Chỉ ghi kết quả cho kế hoạch đã ban hành và chưa hủy.',
  },
  unknownEarlier: {
    kind: 'invalid',
    text: 'Chỉ đối chiếu được với tồn tại, hạn chế của lần kiểm tra trước tại chính đơn vị này.',
  },
  strengthRepeats: { kind: 'conflict', text: 'Chỉ đối chiếu tồn tại, hạn chế với lần kiểm tra trước.' },
  alreadyIssued: {
    kind: 'conflict',
    text: 'Nội dung này đã gửi đơn vị (trong kiến nghị hoặc dự thảo kết luận) nên không sửa, không xóa được ở đây.',
  },
});
