import { addDays, type CalendarDate } from '@kiemtra/shared/kernel';
import type { HalfDay, VisitListItemView } from '@kiemtra/shared/visits';

/** The visits of one day by half-day; visits of the past may lack the half-day (`day`) or even the date. */
export interface DayVisits extends Record<HalfDay | 'day', VisitListItemView[]> {
  date: CalendarDate | null;
}

/** Visits grouped by day and half-day, the unknown day last; days without visits are left out. */
export function byDay(visits: readonly VisitListItemView[]): DayVisits[] {
  const dates = [...new Set(visits.map(({ date }) => date))].sort((a, b) => (a ?? '9999').localeCompare(b ?? '9999'));
  return dates.map((date) => {
    const ofHalf = (half: HalfDay | null) => visits.filter((visit) => visit.date === date && visit.halfDay === half);
    return { date, morning: ofHalf('morning'), afternoon: ofHalf('afternoon'), day: ofHalf(null) };
  });
}

/** Sunday of the week that begins with this Monday. */
export function endOfWeek(monday: CalendarDate): CalendarDate {
  return addDays(monday, 6);
}
