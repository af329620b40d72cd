import type { FindingView } from '@kiemtra/shared/findings';
import { newId } from '@kiemtra/shared/kernel';
import type { FindingStanding, FindingWordView, RecipientView } from '@kiemtra/shared/remediation';
import type { Role } from '@kiemtra/shared/users';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { fakeServer, seenBy } from '../../api/testing.js';
import { renderScreen } from '../../ui/testing.js';
import { RecipientPage } from './RecipientPage.js';
import { aRecipient, department, unit } from './testing.js';

const [BOARD, LEDGER] = [newId(), newId()];
const aFinding = (id: string, text: string): FindingView => ({
  id,
  planId: 'p',
  target: null,
  visitId: null,
  kind: 'shortcoming',
  area: 'TTHC',
  criterion: null,
  text,
  extent: null,
  legalBasis: null,
  cause: null,
  severity: null,
  evidenceCount: 0,
  isIssued: true,
  isWithdrawn: false,
  version: 1,
});
const word = (findingId: string, standing: FindingStanding, text: string | null = null): FindingWordView => ({
  findingId,
  standing,
  text,
  doneOn: null,
  fileIds: [],
});
const FINDINGS = [
  aFinding(BOARD, 'Niêm yết thiếu.'),
  aFinding(LEDGER, 'Sổ thiếu cột.'),
  { ...aFinding(newId(), 'Bố trí gọn.'), kind: 'strength' as const },
];
const entry = (act: 'report' | 'return', findings: FindingWordView[]) => ({
  id: act,
  act,
  text: null,
  until: null,
  actorName: 'Người nói',
  at: '2026-03-12T02:00:00Z',
  files: [],
  findings,
});
const acknowledged: RecipientView = { ...aRecipient('acknowledged'), findings: FINDINGS };
const reported: RecipientView = {
  ...acknowledged,
  state: 'reported',
  thread: [entry('report', [word(BOARD, 'done', 'Xong.'), word(LEDGER, 'doing', 'Kẻ lại.')])],
};
const returned: RecipientView = {
  ...reported,
  state: 'returned',
  thread: [...reported.thread, entry('return', [word(BOARD, 'accepted'), word(LEDGER, 'returned', 'Thiếu sổ.')])],
};

function show(recipient: RecipientView, role: Role, organization: typeof unit, answers: Record<string, unknown> = {}) {
  const server = fakeServer({ 'GET /request-recipients/r': recipient, ...answers });
  const page = (
    <Routes>
      <Route path="/khac-phuc/:recipientId" element={<RecipientPage Escalations={() => null} />} />
    </Routes>
  );
  return { ...server, ...renderScreen(seenBy([role], page, organization), '/khac-phuc/r') };
}

const group = (name: string) => screen.findByRole('group', { name });
const send = (name: string) => userEvent.click(screen.getByRole('button', { name }));

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

const answers = {
  'PUT /files/.*': { id: 'anh', name: 'anh.pdf', mediaType: 'application/pdf', size: 10, sha256: '' },
  'POST /request-recipients/r/report': reported,
};

async function addPicture(about: HTMLElement): Promise<void> {
  const picker = about.querySelector('input[type=file]');
  await userEvent.upload(picker as HTMLInputElement, new File(['%PDF'], 'anh.pdf', { type: 'application/pdf' }));
  expect(await within(about).findByText('anh.pdf')).toBeTruthy();
}

