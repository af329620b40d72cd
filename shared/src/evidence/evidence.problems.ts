import { defineProblems } from '../kernel/index.js';
import { FILE_TYPES } from './file.rules.js';
import type { QuotaReason } from './quota.rules.js';

const OVER_QUOTA: Record<QuotaReason, string> = {
  criterion: 'Tiêu chí này đã đủ 40 tệp.',
  visit: 'Tài liệu của cuộc kiểm tra đã đủ 500 MB.',
  unit: 'Tài liệu của đơn vị trong năm đã đủ 2 GB.',
};

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
  tusVersion: { kind: 'unsupported-version', text: 'Cách gửi tệp của máy này hệ thống không hỗ trợ.' },
  offsetMismatch: {
    kind: 'conflict',
    text: (_details: { offset: number }) => 'Hệ thống đang giữ phần khác của tệp; máy sẽ tự gửi tiếp.',
  },
  chunkDamaged: { kind: 'damaged', text: 'Một phần của tệp bị hỏng trên đường truyền; máy sẽ tự gửi lại.' },
  fileDamaged: { kind: 'damaged', text: 'Tệp nhận đủ nhưng không đúng nội dung; máy sẽ tự gửi lại từ đầu.' },
  pictureNotReady: { kind: 'unavailable', text: 'Chưa có bản xem của ảnh này. Đề nghị thử lại sau ít phút.' },
  overQuota: { kind: 'too-large', text: (reason: QuotaReason) => `${OVER_QUOTA[reason]} Tệp này được giữ trên máy.` },
});
