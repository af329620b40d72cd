import { formatDate, type CalendarDate } from '../kernel/index.js';
import { shortened } from '../findings/index.js';
import { noticeText } from './notice.text.js';
import type { NoticeView } from './notice.view.js';

const LISTED = 50;

export interface Digest {
  day: CalendarDate;
  name: string;
  items: readonly NoticeView[];
  /** Where the notices stand; null when the address of the product is not known. */
  address: string | null;
}

/** The one letter of a day to a person: what is new and not seen yet. */
export function digestLetter({ day, name, items, address }: Digest): { subject: string; text: string } {
  const lines = items.slice(0, LISTED).map((item, index) => {
    const { recipient, text, plan } = item;
    return `${index + 1}. ${noticeText(item)}\n   ${recipient}: ${shortened(text)}\n   ${plan}`;
  });
  const rest = items.length > LISTED ? [`Và ${items.length - LISTED} việc khác.`] : [];
  return {
    subject: `Nhắc việc ngày ${formatDate(day)}: ${items.length} việc`,
    text: [
      `Kính gửi ${name},`,
      `Ngày ${formatDate(day)} có ${items.length} việc cần xem:`,
      ...lines,
      ...rest,
      ...(address ? [`Xem và mở từng việc: ${address}/nhac-viec`] : []),
      'Thư do hệ thống gửi, mỗi ngày nhiều nhất một thư. Địa chỉ nhận thư đặt tại trang “Tài khoản của tôi”.',
    ].join('\n\n'),
  };
}
