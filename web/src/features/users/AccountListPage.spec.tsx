import { newId } from '@kiemtra/shared/kernel';
import type { AccountView, MeView, Role } from '@kiemtra/shared/users';
import { QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MeProvider } from '../../api/me.js';
import { createQueryClient } from '../../api/query-client.js';
import { renderScreen } from '../../ui/testing.js';
import { AccountListPage } from './AccountListPage.js';

const me: MeView = {
  accountId: newId(),
  loginName: 'can-tho.quan-tri',
  displayName: 'Quản trị',
  position: null,
  email: null,
  roles: ['administrator'],
  organization: null,
  province: { id: newId(), name: 'Thành phố Cần Thơ' },
};
const anAccount = (displayName: string): AccountView => ({
  id: newId(),
  loginName: 'can-tho.phuong',
  displayName,
  position: null,
  email: null,
  roles: ['unit_officer'] as Role[],
  organization: null,
  state: 'pending',
  lastLoginAt: null,
  version: 1,
});
const accounts = [anAccount('Cán bộ đầu mối UBND phường Một'), anAccount('Cán bộ đầu mối UBND phường Hai')];

const sent: { address: string; body: unknown }[] = [];
beforeEach(() => {
  sent.length = 0;
  Object.assign(globalThis, {
    fetch: (address: string, { body }: { body?: string }) => {
      if (body !== undefined) sent.push({ address, body: JSON.parse(body) });
      return Promise.resolve({ ok: true, status: 200, text: () => JSON.stringify(body ? [] : accounts) });
    },
  });
});

const show = (address: string) =>
  renderScreen(
    <QueryClientProvider client={createQueryClient()}>
      <MeProvider me={me}>
        <AccountListPage />
      </MeProvider>
    </QueryClientProvider>,
    address,
  );

describe('AccountListPage', () => {
  it('prints slips again for all that wait for activation in the list', async () => {
    const { address } = show('/tai-khoan?trang-thai=pending');
    await userEvent.click(await screen.findByRole('button', { name: 'In lại phiếu' }));
    const dialog = await screen.findByRole('dialog', { name: 'In lại phiếu cho 2 tài khoản chờ kích hoạt' });
    expect(dialog.textContent).toContain('phiếu đã in trước đây không dùng được nữa');
    await userEvent.click(within(dialog).getByRole('button', { name: 'In lại phiếu' }));
    await waitFor(() => expect(address()).toBe('/tai-khoan/phieu'));
    expect(sent).toEqual([{ address: '/api/v1/accounts/slips', body: { accountIds: accounts.map(({ id }) => id) } }]);
  });

  it('offers it only for accounts that wait', async () => {
    show('/tai-khoan');
    await screen.findByText('2 tài khoản');
    expect(screen.queryByRole('button', { name: 'In lại phiếu' })).toBeNull();
  });
});
