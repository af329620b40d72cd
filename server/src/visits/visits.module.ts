import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { ClosingsRepository } from './closings.repository.js';
import { ScheduleService } from './schedule.service.js';
import { VisitActsService } from './visit-acts.service.js';
import { VisitEditing } from './visit-editing.service.js';
import { VisitEntity } from './visit.entity.js';
import { VisitsController } from './visits.controller.js';
import { VisitsRepository } from './visits.repository.js';
import { VisitsService } from './visits.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([VisitEntity]), EvidenceModule, PlansModule],
  controllers: [VisitsController],
  providers: [VisitsRepository, ClosingsRepository, VisitEditing, VisitsService, ScheduleService, VisitActsService],
  exports: [VisitsService],
})
export class VisitsModule {}
