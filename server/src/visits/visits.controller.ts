import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  CreateVisitDto,
  FinaliseVisitDto,
  ListVisitsDto,
  ReopenVisitDto,
  UpdateVisitDto,
  type VisitListItemView,
  type VisitView,
} from '@kiemtra/shared/visits';
import { CurrentAccess, Permit, type Access } from '../platform/http/route.js';
import { ScheduleService } from './schedule.service.js';
import { VisitActsService } from './visit-acts.service.js';
import { presentListItem, presentVisit } from './visits.presenter.js';
import { VisitsService } from './visits.service.js';

@Controller()
export class VisitsController {
  constructor(
    private readonly visits: VisitsService,
    private readonly schedule: ScheduleService,
    private readonly acts: VisitActsService,
  ) {}

  @Get('visits')
  @Permit('visits.read')
  async list(@CurrentAccess() access: Access, @Query() filter: ListVisitsDto): Promise<VisitListItemView[]> {
    return (await this.visits.list(access, filter)).map(presentListItem);
  }

  @Get('visits/:visitId')
  @Permit('visits.read')
  async get(@CurrentAccess() access: Access, @Param('visitId') visitId: string): Promise<VisitView> {
    return presentVisit(await this.visits.get(access, visitId));
  }

  @Post('plans/:planId/visits')
  @HttpCode(204)
  @Permit('visits.schedule')
  async create(
    @CurrentAccess() access: Access,
    @Param('planId') planId: string,
    @Body() body: CreateVisitDto,
  ): Promise<void> {
    await this.schedule.create(access, planId, body);
  }

  @Patch('visits/:visitId')
  @HttpCode(204)
  @Permit('visits.schedule')
  async update(
    @CurrentAccess() access: Access,
    @Param('visitId') visitId: string,
    @Body() body: UpdateVisitDto,
  ): Promise<void> {
    await this.schedule.update(access, visitId, body);
  }

  @Post('visits/:visitId/notify')
  @HttpCode(204)
  @Permit('visits.schedule')
  async notify(@CurrentAccess() access: Access, @Param('visitId') visitId: string): Promise<void> {
    await this.acts.notify(access, visitId);
  }

  @Post('visits/:visitId/check-in')
  @HttpCode(204)
  @Permit('fieldwork.record')
  async checkIn(@CurrentAccess() access: Access, @Param('visitId') visitId: string): Promise<void> {
    await this.acts.checkIn(access, visitId);
  }

  @Post('visits/:visitId/finalise')
  @HttpCode(204)
  @Permit('visits.conduct')
  async finalise(
    @CurrentAccess() access: Access,
    @Param('visitId') visitId: string,
    @Body() body: FinaliseVisitDto,
  ): Promise<void> {
    await this.acts.finalise(access, visitId, body);
  }

  @Post('visits/:visitId/reopen')
  @HttpCode(204)
  @Permit('visits.conduct')
  async reopen(
    @CurrentAccess() access: Access,
    @Param('visitId') visitId: string,
    @Body() body: ReopenVisitDto,
  ): Promise<void> {
    await this.acts.reopen(access, visitId, body);
  }

  @Post('visits/:visitId/cancel')
  @HttpCode(204)
  @Permit('visits.schedule')
  async cancel(@CurrentAccess() access: Access, @Param('visitId') visitId: string): Promise<void> {
    await this.acts.cancel(access, visitId);
  }
}
