import { Injectable } from '@nestjs/common';
import { dateInVietnam, type CalendarDate } from '@kiemtra/shared/kernel';

/** The only source of time in the server, so that tests can set it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Today in Vietnam. */
  today(): CalendarDate {
    return dateInVietnam(this.now());
  }
}
