import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarModule } from '../calendar/calendar.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { FindingsModule } from '../findings/findings.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { DraftsRepository } from './drafts.repository.js';
import { DraftsService } from './drafts.service.js';
import { ExplanationActsService } from './explanation-acts.service.js';
import { DraftConclusionEntity, ExplanationEntity, PutFindingEntity } from './explanation.entity.js';
import { ExplanationsController } from './explanations.controller.js';
import { ExplanationsRepository } from './explanations.repository.js';
import { ExplanationsService } from './explanations.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([DraftConclusionEntity, PutFindingEntity, ExplanationEntity]),
    CalendarModule,
    EvidenceModule,
    FindingsModule,
    PlansModule,
  ],
  controllers: [ExplanationsController],
  providers: [DraftsRepository, DraftsService, ExplanationActsService, ExplanationsRepository, ExplanationsService],
  exports: [DraftsService],
})
export class ExplanationsModule {}
