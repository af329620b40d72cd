import { addDays, formatDate, type CalendarDate } from '@kiemtra/shared/kernel';
import { UNKNOWN_START, type Validity } from '@kiemtra/shared/organizations';

/** The first day; in words where our lists do not know it. */
export function sinceText({ validFrom }: Pick<Validity, 'validFrom'>): string {
  return validFrom === UNKNOWN_START ? 'không rõ' : formatDate(validFrom);
}

/** The last day; null while there is none. */
export function untilText({ validTo }: Pick<Validity, 'validTo'>): string | null {
  return validTo && formatDate(addDays(validTo, -1));
}

/** The given day, or the last one of what had ended by then. */
export function dayWithin({ validTo }: Pick<Validity, 'validTo'>, date: CalendarDate): CalendarDate {
  return validTo !== null && validTo <= date ? addDays(validTo, -1) : date;
}
