import type { RecipientView } from '@kiemtra/shared/remediation';
import type { Role } from '@kiemtra/shared/users';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { fakeServer, seenBy } from '../../api/testing.js';
import { renderScreen } from '../../ui/testing.js';
import { RecipientPage } from './RecipientPage.js';
import { aRecipient, department, unit } from './testing.js';

const ASKED: RecipientView['thread'][number] = {
  id: 'e',
  act: 'ask_extension',
  text: 'Chờ in lại bảng.',
  until: '2026-03-30',
  actorName: 'Cán bộ phường',
  at: '2026-03-12T02:00:00Z',
  files: [],
  findings: [],
};
const asking: RecipientView = { ...aRecipient('acknowledged'), askedUntil: '2026-03-30', thread: [ASKED] };

function show(recipient: RecipientView, role: Role, organization: typeof unit, answers: Record<string, unknown> = {}) {
  const server = fakeServer({ 'GET /request-recipients/r': recipient, ...answers });
  const page = (
    <Routes>
      <Route path="/khac-phuc/:recipientId" element={<RecipientPage Escalations={() => null} />} />
    </Routes>
  );
  return { ...server, ...renderScreen(seenBy([role], page, organization), '/khac-phuc/r') };
}

const button = (name: string) => screen.queryByRole('button', { name });

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

describe('more time', () => {
  it('is asked for with a date and a reason, which a refusal of the server does not take away', async () => {
    const { sent } = show(aRecipient('acknowledged'), 'unit_officer', unit, {
      'POST /request-recipients/r/ask-extension': asking,
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Đề nghị gia hạn' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Đề nghị gia hạn' }));
    expect(await within(dialog).findByText('Có 2 chỗ cần sửa')).toBeTruthy();
    await userEvent.type(within(dialog).getByRole('textbox', { name: /Gia hạn đến ngày/ }), '30/03/2026');
    await userEvent.type(within(dialog).getByRole('textbox', { name: /Lý do/ }), 'Chờ in lại bảng.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Đề nghị gia hạn' }));
    expect((await screen.findAllByText('Đã đề nghị gia hạn đến 30/03/2026, chờ Sở xem xét.')).length).toBe(1);
    expect(sent).toMatchObject([{ body: { until: '2026-03-30', reason: 'Chờ in lại bảng.' } }]);
    await waitFor(() => expect(button('Đề nghị gia hạn')).toBeNull());
  });

  it('is not asked for twice, without a due date, or while the department decides', async () => {
    for (const recipient of [asking, { ...aRecipient('acknowledged'), due: null }, aRecipient('reported')]) {
      const { unmount } = show(recipient, 'unit_officer', unit);
      await screen.findByRole('heading', { name: /^Kiến nghị số/ });
      expect(button('Đề nghị gia hạn')).toBeNull();
      unmount();
    }
  });

  it('is granted with the date that was asked for, or refused, but not for the own unit', async () => {
    const { sent, unmount } = show(asking, 'leader', department, {
      'POST /request-recipients/r/grant-extension': {
        ...asking,
        askedUntil: null,
        due: { on: '2026-03-30', workingDaysLeft: 14, isPast: false },
        thread: [ASKED, { ...ASKED, id: 'g', act: 'grant_extension', text: null }],
      },
    });
    const section = (await screen.findByRole('heading', { name: 'Quyết định về đề nghị gia hạn' })).closest('section');
    expect(section?.textContent).toContain('Cán bộ phường đề nghị gia hạn đến 30/03/2026, vì:Chờ in lại bảng.');
    expect(button('Không gia hạn')).not.toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Gia hạn' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Gia hạn' }));
    expect(await screen.findByText('Hạn ban đầu 16/03/2026, gia hạn lần 1 đến 30/03/2026')).toBeTruthy();
    expect(sent).toMatchObject([{ body: { until: '2026-03-30' } }]);

    unmount();
    show(asking, 'leader', unit);
    await screen.findByRole('heading', { name: /^Kiến nghị số/ });
    expect([button('Gia hạn'), button('Không gia hạn')]).toEqual([null, null]);
  });
});
