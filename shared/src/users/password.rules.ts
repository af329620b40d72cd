import { codePointLength, foldText } from '../kernel/index.js';

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;
/** Days for which an activation slip can be used. */
export const SLIP_VALID_DAYS = 30;

const GUESSED_FIRST = [
  'matkhau',
  'password',
  'qwerty',
  'abcdef',
  '123456',
  'cchc',
  'kiemtra',
  'sonoivu',
  'hanhchinh',
  'vietnam',
];

/**
 * What is wrong with a new password, in Vietnamese, or null. Length is what counts (no composition rules, no rotation);
 * words everybody tries first are taken out before the length is counted, and so is the login name.
 */
export function passwordFault(password: string, loginName: string): string | null {
  if (codePointLength(password) < PASSWORD_MIN) return `Mật khẩu cần ít nhất ${PASSWORD_MIN} ký tự.`;
  if (codePointLength(password) > PASSWORD_MAX) return `Mật khẩu nhiều nhất ${PASSWORD_MAX} ký tự.`;
  const folded = foldText(password).replace(/\s/g, '');
  const rest = [foldText(loginName), ...GUESSED_FIRST].reduce((text, word) => text.replaceAll(word, ''), folded);
  if (new Set(rest).size < 5) return 'Mật khẩu quá dễ đoán; đề nghị dùng một câu dài mà chỉ anh/chị biết.';
  return null;
}
