import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import {
  CreatePlanDto,
  ListPlansDto,
  PlanActDto,
  ReplaceTargetsDto,
  ReplaceTeamsDto,
  UpdatePlanDto,
  type InspectorView,
  type PlanListItemView,
  type PlanSavedView,
  type PlanView,
} from '@kiemtra/shared/plans';
import { CurrentAccess, Permit, type Access } from '../platform/http/route.js';
import { DraftsService } from './drafts.service.js';
import { PlanActsService } from './plan-acts.service.js';
import { presentListItem, presentPlan } from './plans.presenter.js';
import { PlansService } from './plans.service.js';
import { TargetsService } from './targets.service.js';
import { TeamsService } from './teams.service.js';

@Controller('plans')
export class PlansController {
  constructor(
    private readonly plans: PlansService,
    private readonly drafts: DraftsService,
    private readonly targets: TargetsService,
    private readonly teams: TeamsService,
    private readonly acts: PlanActsService,
  ) {}

  @Get()
  @Permit('plans.read')
  async list(@CurrentAccess() access: Access, @Query() filter: ListPlansDto): Promise<PlanListItemView[]> {
    return (await this.plans.list(access, filter)).map(presentListItem);
  }

  @Get('inspectors')
  @Permit('plans.edit')
  listInspectors(): Promise<InspectorView[]> {
    return this.teams.listInspectors();
  }

  @Get(':planId')
  @Permit('plans.read')
  async get(@CurrentAccess() access: Access, @Param('planId') planId: string): Promise<PlanView> {
    return presentPlan(await this.plans.getDetail(access, planId));
  }

  @Post()
  @Permit('plans.edit')
  create(@Body() body: CreatePlanDto): Promise<PlanSavedView> {
    return this.drafts.create(body);
  }

  @Patch(':planId')
  @Permit('plans.edit')
  update(@Param('planId') planId: string, @Body() body: UpdatePlanDto): Promise<PlanSavedView> {
    return this.drafts.update(planId, body);
  }

  @Put(':planId/targets')
  @Permit('plans.edit')
  replaceTargets(@Param('planId') planId: string, @Body() body: ReplaceTargetsDto): Promise<PlanSavedView> {
    return this.targets.replace(planId, body);
  }

  @Put(':planId/teams')
  @Permit('plans.edit')
  replaceTeams(@Param('planId') planId: string, @Body() body: ReplaceTeamsDto): Promise<PlanSavedView> {
    return this.teams.replace(planId, body);
  }

  @Post(':planId/issue')
  @HttpCode(200)
  @Permit('plans.issue')
  issue(@Param('planId') planId: string, @Body() body: PlanActDto): Promise<PlanSavedView> {
    return this.acts.issue(planId, body);
  }

  @Post(':planId/start')
  @HttpCode(200)
  @Permit('plans.issue')
  start(@Param('planId') planId: string, @Body() body: PlanActDto): Promise<PlanSavedView> {
    return this.acts.start(planId, body);
  }

  @Post(':planId/conclude')
  @HttpCode(200)
  @Permit('plans.issue')
  conclude(@Param('planId') planId: string, @Body() body: PlanActDto): Promise<PlanSavedView> {
    return this.acts.conclude(planId, body);
  }

  @Post(':planId/cancel')
  @HttpCode(200)
  @Permit('plans.issue')
  cancel(@Param('planId') planId: string, @Body() body: PlanActDto): Promise<PlanSavedView> {
    return this.acts.cancel(planId, body);
  }
}
