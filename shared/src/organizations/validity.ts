import type { CalendarDate } from '../kernel/index.js';

/** A span of days: `validTo` is the first day on which it no longer holds, null while it holds. */
export interface Validity {
  validFrom: CalendarDate;
  validTo: CalendarDate | null;
}

/** First day of the two-tier model: no districts and no townships from here on (Luật 72/2025/QH15). */
export const TWO_TIER_START: CalendarDate = '2025-07-01';

/** Written where a thing is older than our lists and its true first day is not in them. */
export const UNKNOWN_START: CalendarDate = '1900-01-01';

export const ALWAYS: Validity = { validFrom: UNKNOWN_START, validTo: null };
export const UNTIL_TWO_TIERS: Validity = { validFrom: UNKNOWN_START, validTo: TWO_TIER_START };
export const SINCE_TWO_TIERS: Validity = { validFrom: TWO_TIER_START, validTo: null };

/** True when both hold on some day. */
export function doOverlap(one: Validity, other: Validity): boolean {
  return (
    (one.validTo === null || other.validFrom < one.validTo) && (other.validTo === null || one.validFrom < other.validTo)
  );
}

/** True on every day from `validFrom` on and before `validTo`. */
export function isValidOn(span: Validity, date: CalendarDate): boolean {
  return span.validFrom <= date && (span.validTo === null || date < span.validTo);
}