describe('a report on several findings', () => {
  it('asks how each shortcoming stands, keeps what is said over a reload, and sends it with its files', async () => {
    const first = show(acknowledged, 'unit_officer', unit, answers);
    const board = await group('Niêm yết thiếu.');
    expect(screen.queryByRole('group', { name: 'Bố trí gọn.' })).toBeNull();
    await userEvent.click(within(board).getByRole('radio', { name: 'Đã khắc phục' }));
    await userEvent.type(within(board).getByRole('textbox', { name: /Kết quả khắc phục/ }), 'Xong.');
    await addPicture(board);
    await send('Gửi báo cáo');
    expect((await screen.findByRole('alert')).textContent).toBe(
      'Có 2 chỗ cần sửaTình trạng: Chưa chọn.Kết quả khắc phục: Không được để trống.',
    );
    expect(first.sent.filter(({ method }) => method === 'POST')).toEqual([]);
    first.unmount();

    show(acknowledged, 'unit_officer', unit, answers);
    const again = await group('Niêm yết thiếu.');
    expect(within(again).getByText('anh.pdf')).toBeTruthy();
    expect(within(again).getByRole<HTMLTextAreaElement>('textbox', { name: /Kết quả khắc phục/ }).value).toBe('Xong.');
    expect(within(await group('Sổ thiếu cột.')).queryByText('anh.pdf')).toBeNull();
  });

  it('sends what is said of each with its files, and keeps nothing then', async () => {
    const second = show(acknowledged, 'unit_officer', unit, answers);
    const board = await group('Niêm yết thiếu.');
    await userEvent.click(within(board).getByRole('radio', { name: 'Đã khắc phục' }));
    await userEvent.type(within(board).getByRole('textbox', { name: /Kết quả khắc phục/ }), 'Xong.');
    await addPicture(board);
    const ledger = await group('Sổ thiếu cột.');
    await userEvent.click(within(ledger).getByRole('radio', { name: 'Đang khắc phục' }));
    await userEvent.type(within(ledger).getByRole('textbox', { name: /Kết quả khắc phục/ }), 'Kẻ lại.');
    await userEvent.type(within(ledger).getByRole('textbox', { name: /Dự kiến xong ngày/ }), '30/04/2026');
    await send('Gửi báo cáo');
    await waitFor(() => expect(second.sent.filter(({ method }) => method === 'POST')).toHaveLength(1));
    expect(second.sent.filter(({ method }) => method === 'POST')).toMatchObject([
      {
        body: {
          text: null,
          files: [],
          findings: [
            { findingId: BOARD, standing: 'done', text: 'Xong.', doneOn: null, files: [{ id: 'anh' }] },
            { findingId: LEDGER, standing: 'doing', text: 'Kẻ lại.', doneOn: '2026-04-30', files: [] },
          ],
        },
      },
    ]);
    await waitFor(() => expect(localStorage).toHaveLength(0));
  });

  it('asks again only for what came back, with the reason', async () => {
    show(returned, 'unit_officer', unit);
    const ledger = await group('Sổ thiếu cột.');
    expect(ledger.textContent).toContain('Trả lại vì:Thiếu sổ.');
    expect(screen.queryByRole('group', { name: 'Niêm yết thiếu.' })).toBeNull();
    const thread = screen.getByRole('heading', { name: 'Quá trình xử lý' }).closest('section');
    expect(thread?.textContent).toContain('Niêm yết thiếu.Đã chấp nhận');
  });
});

describe('a decision about single findings', () => {
  it('accepts one and returns the other with a comment', async () => {
    const { sent } = show(reported, 'leader', department, { 'POST /request-recipients/r/decide': returned });
    await screen.findByRole('button', { name: 'Chấp nhận tất cả' });
    await send('Quyết định từng nội dung');
    const dialog = await screen.findByRole('dialog');
    const board = within(dialog).getByRole('group', { name: 'Niêm yết thiếu.' });
    expect(board.textContent).toContain('Đã khắc phục: Xong.');
    const ledger = within(dialog).getByRole('group', { name: 'Sổ thiếu cột.' });
    await userEvent.click(within(board).getByRole('radio', { name: 'Chấp nhận' }));
    await userEvent.click(within(ledger).getByRole('radio', { name: 'Trả lại' }));
    await userEvent.type(within(ledger).getByRole('textbox', { name: /Nhận xét/ }), 'Thiếu sổ.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Quyết định từng nội dung' }));
    expect(await screen.findAllByText('Bị trả lại')).toBeTruthy();
    expect(sent).toMatchObject([
      {
        body: {
          decisions: [
            { findingId: BOARD, standing: 'accepted' },
            { findingId: LEDGER, standing: 'returned', comment: 'Thiếu sổ.' },
          ],
        },
      },
    ]);
  });

  it('is not offered where one is left, which is accepted or returned', async () => {
    show({ ...returned, state: 'reported' }, 'leader', department);
    await screen.findByRole('button', { name: 'Chấp nhận' });
    expect(screen.queryByRole('button', { name: 'Quyết định từng nội dung' })).toBeNull();
  });
});
