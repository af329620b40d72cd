import { defineAudit } from '../kernel/index.js';

export const evidenceAudit = defineAudit('evidence', {
  fileReceived: (details: { name: string; sha256: string }) => `Nhận tệp ${details.name}`,
  uploadDropped: (details: { name: string }) => `Bỏ tệp ${details.name} đang gửi dở`,
});
