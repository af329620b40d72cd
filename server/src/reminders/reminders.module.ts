import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarModule } from '../calendar/calendar.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { RemediationModule } from '../remediation/remediation.module.js';
import { DailyReminders } from './daily-reminders.service.js';
import { DigestsRepository } from './digests.repository.js';
import { DigestsService } from './digests.service.js';
import { EscalationsController } from './escalations.controller.js';
import { EscalationsRepository } from './escalations.repository.js';
import { EscalationsService } from './escalations.service.js';
import { EscalationLadderEntity, NoticeEntity } from './notice.entity.js';
import { NoticesController } from './notices.controller.js';
import { NoticesRepository } from './notices.repository.js';
import { NoticesService } from './notices.service.js';
import { ReminderWorker } from './reminder-worker.js';
import { RemindersRepository } from './reminders.repository.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([NoticeEntity, EscalationLadderEntity]),
    CalendarModule,
    PlansModule,
    RemediationModule,
  ],
  controllers: [NoticesController, EscalationsController],
  providers: [
    RemindersRepository,
    DailyReminders,
    DigestsRepository,
    DigestsService,
    ReminderWorker,
    NoticesRepository,
    NoticesService,
    EscalationsRepository,
    EscalationsService,
  ],
})
export class RemindersModule {}
