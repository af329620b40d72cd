import { formed } from './fields.js';

const EMAIL = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,63}$/i;

/** An address to which mail can be sent: without spaces, names or letters outside ASCII. */
function isEmail(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 254 && EMAIL.test(value);
}

/** The field of a DTO that holds one. */
export const Email = formed(
  'email',
  'email.form',
  'Địa chỉ thư điện tử không đúng dạng, ví dụ ten@example.gov.vn.',
  isEmail,
);
