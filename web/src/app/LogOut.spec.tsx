import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeServer, seenBy } from '../api/testing.js';
import type { Ledger, SyncStatus } from '../offline/index.js';
import { renderScreen } from '../ui/testing.js';
import { deviceLedger } from './device-ledger.js';
import { LogOut } from './LogOut.js';

jest.mock('./device-ledger.js', () => ({ deviceLedger: jest.fn() }));

/** A ledger that can send all it has, or nothing. */
function device(unsent: number, canSend: boolean) {
  const status: Partial<SyncStatus> = { unsaved: 0, unsent, files: 0 };
  const flushNow = jest.fn(() => {
    if (canSend) status.unsent = 0;
    return Promise.resolve();
  });
  jest.mocked(deviceLedger).mockResolvedValue({ flushNow, status: () => status } as unknown as Ledger);
  return flushNow;
}

function logOut() {
  const server = fakeServer({ 'POST /auth/logout': {} });
  renderScreen(seenBy(['inspector'], <LogOut />));
  return { server, press: () => userEvent.click(screen.getByRole('button', { name: 'Đăng xuất' })) };
}

const paths = (server: { sent: { path: string }[] }) => server.sent.map(({ path }) => path);

describe('logging out', () => {
  // jsdom goes nowhere and says so.
  beforeEach(() => jest.spyOn(console, 'error').mockImplementation(() => undefined));
  afterEach(() => jest.restoreAllMocks());

  it('sends what is left first, then ends the session', async () => {
    const flushNow = device(3, true);
    const { server, press } = logOut();
    await press();
    await waitFor(() => expect(paths(server)).toEqual(['/auth/logout']));
    expect(flushNow).toHaveBeenCalledTimes(1);
  });

  it('asks before it locks away what could not be sent', async () => {
    device(3, false);
    const { server, press } = logOut();
    await press();
    const dialog = await screen.findByRole('dialog', { name: 'Còn 3 mục chưa gửi' });
    expect(paths(server)).toEqual([]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Ở lại' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(paths(server)).toEqual([]);
    await press();
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Khóa máy' }));
    await waitFor(() => expect(paths(server)).toEqual(['/auth/logout']));
  });
});
