import type { HolidayView } from '@kiemtra/shared/calendar';
import type { HolidayEntity } from './holiday.entity.js';

export function presentHoliday({ date, name, isWorkingDay }: HolidayEntity): HolidayView {
  return { date, name, isWorkingDay };
}
