import { foldText } from '../kernel/index.js';
import { LOGIN_NAME_MAX } from './account.dto.js';

const FORM = /^[a-z][a-z0-9.-]{2,63}$/;

/** The stored form of a login name: lower case, trimmed. Login names are unique over all provinces. */
export function normalizeLoginName(typed: string): string {
  return typed.normalize('NFC').trim().toLowerCase();
}

export function isLoginName(name: string): boolean {
  return FORM.test(name);
}

/** A login name made from words, e.g. ("can-tho", "UBND phường Phú Lợi") → "can-tho.ubnd-phuong-phu-loi". */
export function suggestLoginName(provinceSlug: string, name: string): string {
  const words = foldText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${provinceSlug}.${words}`.slice(0, LOGIN_NAME_MAX).replace(/-+$/, '');
}
