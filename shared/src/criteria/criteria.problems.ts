import { defineProblems } from '../kernel/index.js';

export const criteriaProblems = defineProblems('criteria', {
  contentInvalid: {
    kind: 'invalid',
    text: 'Tệp bộ tiêu chí chưa đúng. Đề nghị sửa các chỗ được nêu rồi nhập lại.',
  },
  nameTaken: {
    kind: 'conflict',
    text: 'Đã có bộ tiêu chí mang tên này. Nếu là phiên bản mới, đề nghị nhập ở trang của bộ đó.',
  },
  notDraft: {
    kind: 'conflict',
    text: 'Bộ tiêu chí đã ban hành thì không sửa được; đề nghị lập phiên bản mới.',
  },
  inUse: {
    kind: 'conflict',
    text: 'Dự thảo này đang được một kế hoạch chọn nên không xóa được; đề nghị chọn bộ khác trong kế hoạch rồi xóa.',
  },
  notPublished: {
    kind: 'conflict',
    text: 'Bộ tiêu chí còn là dự thảo nên chưa dùng để chấm được.',
  },
});
