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
  /** `endsAsk`: the date of an open ask for more time that the report leaves unanswered. */
  reported: (details: Answered & { files: number; endsAsk: CalendarDate | null }) =>
    `${details.recipient} báo cáo khắc phục, kèm ${details.files} tệp${details.endsAsk ? `; đề nghị gia hạn đến ${formatDate(details.endsAsk)} không xét nữa` : ''}`,
  returned: (details: Answered & { reason: string }) =>
    `Trả lại báo cáo khắc phục của ${details.recipient}: ${shortened(details.reason)}`,
  extensionAsked: (details: Answered & { until: CalendarDate; reason: string }) =>
    `${details.recipient} đề nghị gia hạn đến ${formatDate(details.until)}: ${shortened(details.reason)}`,
  extensionGranted: (details: Answered & { from: CalendarDate; until: CalendarDate }) =>
    `Gia hạn cho ${details.recipient} từ ${formatDate(details.from)} đến ${formatDate(details.until)}`,
  extensionRefused: (details: Answered & { reason: string }) =>
    `Không gia hạn cho ${details.recipient}: ${shortened(details.reason)}`,
  findingsReturned: (details: Answered & { accepted: number; returned: number }) =>
    `Chấp nhận ${details.accepted}, trả lại ${details.returned} nội dung khắc phục của ${details.recipient}`,
  accepted: (details: Answered) => `Chấp nhận kết quả khắc phục của ${details.recipient}`,
});
