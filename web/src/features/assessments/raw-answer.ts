import { isDecimal } from '@kiemtra/shared/kernel';

/** An answer as it stands in the fields, readable or not: the JSON that `readInput` is asked about, text where typed. */
export type RawAnswer = Readonly<Record<string, unknown>>;

/** Names from the outside in; a name may hold a dot. */
export type FieldPath = readonly [string, ...string[]];

export function isRaw(value: unknown): value is RawAnswer {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function valueAt(raw: RawAnswer | null, [name, ...rest]: FieldPath): unknown {
  const value = raw?.[name];
  const [next, ...further] = rest;
  return next === undefined ? value : valueAt(isRaw(value) ? value : null, [next, ...further]);
}

/** The text of a field; '' where there is none. */
export function textAt(raw: RawAnswer | null, path: FieldPath): string {
  const value = valueAt(raw, path);
  return typeof value === 'string' ? value : '';
}

/** The answer with one field changed. A criterion that was left out is answered from now on. */
export function withValue(raw: RawAnswer | null, [name, ...rest]: FieldPath, value: unknown): RawAnswer {
  const base = raw === null || 'state' in raw ? {} : raw;
  const [next, ...further] = rest;
  if (next === undefined) return { ...base, [name]: value };
  const inner = base[name];
  return { ...base, [name]: withValue(isRaw(inner) ? inner : null, [next, ...further], value) };
}

/** One more or one fewer of what is counted, never below none; what cannot be read counts as none. */
export function stepped(count: string, by: 1 | -1): string {
  const now = isDecimal(count) && /^\d{1,15}$/.test(count) ? BigInt(count) : 0n;
  const next = now + BigInt(by);
  return String(next < 0n ? 0n : next);
}
