import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { UsersModule } from '../users/users.module.js';
import { BookingsRepository } from './bookings.repository.js';
import { BookingsService } from './bookings.service.js';
import { DraftsService } from './drafts.service.js';
import { PlanActsService } from './plan-acts.service.js';
import { PlanEditing } from './plan-editing.service.js';
import { PlanEntity, PlanTargetEntity } from './plan.entity.js';
import { PlansController } from './plans.controller.js';
import { PlansRepository } from './plans.repository.js';
import { PlansService } from './plans.service.js';
import { TargetsRepository } from './targets.repository.js';
import { TargetsService } from './targets.service.js';
import { TeamEntity, TeamMemberEntity } from './team.entity.js';
import { TeamsRepository } from './teams.repository.js';
import { TeamsService } from './teams.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([PlanEntity, PlanTargetEntity, TeamEntity, TeamMemberEntity]), UsersModule],
  controllers: [PlansController],
  providers: [
    PlansRepository,
    TargetsRepository,
    TeamsRepository,
    BookingsRepository,
    BookingsService,
    PlanEditing,
    PlansService,
    DraftsService,
    TargetsService,
    TeamsService,
    PlanActsService,
  ],
  exports: [PlansService, PlanActsService, BookingsService],
})
export class PlansModule {}
