import { defineProblems } from '../kernel/index.js';
import { FILE_TYPES } from './file.rules.js';

export const evidenceProblems = defineProblems('evidence', {
  tooLarge: { kind: 'too-large', text: 'Tệp vượt quá 20 MB.' },
  empty: { kind: 'invalid', text: 'Tệp rỗng. Đề nghị chọn lại tệp.' },
  wrongType: {
    kind: 'invalid',
    text: `Loại tệp này không nhận. Chỉ nhận: ${Object.values(FILE_TYPES)
      .map(({ label }) => label)
      .join(', ')}.`,
  },
  notUploaded: { kind: 'invalid', text: 'Chưa có tệp này trên hệ thống. Đề nghị tải tệp lên lại.' },
  digestMismatch: { kind: 'malformed', text: 'Tệp nhận được không giống tệp đã gửi. Đề nghị gửi lại.' },
});
