import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarModule } from '../calendar/calendar.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { FindingsModule } from '../findings/findings.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { DueDates } from './due-dates.js';
import { ExtensionsController } from './extensions.controller.js';
import { ExtensionsService } from './extensions.service.js';
import { RecipientsController } from './recipients.controller.js';
import { RecipientsRepository } from './recipients.repository.js';
import { RemediationService } from './remediation.service.js';
import { RemedyActsService } from './remedy-acts.service.js';
import { RemedyRatesController } from './remedy-rates.controller.js';
import { RemedyRatesRepository } from './remedy-rates.repository.js';
import { RemedyThread } from './remedy-thread.js';
import { ThreadRepository } from './thread.repository.js';
import {
  RemedyEntryEntity,
  RemedyEntryFindingEntity,
  RequestEntity,
  RequestFindingEntity,
  RequestRecipientEntity,
} from './request.entity.js';
import { RequestsController } from './requests.controller.js';
import { RequestsRepository } from './requests.repository.js';
import { RequestsService } from './requests.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      RequestEntity,
      RequestFindingEntity,
      RequestRecipientEntity,
      RemedyEntryEntity,
      RemedyEntryFindingEntity,
    ]),
    CalendarModule,
    EvidenceModule,
    FindingsModule,
    PlansModule,
  ],
  controllers: [RequestsController, RecipientsController, ExtensionsController, RemedyRatesController],
  providers: [
    DueDates,
    ExtensionsService,
    RecipientsRepository,
    RequestsRepository,
    RequestsService,
    RemedyActsService,
    RemedyRatesRepository,
    RemedyThread,
    ThreadRepository,
    RemediationService,
  ],
  exports: [RemediationService, RequestsService, RemedyActsService],
})
export class RemediationModule {}
