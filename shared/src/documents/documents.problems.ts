import { defineProblems } from '../kernel/index.js';

export const documentsProblems = defineProblems('documents', {
  incomplete: {
    kind: 'invalid',
    text: ({ missing }: { missing: readonly string[] }) => `Chưa đủ thông tin để lập văn bản: ${missing.join('; ')}.`,
  },
});
