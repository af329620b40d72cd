import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ActivationPage } from './ActivationPage.js';

const fetched = jest.fn();
const fill = async (label: string, text: string) => userEvent.type(screen.getByLabelText(label), text);
const activate = () => userEvent.click(screen.getByRole('button', { name: 'Kích hoạt' }));

describe('ActivationPage', () => {
  beforeEach(() => {
    fetched.mockReset();
    Object.assign(globalThis, { fetch: fetched });
  });

  it('refuses an easy or differently repeated password without using up a try', async () => {
    render(<ActivationPage onEnter={jest.fn()} />);
    await fill('Tên đăng nhập', 'can-tho.phu-loi');
    await fill('Mã kích hoạt trên phiếu', 'K7QF-2MXA-9WPD');
    await fill('Mật khẩu mới', 'matkhau123456');
    await fill('Nhập lại mật khẩu mới', 'matkhau12345');
    await activate();
    expect(await screen.findByText(/quá dễ đoán/)).toBeTruthy();
    expect(screen.getByText('Hai lần nhập mật khẩu chưa giống nhau.')).toBeTruthy();
    expect(fetched).not.toHaveBeenCalled();
  });

  it('says why a slip is refused and keeps what was typed', async () => {
    const body = { code: 'users.wrong-slip', title: 'Phiếu đã dùng.', requestId: 'r-1', violations: [] };
    fetched.mockResolvedValue({ status: 422, ok: false, json: () => Promise.resolve(body) });
    const onEnter = jest.fn();
    render(<ActivationPage onEnter={onEnter} />);
    await fill('Tên đăng nhập', 'can-tho.phu-loi');
    await fill('Mã kích hoạt trên phiếu', 'K7QF-2MXA-9WPD');
    await fill('Mật khẩu mới', 'con trâu đi trước cái cày');
    await fill('Nhập lại mật khẩu mới', 'con trâu đi trước cái cày');
    await activate();
    expect((await screen.findByRole('alert')).textContent).toBe('Phiếu đã dùng.Mã yêu cầu: r-1');
    expect(screen.getByLabelText('Mã kích hoạt trên phiếu')).toHaveProperty('value', 'K7QF-2MXA-9WPD');
    expect(onEnter).not.toHaveBeenCalled();
  });
});
