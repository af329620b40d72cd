import { defineAudit } from '../kernel/index.js';

interface Named {
  loginName: string;
}

export const usersAudit = defineAudit('users', {
  loggedIn: 'Đăng nhập',
  loggedOut: 'Đăng xuất',
  sessionEnded: 'Kết thúc một phiên làm việc từ xa',
  passwordChanged: 'Đổi mật khẩu',
  activated: 'Kích hoạt tài khoản bằng phiếu',
  emailSet: 'Đổi địa chỉ thư điện tử',
  created: (details: Named) => `Tạo tài khoản ${details.loginName}`,
  updated: (details: Named) => `Sửa tài khoản ${details.loginName}`,
  slipPrinted: (details: Named) => `Cấp phiếu kích hoạt mới cho tài khoản ${details.loginName}`,
  deactivated: (details: Named) => `Ngừng tài khoản ${details.loginName}`,
  reactivated: (details: Named) => `Cho dùng lại tài khoản ${details.loginName}`,
});
