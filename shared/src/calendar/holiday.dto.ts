import { Flag, Text, Whole } from '../kernel/index.js';

/** PUT /holidays/:date */
export class SetHolidayDto {
  @Text({ max: 120 }) name: string;
  /** True for a weekend day that is worked in exchange for another day off. */
  @Flag() isWorkingDay: boolean;
}

/** GET /holidays */
export class ListHolidaysDto {
  @Whole({ min: 1900, max: 2199 }) year: number;
}
