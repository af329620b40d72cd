import { Injectable } from '@nestjs/common';
import { WorkingCalendar, calendarAudit, type SetHolidayDto } from '@kiemtra/shared/calendar';
import { Problem, addDays, isCalendarDate, kernelProblems, type CalendarDate } from '@kiemtra/shared/kernel';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { CalendarRepository } from './calendar.repository.js';
import type { HolidayEntity } from './holiday.entity.js';

/** Longest term in calendar days that a due date is ever computed over. */
const HORIZON = 800;

@Injectable()
export class CalendarService {
  constructor(
    private readonly holidays: CalendarRepository,
    private readonly audit: Audit,
    private readonly db: Database,
  ) {}

  listYear(year: number): Promise<HolidayEntity[]> {
    return this.holidays.list(`${year}-01-01`, `${year}-12-31`);
  }

  /** The province's working calendar around a date, for due dates and remaining days. */
  async around(date: CalendarDate): Promise<WorkingCalendar> {
    return new WorkingCalendar(await this.listAround(date));
  }

  /** The days of the table around a date, for a device that computes without a network. */
  listAround(date: CalendarDate): Promise<HolidayEntity[]> {
    return this.holidays.list(addDays(date, -HORIZON), addDays(date, HORIZON));
  }

  async set(date: CalendarDate, { name, isWorkingDay }: SetHolidayDto): Promise<void> {
    if (!isCalendarDate(date)) throw new Problem(kernelProblems.notFound);
    await this.holidays.save({ date, name, isWorkingDay });
    await this.audit.record(calendarAudit.holidaySet, this.subject(), { date, name, isWorkingDay });
  }

  async remove(date: CalendarDate): Promise<void> {
    if (!isCalendarDate(date) || !(await this.holidays.remove(date))) throw new Problem(kernelProblems.notFound);
    await this.audit.record(calendarAudit.holidayRemoved, this.subject(), { date });
  }

  private subject() {
    return { kind: 'province', id: this.db.provinceId };
  }
}
