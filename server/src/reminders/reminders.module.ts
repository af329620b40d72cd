import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarModule } from '../calendar/calendar.module.js';
import { DailyReminders } from './daily-reminders.service.js';
import { EscalationLadderEntity, NoticeEntity } from './notice.entity.js';
import { ReminderWorker } from './reminder-worker.js';
import { RemindersRepository } from './reminders.repository.js';

@Module({
  imports: [TypeOrmModule.forFeature([NoticeEntity, EscalationLadderEntity]), CalendarModule],
  providers: [RemindersRepository, DailyReminders, ReminderWorker],
})
export class RemindersModule {}
