import type { RemedyState } from '@kiemtra/shared/remediation';
import type { Role } from '@kiemtra/shared/users';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { fakeServer, seenBy } from '../../api/testing.js';
import { renderScreen } from '../../ui/testing.js';
import { RecipientPage } from './RecipientPage.js';
import { aRecipient, department, unit } from './testing.js';

function show(state: RemedyState, role: Role, answers: Record<string, unknown> = {}, organization = unit) {
  const server = fakeServer({ 'GET /request-recipients/r': aRecipient(state), ...answers });
  const page = (
    <Routes>
      <Route path="/khac-phuc/:recipientId" element={<RecipientPage Escalations={() => null} />} />
    </Routes>
  );
  return { ...server, ...renderScreen(seenBy([role], page, organization), '/khac-phuc/r') };
}

const loaded = () => screen.findByRole('heading', { name: 'Kiến nghị số 45/SNV-CCHC ngày 10/03/2026' });
const button = (name: string) => screen.queryByRole('button', { name });

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

describe('RecipientPage', () => {
  it.each<[RemedyState, string[]]>([
    ['issued', ['Xác nhận đã nhận']],
    ['acknowledged', ['Gửi báo cáo']],
    ['reported', []],
    ['returned', ['Gửi báo cáo']],
    ['accepted', []],
    ['unstated', []],
  ])('offers the unit, when %s: %j, and never a decision', async (state, offered) => {
    show(state, 'unit_officer');
    await loaded();
    const acts = ['Xác nhận đã nhận', 'Gửi báo cáo', 'Chấp nhận', 'Trả lại'].filter(button);
    expect(acts).toEqual(offered);
  });

  it('offers a decision to the department, but not about itself', async () => {
    const first = show('reported', 'leader', {}, department);
    await loaded();
    expect([button('Chấp nhận'), button('Trả lại')]).not.toContain(null);
    first.unmount();
    show('reported', 'leader', {}, unit);
    await loaded();
    expect([button('Chấp nhận'), button('Trả lại')]).toEqual([null, null]);
  });

  it('asks for the reason of a return', async () => {
    const { sent } = show(
      'reported',
      'leader',
      { 'POST /request-recipients/r/return': aRecipient('returned') },
      department,
    );
    await loaded();
    await userEvent.click(screen.getByRole('button', { name: 'Trả lại' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(screen.getAllByRole('button', { name: 'Trả lại' }).at(-1) ?? dialog);
    expect(await screen.findByText('Có một chỗ cần sửa')).toBeTruthy();
    expect(sent).toEqual([]);
    await userEvent.type(screen.getByRole('textbox', { name: /Lý do trả lại/ }), 'Thiếu ảnh.');
    await userEvent.click(screen.getAllByRole('button', { name: 'Trả lại' }).at(-1) ?? dialog);
    await waitFor(() => expect(sent).toMatchObject([{ body: { reason: 'Thiếu ảnh.' } }]));
    expect(await screen.findByText('Bị trả lại')).toBeTruthy();
  });

  it('says of a request of the past that its source does not tell what became of it', async () => {
    show('unstated', 'leader', {}, department);
    await loaded();
    expect(screen.getByText('Không nêu')).toBeTruthy();
    expect(screen.getByText(/không nêu đơn vị đã xác nhận/)).toBeTruthy();
  });

  it('leads back to the campaign and to the unit in it', async () => {
    show('reported', 'leader', {}, department);
    await loaded();
    const crumbs = within(screen.getByRole('navigation', { name: 'Đường dẫn' })).getAllByRole('link');
    expect(crumbs.map((crumb) => [crumb.textContent, decodeURI(crumb.getAttribute('href') ?? '')])).toEqual([
      ['Khắc phục', '/khac-phuc'],
      ['Kiểm tra năm 2026', '/khac-phuc?xem=tat-ca&ke-hoach=p'],
      ['UBND phường Phú Lợi', '/khac-phuc?xem=tat-ca&ke-hoach=p&tim=UBND+phường+Phú+Lợi'],
    ]);
  });

  it('shows the unit why its report came back', async () => {
    show('returned', 'unit_officer');
    await loaded();
    expect(screen.getByText('Báo cáo trước bị trả lại vì:').parentElement?.textContent).toContain('Thiếu ảnh.');
  });

  it('keeps text and files of a report over an error and a reload, and sends them as one entry', async () => {
    let isDown = true;
    const answers = {
      'PUT /files/.*': { id: 'f', name: 'anh.pdf', mediaType: 'application/pdf', size: 10, sha256: '' },
      'POST /request-recipients/r/report': () => (isDown ? undefined : aRecipient('reported')),
    };
    const first = show('acknowledged', 'unit_officer', answers);
    await loaded();
    await userEvent.type(screen.getByRole('textbox', { name: /Kết quả khắc phục/ }), 'Đã niêm yết.');
    const picker = first.container.querySelector('input[type=file]');
    await userEvent.upload(picker as HTMLInputElement, new File(['%PDF'], 'anh.pdf', { type: 'application/pdf' }));
    expect(await screen.findByText('anh.pdf')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Gửi báo cáo' }));
    expect(await screen.findByText(/Nội dung đã nhập vẫn còn/)).toBeTruthy();
    first.unmount();

    isDown = false;
    const second = show('acknowledged', 'unit_officer', answers);
    await loaded();
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Kết quả khắc phục/ }).value).toBe('Đã niêm yết.');
    await userEvent.click(screen.getByRole('button', { name: 'Gửi báo cáo' }));
    await waitFor(() => expect(button('Gửi báo cáo')).toBeNull());
    expect(second.sent).toMatchObject([{ body: { text: 'Đã niêm yết.', files: [{ id: 'f' }] } }]);
    expect(second.sent[0]?.body).toEqual(first.sent.at(-1)?.body);
    await waitFor(() => expect(localStorage).toHaveLength(0));
  });
});
