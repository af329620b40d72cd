import { defineAudit } from '../kernel/index.js';

export const evidenceAudit = defineAudit('evidence', {
  fileReceived: (details: { name: string; sha256: string }) => `Nhận tệp ${details.name}`,
});
