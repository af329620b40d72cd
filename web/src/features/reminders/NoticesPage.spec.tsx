import type { MailStanding, NoticeView } from '@kiemtra/shared/reminders';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeServer, seenBy } from '../../api/testing.js';
import { renderScreen } from '../../ui/testing.js';
import { NoticesPage } from './NoticesPage.js';

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
const seen: NoticeView = { ...late, id: 'n2', kind: 'decision', step: 1, days: 1, isRead: true, recipientId: null };

function show(items: NoticeView[], mail: MailStanding = 'off') {
  const server = fakeServer({ 'GET /notices': { items, mail }, 'POST /notices/read': null });
  renderScreen(seenBy(['planner'], <NoticesPage />), '/nhac-viec');
  return server;
}

describe('NoticesPage', () => {
  it('says what waits, opens it and marks it as seen on the way', async () => {
    const { sent } = show([late, seen]);
    const [first, second] = await screen.findAllByRole('listitem');
    if (!first || !second) throw new Error('two notices are listed');
    expect(first.textContent).toContain('Báo cáo khắc phục quá hạn 6 ngày làm việc, báo đến Người đứng đầu đơn vị');
    const open = within(first).getByRole('link', { name: 'Mở' });
    expect(open.getAttribute('href')).toBe('/khac-phuc/r1');
    expect(within(second).queryByRole('link')).toBeNull();
    expect(within(second).queryByRole('button')).toBeNull();
    await userEvent.click(open);
    await waitFor(() => expect(sent).toMatchObject([{ path: '/notices/read', body: { noticeIds: ['n1'] } }]));
  });

  it('marks all at once', async () => {
    const { sent } = show([late, { ...late, id: 'n3' }, seen]);
    await userEvent.click(await screen.findByRole('button', { name: 'Đánh dấu đã xem tất cả' }));
    await waitFor(() => expect(sent).toMatchObject([{ body: { noticeIds: ['n1', 'n3'] } }]));
  });

  it('says what comes here while nothing does', async () => {
    show([]);
    expect(await screen.findByText(/Hiện không có việc nào đến hạn/)).toBeTruthy();
    expect(screen.getByText(/chưa đặt máy chủ gửi thư/)).toBeTruthy();
  });

  it('leads an account without an address to where it is set', async () => {
    show([], 'no_address');
    expect((await screen.findByRole('link', { name: 'Đặt địa chỉ' })).getAttribute('href')).toBe('/toi');
  });
});
