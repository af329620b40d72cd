import { defineProblems } from '../kernel/index.js';

export const usersProblems = defineProblems('users', {
  wrongLogin: { kind: 'unauthenticated', text: 'Tên đăng nhập hoặc mật khẩu không đúng.' },
  wrongSlip: { kind: 'invalid', text: 'Tên đăng nhập hoặc mã kích hoạt không đúng, hoặc phiếu đã dùng, đã hết hạn.' },
  wrongPassword: { kind: 'invalid', text: 'Mật khẩu hiện tại không đúng.' },
  weakPassword: { kind: 'invalid', text: (details: { fault: string }) => details.fault },
  tooManyTries: {
    kind: 'too-many',
    text: (details: { minutes: number }) => `Đăng nhập sai quá nhiều lần. Đề nghị thử lại sau ${details.minutes} phút.`,
  },
  loginNameForm: {
    kind: 'invalid',
    text: 'Tên đăng nhập chỉ gồm chữ thường không dấu, chữ số, dấu chấm, gạch ngang; bắt đầu bằng chữ.',
  },
  loginNameTaken: { kind: 'invalid', text: 'Tên đăng nhập này đã có người dùng.' },
  unitRequired: { kind: 'invalid', text: 'Tài khoản của đơn vị phải gắn với một đơn vị.' },
  unknownUnit: { kind: 'invalid', text: 'Không có đơn vị này trong tỉnh, thành phố.' },
  unknownAccount: { kind: 'invalid', text: 'Không có tài khoản này trong tỉnh, thành phố.' },
  lastAdministrator: {
    kind: 'conflict',
    text: 'Đây là tài khoản quản trị cuối cùng đang dùng nên không thể ngừng hoặc bỏ quyền.',
  },
  notSelf: { kind: 'conflict', text: 'Không thể tự ngừng tài khoản của mình.' },
});
