import { defineProblems } from '../kernel/index.js';

export const papersProblems = defineProblems('papers', {
  ownBody: {
    kind: 'forbidden',
    text: 'Đợt kiểm tra này có kiểm tra cơ quan của ông/bà, nên văn bản của đợt do người khác lập.',
  },
  notTheirs: { kind: 'invalid', text: 'Người giữ chức vụ này không ký văn bản của cơ quan ban hành.' },
});
