import type { RecipientLineView } from '@kiemtra/shared/remediation';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeServer, seenBy } from '../../api/testing.js';
import { renderScreen } from '../../ui/testing.js';
import { UnitHome } from './UnitHome.js';

const aLine = (id: string, text: string, fields: Partial<RecipientLineView> = {}): RecipientLineView => ({
  id,
  organizationId: 'u',
  name: 'UBND phường Phú Lợi',
  workingDays: 20,
  state: 'acknowledged',
  due: { on: '2026-03-16', workingDaysLeft: 4, isPast: false },
  firstDueOn: '2026-03-16',
  askedUntil: null,
  request: {
    id: `q-${id}`,
    planId: 'p',
    kind: 'remedy_by_date',
    text,
    measure: null,
    number: '45/SNV-CCHC',
    issuedOn: '2026-03-10',
  },
  plan: { id: 'p', title: 'Kiểm tra năm 2026' },
  ...fields,
});

const lines = [
  aLine('1', 'Xin lỗi và hẹn lại', { due: { on: '2026-03-11', workingDaysLeft: -3, isPast: true } }),
  aLine('2', 'Niêm yết', { state: 'issued' }),
  aLine('3', 'Cập nhật hồ sơ', { state: 'returned', due: null }),
  aLine('4', 'Bảng tên', { state: 'reported', due: { on: '2026-03-16', workingDaysLeft: null, isPast: false } }),
  aLine('5', 'Sổ tiếp nhận', { state: 'accepted' }),
];

const show = () => renderScreen(seenBy(['unit_officer'], <UnitHome />));

describe('UnitHome', () => {
  it('lists what must be done in the order of the server, one button a line, and nothing that is done', async () => {
    fakeServer({ 'GET /request-recipients': lines });
    show();
    const work = await screen.findByRole('region', { name: 'Việc cần làm' });
    const rows = within(work).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringContaining('quá hạn 3 ngày làm việc'),
      expect.stringContaining('còn 4 ngày làm việc'),
      expect.stringContaining('Không đặt thời hạn'),
    ]);
    expect(within(work).getByText('Có 3 việc, trong đó 1 việc quá hạn.')).toBeTruthy();
    const acts = rows.map((row) => row.querySelector('.mantine-Button-root')?.textContent);
    expect(acts).toEqual(['Báo cáo khắc phục', 'Xác nhận đã nhận', 'Báo cáo khắc phục']);
    const sent = screen.getByRole('region', { name: /chờ Sở xem xét/ });
    expect(within(sent).getAllByRole('listitem')).toHaveLength(1);
    expect(screen.queryByText('Sổ tiếp nhận')).toBeNull();
  });

  it('says what was asked for and what an extended due date was before', async () => {
    const extended = { due: { on: '2026-03-30', workingDaysLeft: 14, isPast: false }, askedUntil: '2026-04-06' };
    fakeServer({ 'GET /request-recipients': [aLine('1', 'Niêm yết', extended)] });
    show();
    const line = (await screen.findByText('Niêm yết')).closest('li');
    expect(line?.textContent).toContain('hạn ban đầu 16/03/2026');
    expect(line?.textContent).toContain('Đã đề nghị gia hạn đến 06/04/2026, chờ Sở xem xét.');
  });

  it('acknowledges with one tap, under one entry id however often it is sent', async () => {
    let tries = 0;
    const { sent } = fakeServer({
      'GET /request-recipients': lines,
      'POST /request-recipients/2/acknowledge': () => {
        tries += 1;
        return tries === 1 ? undefined : { ...lines[1], state: 'acknowledged', findings: [], thread: [] };
      },
    });
    show();
    const acknowledge = await screen.findByRole('button', { name: 'Xác nhận đã nhận' });
    await userEvent.click(acknowledge);
    expect(await screen.findByRole('alert')).toBeTruthy();
    await userEvent.click(acknowledge);
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[0]?.body).toEqual(sent[1]?.body);
  });

  it('says so when there is nothing to do', async () => {
    fakeServer({ 'GET /request-recipients': [] });
    show();
    expect(await screen.findByText(/Hiện không có việc nào phải làm/)).toBeTruthy();
  });
});
