import { digestLetter } from './digest.text.js';
import type { NoticeView } from './notice.view.js';

const late: NoticeView = {
  id: 'n1',
  kind: 'escalation',
  step: 2,
  days: 6,
  toldOn: '2026-04-06',
  isRead: false,
  recipient: 'UBND phường Một',
  text: 'Niêm yết thủ tục hành chính.',
  plan: 'Kiểm tra năm 2026',
  dueOn: '2026-03-27',
  recipientId: 'r1',
};

describe('the digest', () => {
  it('says how much there is, what, of whom and where to open it', () => {
    const address = 'https://kiemtra.example.gov.vn';
    expect(digestLetter({ day: '2026-04-06', name: 'Cán bộ phường Một', items: [late], address })).toEqual({
      subject: 'Nhắc việc ngày 06/04/2026: 1 việc',
      text: `Kính gửi Cán bộ phường Một,

Ngày 06/04/2026 có 1 việc cần xem:

1. Báo cáo khắc phục quá hạn 6 ngày làm việc, báo đến Người đứng đầu đơn vị
   UBND phường Một: Niêm yết thủ tục hành chính.
   Kiểm tra năm 2026

Xem và mở từng việc: https://kiemtra.example.gov.vn/nhac-viec

Thư do hệ thống gửi, mỗi ngày nhiều nhất một thư. Địa chỉ nhận thư đặt tại trang “Tài khoản của tôi”.`,
    });
  });

  it('lists fifty and counts the rest', () => {
    const items = Array.from({ length: 52 }, () => late);
    const { subject, text } = digestLetter({ day: '2026-04-06', name: 'X', items, address: null });
    expect(subject).toContain('52 việc');
    expect(text).toContain('\n\nVà 2 việc khác.\n\n');
    expect(text).not.toContain('51. ');
    expect(text).not.toContain('Xem và mở');
  });
});
