import type { CalendarDate } from '../kernel/index.js';

export interface HolidayView {
  date: CalendarDate;
  name: string;
  isWorkingDay: boolean;
}
