import Big from 'big.js';

/** An exact decimal number written with a dot, e.g. "18.25"; the only form in JSON, storage and rules. */
export type Decimal = string;

const PATTERN = /^-?(0|[1-9]\d{0,14})(\.\d{1,10})?$/;

/** Big with enough digits that a quotient of two 15-digit numbers never lies within its error of a rounding boundary. */
export const Exact = Big();
Exact.DP = 40;
Exact.RM = Exact.roundHalfUp;
Exact.NE = -60;
Exact.PE = 60;

/** True for a plain decimal string: no exponent, no leading zeros, at most 15 digits before and 10 after the dot. */
export function isDecimal(value: unknown): value is Decimal {
  return typeof value === 'string' && PATTERN.test(value) && value !== '-0';
}

/**
 * Reads what a person types: "2,5", "2.5", " 1.245,5 " (dots as thousands only beside a comma).
 * Returns null when it is not a number.
 */
export function parseTypedDecimal(typed: string): Decimal | null {
  const compact = typed.trim().replace(/\s/g, '');
  if (!/^-?[\d.,]+$/.test(compact)) return null;
  const grouped = /^-?\d{1,3}(\.\d{3})+,\d+$/.test(compact);
  const plain = grouped ? compact.replace(/\./g, '').replace(',', '.') : compact.replace(',', '.');
  const trimmed = plain.replace(/^(-?)0+(?=\d)/, '$1');
  return isDecimal(trimmed) ? trimmed : null;
}

/** Exact sum. */
export function sumDecimals(values: Iterable<Decimal>): Decimal {
  let total = new Exact(0);
  for (const value of values) total = total.plus(value);
  return total.toFixed();
}

/** -1, 0 or 1. */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  return new Exact(a).cmp(b);
}

/** Rounds half up (away from zero) to the given number of decimals and keeps them: "2.745" → "2.75". */
export function roundHalfUp(value: Decimal, decimals: number): Decimal {
  return new Exact(value).toFixed(decimals);
}

/** Vietnamese print: decimal comma, dot between thousands: "1245.5" → "1.245,5"; `decimals` pads and rounds. */
export function formatDecimal(value: Decimal, decimals?: number): string {
  const fixed = decimals === undefined ? new Exact(value).toFixed() : new Exact(value).toFixed(decimals);
  const [whole = '0', fraction] = fixed.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return fraction ? `${grouped},${fraction}` : grouped;
}
