import { addDays, daysBetween, weekdayOf, type CalendarDate } from '../kernel/index.js';

/** A public holiday, or a weekend day that is worked in exchange for one. */
export interface Holiday {
  date: CalendarDate;
  isWorkingDay: boolean;
}

/** The days of a province that differ from the plain week. */
export class WorkingCalendar {
  private readonly exceptions: Map<CalendarDate, boolean>;

  constructor(holidays: Iterable<Holiday>) {
    this.exceptions = new Map([...holidays].map(({ date, isWorkingDay }) => [date, isWorkingDay]));
  }

  /** Monday to Friday unless the holiday table says otherwise. */
  isWorkingDay(date: CalendarDate): boolean {
    const weekday = weekdayOf(date);
    return this.exceptions.get(date) ?? (weekday !== 0 && weekday !== 6);
  }

  /**
   * The last day of a term of `count` working days. Day 1 is the first working day after `from`
   * (Bộ luật Dân sự 2015, Điều 147 khoản 2: the day of the event is not counted). `count` ≥ 0; 0 gives `from`.
   */
  after(from: CalendarDate, count: number): CalendarDate {
    let date = from;
    for (let left = count; left > 0;) {
      date = addDays(date, 1);
      if (this.isWorkingDay(date)) left -= 1;
    }
    return date;
  }

  /** Working days after `from` up to and including `to`; negative when `to` is earlier. */
  between(from: CalendarDate, to: CalendarDate): number {
    if (to < from) return -this.between(to, from);
    let count = 0;
    for (let step = 1; step <= daysBetween(from, to); step += 1) if (this.isWorkingDay(addDays(from, step))) count += 1;
    return count;
  }
}

/** How a due date stands today: "hạn hôm nay", "còn 3 ngày làm việc", "quá hạn 2 ngày làm việc". */
export function dueText(remainingWorkingDays: number, isPast: boolean): string {
  if (isPast) return remainingWorkingDays === 0 ? 'quá hạn' : `quá hạn ${-remainingWorkingDays} ngày làm việc`;
  return remainingWorkingDays === 0 ? 'hạn hôm nay' : `còn ${remainingWorkingDays} ngày làm việc`;
}
