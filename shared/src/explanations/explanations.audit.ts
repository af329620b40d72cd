import { shortened } from '../findings/index.js';
import { defineAudit, formatDate, type CalendarDate } from '../kernel/index.js';
import type { Settling } from './explanation.rules.js';

interface About {
  target: string;
}

const SETTLED: Record<Settling, string> = { keep: 'Giữ nguyên', change: 'Sửa', drop: 'Rút' };

export const explanationsAudit = defineAudit('explanations', {
  prepared: (details: About & { findings: number }) =>
    `Soạn dự thảo kết luận đối với ${details.target}, ${details.findings} nội dung`,
  revised: (details: About & { findings: number }) =>
    `Sửa dự thảo kết luận đối với ${details.target}, ${details.findings} nội dung`,
  discarded: (details: About) => `Xóa dự thảo kết luận đối với ${details.target}`,
  put: (details: About & { dueOn: CalendarDate }) =>
    `Đưa dự thảo kết luận lấy ý kiến ${details.target}, hạn ${formatDate(details.dueOn)}`,
  explained: (details: About & { agreed: number; disputed: number; files: number }) =>
    `${details.target} giải trình: đồng ý ${details.agreed}, có ý kiến khác ${details.disputed}, kèm ${details.files} tệp`,
  settled: (details: { settling: Settling; text: string; reason: string | null }) =>
    `${SETTLED[details.settling]} sau giải trình “${shortened(details.text)}”${details.reason ? `: ${shortened(details.reason)}` : ''}`,
  closed: (details: About) => `Chốt việc lấy ý kiến dự thảo kết luận đối với ${details.target}`,
});
