import { defineAudit } from '../kernel/index.js';

/** The batch log is the record of field work; only what it does not keep leaves a line. */
export const fieldworkAudit = defineAudit('fieldwork', {
  denied: ({ count }: { count: number }) =>
    `Từ chối ${count} nội dung ghi nhận gửi lên từ thiết bị: tài khoản không thuộc đoàn kiểm tra`,
});
