import { VISIT } from '@kiemtra/shared/testing';
import type { MeView } from '@kiemtra/shared/users';
import { QueryClientProvider } from '@tanstack/react-query';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { MeProvider } from '../../api/me.js';
import { createQueryClient } from '../../api/query-client.js';
import { fakeServer } from '../../api/testing.js';
import * as shell from '../../app-shell/index.js';
import { LedgerProvider, type Ledger } from '../../offline/index.js';
import { aPack } from '../../offline/testing/packs.js';
import { World } from '../../offline/testing/world.js';
import { renderScreen } from '../../ui/testing.js';
import { TakeToFieldPage } from './TakeToFieldPage.js';

jest.mock('../../app-shell/index.js', () => ({
  ...jest.requireActual<typeof shell>('../../app-shell/index.js'),
  proveOfflineStart: jest.fn(),
  requestPersistence: jest.fn(),
  storageEstimate: jest.fn(),
}));

let world: World;
let ledger: Ledger;
beforeEach(async () => {
  world = new World();
  ledger = await world.tab();
  fakeServer({ 'GET /sync/pack': () => aPack([{}]) });
  jest.mocked(shell.proveOfflineStart).mockResolvedValue({ state: 'ready', files: 120 });
  jest.mocked(shell.requestPersistence).mockResolvedValue('granted');
  jest.mocked(shell.storageEstimate).mockResolvedValue({ usage: 0, quota: 9e9 });
});
afterEach(() => world.end());

function show(): void {
  const me = { accountId: world.account, roles: ['inspector'], displayName: 'Cán bộ thử' } as unknown as MeView;
  const page = (
    <TakeToFieldPage visitPath={(visit) => `/cuoc-kiem-tra/${visit}`} sheetPath={(visit) => `/cham-diem/${visit}`} />
  );
  renderScreen(
    <QueryClientProvider client={createQueryClient()}>
      <MeProvider me={me}>
        <LedgerProvider value={ledger}>
          <Routes>
            <Route path="/mang/:visitId" element={page} />
          </Routes>
        </LedgerProvider>
      </MeProvider>
    </QueryClientProvider>,
    `/mang/${VISIT}`,
  );
}

async function take(): Promise<void> {
  show();
  await userEvent.click(screen.getByRole('button', { name: 'Mang ra hiện trường' }));
}

const held = async () => (await ledger.listHeld()).map(({ isForField }) => isForField);
const step = (nth: number) => within(screen.getAllByRole('listitem')[nth] ?? document.body);
const notReady = () => screen.findByText(/^Chưa sẵn sàng/);

describe('taking a visit to the field', () => {
  it('says that it is ready once all of it was read back', async () => {
    await take();
    expect(await screen.findByText('Sẵn sàng đi kiểm tra')).toBeTruthy();
    expect(await held()).toEqual([true]);
    expect(screen.getByRole('link', { name: 'Mở phiếu chấm' }).getAttribute('href')).toBe(`/cham-diem/${VISIT}`);
    expect(step(3).getByText(/^Đã đọc lại 120 tệp/)).toBeTruthy();
  });

  it('is not ready where the app does not start without a network, and says why', async () => {
    jest.mocked(shell.proveOfflineStart).mockResolvedValue({ state: 'unavailable', because: 'insecure' });
    await take();
    await notReady();
    expect(step(3).getByText(/không dùng HTTPS/)).toBeTruthy();
    expect(screen.queryByText('Sẵn sàng đi kiểm tra')).toBeNull();
    expect(await held()).toEqual([false]);
  });

  it('is not ready with parts of the app missing', async () => {
    jest.mocked(shell.proveOfflineStart).mockResolvedValue({ state: 'incomplete', files: 120, missing: ['a', 'b'] });
    await take();
    await notReady();
    expect(step(3).getByText(/^Còn thiếu 2 tệp/)).toBeTruthy();
  });

  it('is not ready without the pack, and tries again', async () => {
    fakeServer({});
    await take();
    await notReady();
    expect(await held()).toEqual([]);
    fakeServer({ 'GET /sync/pack': () => aPack() });
    await userEvent.click(screen.getByRole('button', { name: 'Thử lại' }));
    expect(await screen.findByText('Sẵn sàng đi kiểm tra')).toBeTruthy();
  });

  it('is not ready on a device that is nearly full', async () => {
    jest.mocked(shell.storageEstimate).mockResolvedValue({ usage: 8e9, quota: 8.2e9 });
    await take();
    await notReady();
    expect(step(2).getByText(/^Còn 200 MB cho ứng dụng. Cần ít nhất 500 MB/)).toBeTruthy();
  });

  it('goes on with a browser that promises nothing, except where that browser forgets', async () => {
    jest.mocked(shell.requestPersistence).mockResolvedValue('refused');
    await take();
    expect(await screen.findByText('Sẵn sàng đi kiểm tra')).toBeTruthy();
    expect(step(1).getByText('Lưu ý')).toBeTruthy();
  });

  it('asks on an iPhone to install the app first', async () => {
    const agent = jest.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0)');
    jest.mocked(shell.requestPersistence).mockResolvedValue('refused');
    await take();
    await notReady();
    expect(step(1).getByText(/Thêm vào MH chính/)).toBeTruthy();
    expect(await held()).toEqual([false]);
    agent.mockRestore();
  });
});
