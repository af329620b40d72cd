/**
 * Small readers that put together make the parsers of answers, of imported sets and of what is recorded whole. A reader takes any JSON value, never
 * throws, and gives either the value in its one canonical spelling (decimals without trailing zeros, text in NFC, chosen
 * keys in the order of the rule) or notes what is wrong and where. Equal meaning therefore has equal JSON.
 */
import { isCalendarDate, type CalendarDate } from './calendar-date.js';
import { compareDecimals, formatDecimal, isDecimal, type Decimal } from './decimal.js';
import { isRecord } from './json.js';
import type { Violation } from './problem.js';
import { codePointLength, isStorableText } from './text.js';

const REFUSED = Symbol('refused');
type Refused = typeof REFUSED;

export type Read<T> = (value: unknown, path: string, violations: Violation[]) => T | Refused;
export type Shape<T> = { [Field in keyof T]: Read<T[Field]> };
export type Reading<T> = { value: T; violations: [] } | { value: null; violations: Violation[] };

/** Hostile input can be wrong in a million places; a person reads the first few. */
export const VIOLATIONS_MAX = 200;

/** Reads a whole value: the value, or everything wrong with it (the first 200). */
export function readWith<T>(read: Read<T>, value: unknown, path = ''): Reading<T> {
  const violations: Violation[] = [];
  const result = read(value, path, violations);
  if (result === REFUSED || violations.length > 0) return { value: null, violations };
  return { value: result, violations: [] };
}

/** Notes what is wrong with one value. */
export function refuse(violations: Violation[], path: string, code: string, message: string): Refused {
  if (violations.length < VIOLATIONS_MAX) violations.push({ path, code, message });
  return REFUSED;
}

function notAnObject(violations: Violation[], path: string): Refused {
  return refuse(violations, path, 'object.type', 'Thiếu nội dung hoặc nội dung không đúng dạng.');
}

function join(path: string, field: string | number): string {
  return path === '' ? String(field) : `${path}.${field}`;
}

/** An object with these fields and no others. */
export function object<T extends object>(shape: Shape<T>): Read<T> {
  const names = Object.keys(shape) as (keyof T & string)[];
  return (value, path, violations) => {
    if (!isRecord(value)) return notAnObject(violations, path);
    const result: Partial<T> = {};
    let refused = false;
    for (const name of names) {
      const field = shape[name](Object.hasOwn(value, name) ? value[name] : undefined, join(path, name), violations);
      if (field === REFUSED) refused = true;
      else result[name] = field;
    }
    for (const name of Object.keys(value)) {
      if (Object.hasOwn(shape, name)) continue;
      refuse(violations, join(path, name), 'field.unknown', 'Trường này không có trong biểu mẫu.');
      refused = true;
    }
    return refused ? REFUSED : (result as T);
  };
}

/** Some fields more, read beside an object that knows nothing of them. */
export function withFields<T extends object, More extends object>(read: Read<T>, more: Shape<More>): Read<T & More> {
  const moreOnly = object(more);
  return (value, path, violations) => {
    if (!isRecord(value)) return notAnObject(violations, path);
    const fields = Object.entries(value);
    const isMore = ([name]: [string, unknown]) => Object.hasOwn(more, name);
    const base = read(Object.fromEntries(fields.filter((field) => !isMore(field))), path, violations);
    const rest = moreOnly(Object.fromEntries(fields.filter(isMore)), path, violations);
    return base === REFUSED || rest === REFUSED ? REFUSED : { ...base, ...rest };
  };
}

/** A list whose items all read the same way. */
export function list<T>(item: Read<T>, { min = 0, max }: { min?: number; max: number }): Read<T[]> {
  return (value, path, violations) => {
    if (!Array.isArray(value) || value.length < min || value.length > max) {
      return refuse(violations, path, 'list.size', `Phải là danh sách từ ${min} đến ${max} mục.`);
    }
    const result: T[] = [];
    for (const [index, one] of value.entries()) {
      const read = item(one, join(path, index), violations);
      if (read !== REFUSED) result.push(read);
    }
    return result.length === value.length ? result : REFUSED;
  };
}

/** Absent or null gives the fallback. */
export function optional<T, F>(read: Read<T>, fallback: F): Read<T | F> {
  return (value, path, violations) =>
    value === undefined || value === null ? fallback : read(value, path, violations);
}

/** Null is an answer of its own; absent is refused. */
export function nullable<T>(read: Read<T>): Read<T | null> {
  return (value, path, violations) => (value === null ? null : read(value, path, violations));
}

