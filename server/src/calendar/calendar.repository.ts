import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@kiemtra/shared/kernel';
import { Between } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { HolidayEntity } from './holiday.entity.js';

@Injectable()
export class CalendarRepository {
  constructor(private readonly db: Database) {}

  async list(from: CalendarDate, to: CalendarDate): Promise<HolidayEntity[]> {
    const holidays = await this.db.repository(HolidayEntity);
    return holidays.find({ where: { date: Between(from, to) }, order: { date: 'asc' } });
  }

  async save(holiday: Omit<HolidayEntity, 'provinceId'>): Promise<void> {
    const holidays = await this.db.repository(HolidayEntity);
    await holidays.upsert({ ...holiday, provinceId: this.db.provinceId }, ['provinceId', 'date']);
  }

  /** False when the date was not in the table. */
  async remove(date: CalendarDate): Promise<boolean> {
    const holidays = await this.db.repository(HolidayEntity);
    const { affected } = await holidays.delete({ date });
    return affected === 1;
  }
}
