import { defineProblems } from '../kernel/index.js';

export const documentsProblems = defineProblems('documents', {
  noDepartment: {
    kind: 'conflict',
    text: 'Danh mục đơn vị chưa có Sở Nội vụ nên chưa biết cơ quan ban hành công văn. Đề nghị quản trị thêm Sở Nội vụ.',
  },
  incomplete: {
    kind: 'invalid',
    text: ({ missing }: { missing: readonly string[] }) => `Chưa đủ thông tin để lập văn bản: ${missing.join('; ')}.`,
  },
});
