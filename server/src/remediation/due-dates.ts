import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@kiemtra/shared/kernel';
import { dueDate, dueStanding, extensionFault, type DueView, type RemedyState } from '@kiemtra/shared/remediation';
import { CalendarService } from '../calendar/calendar.service.js';
import { Clock } from '../platform/clock/clock.js';

/** Terms and due dates over the province's own calendar. */
@Injectable()
export class DueDates {
  constructor(
    private readonly calendar: CalendarService,
    private readonly clock: Clock,
  ) {}

  get today(): CalendarDate {
    return this.clock.today();
  }

  /** The due date of each term that begins on the issue date. */
  async from(issuedOn: CalendarDate): Promise<(workingDays: number | null) => CalendarDate | null> {
    const calendar = await this.calendar.around(issuedOn);
    return (workingDays) => dueDate(issuedOn, workingDays, calendar);
  }

  /** How due dates stand today. */
  async standing(): Promise<(dueOn: CalendarDate | null, state: RemedyState) => DueView | null> {
    const { today } = this;
    const calendar = await this.calendar.around(today);
    return (dueOn, state) => dueStanding(dueOn, state, today, calendar);
  }

  /** What is wrong today with a new due date instead of the present one. */
  async extensionFaults(): Promise<(until: CalendarDate, dueOn: CalendarDate) => string | null> {
    const { today } = this;
    const calendar = await this.calendar.around(today);
    return (until, dueOn) => extensionFault(until, dueOn, today, calendar);
  }
}
