import type { ParkedView } from '@kiemtra/shared/fieldwork';
import { newId } from '@kiemtra/shared/kernel';
import type { MeView } from '@kiemtra/shared/users';
import type { VisitView } from '@kiemtra/shared/visits';
import { QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MeProvider } from '../../api/me.js';
import { createQueryClient } from '../../api/query-client.js';
import { renderScreen } from '../../ui/testing.js';
import { LateOperations } from './LateOperations.js';

const me: MeView = {
  accountId: newId(),
  loginName: 'truong-doan',
  displayName: 'Trưởng đoàn',
  position: null,
  email: null,
  roles: ['inspector'],
  organization: null,
  province: { id: newId(), name: 'Thành phố Cần Thơ' },
};
const visit = { id: newId(), state: 'in_progress', isMine: true, isLead: true } as VisitView;
const parked: ParkedView = {
  id: newId(),
  criterion: { code: '1.1.2', text: 'Hồ sơ giải quyết đúng hạn' },
  subject: 'Câu trả lời',
  said: '18/20 hồ sơ đúng hạn = 90,00%',
  author: 'Thành viên một',
  receivedAt: '2026-03-03T02:00:00.000Z',
  saidAt: '2026-03-03T08:15:22.113+07:00',
  code: 'VISIT_FINAL',
  decision: null,
};
let sent: { address: string; body: unknown }[] = [];

function show(shown: Partial<VisitView> = {}, listed: ParkedView[] = [parked]) {
  sent = [];
  Object.assign(globalThis, {
    fetch: (address: string, { method, body }: { method: string; body?: string }) => {
      if (method !== 'GET') sent.push({ address, body: JSON.parse(body ?? 'null') });
      const status = method === 'GET' ? 200 : 204;
      return Promise.resolve({ ok: true, status, text: () => Promise.resolve(JSON.stringify(listed)) });
    },
  });
  renderScreen(
    <QueryClientProvider client={createQueryClient()}>
      <MeProvider me={me}>
        <LateOperations visit={{ ...visit, ...shown }} />
      </MeProvider>
    </QueryClientProvider>,
  );
}

describe('what came too late', () => {
  it('tells what was said, by whom and why it waits, and takes it for the head', async () => {
    show();
    expect(await screen.findByText(parked.said)).toBeTruthy();
    expect(screen.getByText(/đã chốt hoặc đã hủy trước khi/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Tiếp nhận' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Tiếp nhận' }));
    const address = expect.stringContaining(`/visits/${visit.id}/parked/${parked.id}/decide`);
    await waitFor(() => expect(sent).toEqual([{ address, body: { decision: 'taken' } }]));
  });

  it('refuses with the reason that was typed', async () => {
    show();
    await userEvent.click(await screen.findByRole('button', { name: 'Không tiếp nhận' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText(/^Lý do/), 'Trùng biên bản');
    await userEvent.click(dialog.getByRole('button', { name: 'Không tiếp nhận' }));
    await waitFor(() => expect(sent).toMatchObject([{ body: { decision: 'refused', reason: 'Trùng biên bản' } }]));
  });

  it('shows a member the words and the decision, and no button', async () => {
    const decision = {
      decision: 'refused',
      reason: 'Trùng biên bản',
      by: 'Trưởng đoàn',
      at: parked.receivedAt,
    } as const;
    show({ isLead: false }, [{ ...parked, decision }]);
    expect(await screen.findByText(/Không tiếp nhận: Trưởng đoàn.*Lý do: Trùng biên bản/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
