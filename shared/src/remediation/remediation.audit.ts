import { shortened } from '../findings/index.js';
import { defineAudit, formatDate, type CalendarDate } from '../kernel/index.js';

interface Asked {
  text: string;
}
interface Answered {
  recipient: string;
}

export const remediationAudit = defineAudit('remediation', {
  drafted: (details: Asked) => `Soạn kiến nghị “${shortened(details.text)}”`,
  redrafted: (details: Asked) => `Sửa dự thảo kiến nghị “${shortened(details.text)}”`,
  discarded: (details: Asked) => `Xóa dự thảo kiến nghị “${shortened(details.text)}”`,
  recorded: (details: Asked) => `Ghi lại kiến nghị “${shortened(details.text)}”`,
  issued: (details: { number: string | null; issuedOn: CalendarDate; recipients: number }) =>
    `Phát hành kiến nghị${details.number ? ` số ${details.number}` : ''} ngày ${formatDate(details.issuedOn)} đến ${details.recipients} nơi nhận`,
  acknowledged: (details: Answered) => `${details.recipient} xác nhận đã nhận kiến nghị`,
  reported: (details: Answered & { files: number }) =>
    `${details.recipient} báo cáo khắc phục, kèm ${details.files} tệp`,
  returned: (details: Answered & { reason: string }) =>
    `Trả lại báo cáo khắc phục của ${details.recipient}: ${shortened(details.reason)}`,
  accepted: (details: Answered) => `Chấp nhận kết quả khắc phục của ${details.recipient}`,
});
