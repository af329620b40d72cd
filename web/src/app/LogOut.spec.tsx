import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeServer, seenBy } from '../api/testing.js';
import { isDeviceLocked, rememberMe } from '../api/remembered-me.js';
import type { Ledger } from '../offline/index.js';
import { aPack } from '../offline/testing/packs.js';
import { cut, silence, World } from '../offline/testing/world.js';
import { renderScreen } from '../ui/testing.js';
import { deviceLedger } from './device-ledger.js';
import { LogOut } from './LogOut.js';

jest.mock('./device-ledger.js', () => ({ deviceLedger: jest.fn() }));

let world: World;
beforeEach(() => {
  localStorage.clear();
  world = new World();
  // jsdom goes nowhere and says so.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await world.end();
});

function show(ledger: Ledger) {
  jest.mocked(deviceLedger).mockResolvedValue(ledger);
  rememberMe({ accountId: 'a' } as Parameters<typeof rememberMe>[0]);
  const { sent } = fakeServer({ 'POST /auth/logout': {} });
  renderScreen(seenBy(['inspector'], <LogOut />));
  return sent;
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const paths = (sent: { path: string }[]) => sent.map(({ path }) => path);
const ENDED = ['/auth/logout'];

describe('logging out', () => {
  it('sends what is left first, ends the session, and leaves of the account only what was said', async () => {
    const ledger = await world.offlineTab(3);
    await ledger.keepPack(() => Promise.resolve(aPack()));
    sessionStorage.setItem('kiemtra.draft', 'của người trước');
    const sent = show(ledger);
    await press('Đăng xuất');
    await waitFor(() => expect(paths(sent)).toEqual(ENDED));
    expect(world.taken.outcomes).toHaveLength(3);
    await waitFor(() => expect(sessionStorage.getItem('kiemtra.draft')).toBeNull());
    await ledger.close();
    const again = await world.tab();
    await again.openPack(aPack().visit.id);
    expect(again.pack(aPack().visit.id)).toBeNull();
    expect(localStorage.getItem('kiemtra.account')).toBeNull();
  });

  it('shows how far the sending is, and stays when one says so', async () => {
    const ledger = await world.offlineTab(3);
    world.always = silence;
    const sent = show(ledger);
    await press('Đăng xuất');
    const dialog = within(await screen.findByRole('dialog', { name: 'Đang gửi trước khi đăng xuất' }));
    expect(dialog.getByRole('status').textContent).toBe('Đã gửi 0 trên 3 mục.');
    await userEvent.click(dialog.getByRole('button', { name: 'Ở lại' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(paths(sent)).toEqual([]);
  });

  it('asks before it locks away what could not be sent, and keeps all of it', async () => {
    const ledger = await world.offlineTab(3);
    world.always = cut;
    const sent = show(ledger);
    await press('Đăng xuất');
    const asked = { name: 'Còn 3 mục chưa gửi' };
    await userEvent.click(within(await screen.findByRole('dialog', asked)).getByRole('button', { name: 'Ở lại' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(paths(sent)).toEqual([]);
    await press('Đăng xuất');
    await userEvent.click(within(await screen.findByRole('dialog', asked)).getByRole('button', { name: 'Khóa máy' }));
    await waitFor(() => expect(paths(sent)).toEqual(ENDED));
    await waitFor(() => expect(isDeviceLocked()).toBe(false));
    expect((await ledger.readQueue(9)).waiting.total).toBe(3);
  });

  it('locks the device where the server cannot be told: whoever comes next, its session ends first', async () => {
    const ledger = await world.offlineTab(1);
    world.always = cut;
    show(ledger);
    Object.assign(globalThis, { fetch: () => Promise.reject(new TypeError('Failed to fetch')) });
    await press('Đăng xuất');
    const asked = { name: 'Còn 1 mục chưa gửi' };
    await userEvent.click(within(await screen.findByRole('dialog', asked)).getByRole('button', { name: 'Khóa máy' }));
    await waitFor(() => expect(isDeviceLocked()).toBe(true));
  });

  it('asks, too, when nothing is left and the server cannot be reached', async () => {
    const ledger = await world.tab();
    show(ledger);
    Object.assign(globalThis, { fetch: () => Promise.reject(new TypeError('Failed to fetch')) });
    await press('Đăng xuất');
    expect(await screen.findByRole('dialog', { name: 'Chưa kết nối được' })).toBeTruthy();
    expect(isDeviceLocked()).toBe(false);
  });
});
