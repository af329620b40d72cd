import { MantineProvider } from '@mantine/core';
import type { MeView } from '@kiemtra/shared/users';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { api } from '../api/client.js';
import { MeProvider } from '../api/me.js';
import { Relogin } from './Relogin.js';

const me: MeView = {
  accountId: '1',
  loginName: 'can-tho.ke-hoach',
  displayName: 'Chuyên viên kế hoạch',
  position: null,
  email: null,
  roles: ['planner'],
  organization: null,
  province: { id: '2', name: 'Thành phố Cần Thơ' },
};

/** A server that knows nobody until the right password comes. */
function forgetfulServer() {
  let isLoggedIn = false;
  return jest.fn((address: string, init: RequestInit) => {
    const isLogin = address.endsWith('/auth/login');
    if (isLogin) isLoggedIn = JSON.stringify(init).includes('con trâu');
    const body = isLoggedIn ? { saved: true } : { code: 'users.wrong-login', title: 'Sai mật khẩu.', violations: [] };
    return Promise.resolve({
      status: isLoggedIn ? 200 : 401,
      ok: isLoggedIn,
      json: () => Promise.resolve(body),
      text: () => Promise.resolve(JSON.stringify(body)),
    });
  });
}

describe('logging in again', () => {
  it('lets the same account log in over the page, then sends again what was refused', async () => {
    Object.assign(globalThis, { fetch: forgetfulServer() });
    render(
      <MantineProvider env="test">
        <MeProvider me={me}>
          <Relogin />
        </MeProvider>
      </MantineProvider>,
    );
    expect(screen.queryByRole('dialog')).toBeNull();
    const saved = api.post('/plans', { name: 'Kế hoạch 1' });

    expect((await screen.findByRole('dialog')).textContent).toContain('can-tho.ke-hoach');
    const password = screen.getByLabelText('Mật khẩu');
    await userEvent.type(password, 'nhầm');
    await userEvent.click(screen.getByRole('button', { name: 'Đăng nhập lại' }));
    expect(await screen.findByText('Sai mật khẩu.')).toBeTruthy();

    await userEvent.clear(password);
    await userEvent.type(password, 'con trâu đi trước cái cày');
    await userEvent.click(screen.getByRole('button', { name: 'Đăng nhập lại' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await expect(saved).resolves.toEqual({ saved: true });
  });
});