/** A further demand on what was read: the field it concerns, a code and a text when it is not met. */
export function demand<T>(read: Read<T>, wrong: (value: T) => Violation | null): Read<T> {
  return (value, path, violations) => {
    const result = read(value, path, violations);
    if (result === REFUSED) return REFUSED;
    const violation = wrong(result);
    if (!violation) return result;
    return refuse(violations, violation.path ? join(path, violation.path) : path, violation.code, violation.message);
  };
}

/** Text in NFC without white space at its ends; not empty. */
export function text({ max, multiline = false }: { max: number; multiline?: boolean }): Read<string> {
  return (value, path, violations) => {
    if (typeof value !== 'string') return refuse(violations, path, 'text.type', 'Phải là chữ.');
    if (!isStorableText(value) || (!multiline && /[\r\n]/.test(value))) {
      return refuse(violations, path, 'text.characters', 'Có ký tự không dùng được; đề nghị gõ lại.');
    }
    const clean = value.normalize('NFC').trim();
    if (clean === '') return refuse(violations, path, 'text.short', 'Không được để trống.');
    if (codePointLength(clean) > max) return refuse(violations, path, 'text.long', `Nhiều nhất ${max} ký tự.`);
    return clean;
  };
}

export const flag: Read<boolean> = (value, path, violations) => {
  return typeof value === 'boolean' ? value : refuse(violations, path, 'flag.type', 'Phải là có hoặc không.');
};

export const day: Read<CalendarDate> = (value, path, violations) => {
  return isCalendarDate(value) ? value : refuse(violations, path, 'day.form', 'Ngày không hợp lệ.');
};

/** A count: a whole number as a decimal string, not negative, at most 15 digits. */
export const count: Read<Decimal> = (value, path, violations) => {
  if (isDecimal(value) && /^\d+$/.test(value)) return value;
  return refuse(violations, path, 'count.form', 'Phải là số nguyên không âm.');
};

/** A decimal string between two bounds, both included. */
export function decimal(min: Decimal, max: Decimal): Read<Decimal> {
  return (value, path, violations) => {
    if (isDecimal(value) && compareDecimals(value, min) >= 0 && compareDecimals(value, max) <= 0) {
      return value.includes('.') ? value.replace(/\.?0+$/, '').replace(/^-0$/, '0') : value;
    }
    const range = `Phải là số từ ${formatDecimal(min)} đến ${formatDecimal(max)}.`;
    return refuse(violations, path, 'decimal.range', range);
  };
}

/** A whole number between two bounds, as a JSON number. */
export function whole(min: number, max: number): Read<number> {
  return (value, path, violations) => {
    if (Number.isInteger(value) && Number(value) >= min && Number(value) <= max) return Number(value);
    return refuse(violations, path, 'whole.range', `Phải là số nguyên từ ${min} đến ${max}.`);
  };
}

/** The stable name of a thing inside a set: "3.1.1", "MC01", "late". */
export const key: Read<string> = (value, path, violations) => {
  if (typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(value)) return value;
  const form = 'Mã gồm chữ không dấu, chữ số, dấu chấm, gạch ngang; nhiều nhất 40 ký tự.';
  return refuse(violations, path, 'key.form', form);
};

export function oneOf<const T extends string>(values: readonly T[]): Read<T> {
  return (value, path, violations) => {
    const found = values.find((one) => one === value);
    return found ?? refuse(violations, path, 'choice.unknown', 'Giá trị không có trong danh sách.');
  };
}

/** Distinct values out of a list, given back in the order of the list. */
export function someOf<const T extends string>(values: readonly T[]): Read<T[]> {
  return (value, path, violations) => {
    if (
      Array.isArray(value) &&
      new Set(value).size === value.length &&
      value.every((one) => values.some((known) => known === one))
    ) {
      return values.filter((known) => value.includes(known));
    }
    return refuse(violations, path, 'choice.unknown', 'Có giá trị không có trong danh sách.');
  };
}

/** One of several objects, told apart by the field `kind`. */
export function tagged<T extends { kind: string }>(shapes: Record<T['kind'], object>): Read<T> {
  const kinds = Object.keys(shapes) as T['kind'][];
  const kindOnly = oneOf(kinds);
  const readers = Object.fromEntries(
    Object.entries<object>(shapes).map(([kind, shape]) => [kind, object({ kind: oneOf([kind]), ...shape })]),
  ) as Record<string, Read<unknown>>;
  return (value, path, violations) => {
    if (!isRecord(value)) return notAnObject(violations, path);
    const kind = kindOnly(value['kind'], join(path, 'kind'), violations);
    return kind === REFUSED ? REFUSED : (readers[kind]?.(value, path, violations) as T | Refused);
  };
}
