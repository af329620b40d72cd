import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { SetLadderDto, type EscalationView, type LadderView } from '@kiemtra/shared/reminders';
import { CurrentAccess, Permit, type Access } from '../platform/http/route.js';
import { EscalationsService } from './escalations.service.js';

@Controller()
export class EscalationsController {
  constructor(private readonly escalations: EscalationsService) {}

  @Get('plans/:planId/escalations')
  @Permit('remediation.decide')
  listOfPlan(@CurrentAccess() access: Access, @Param('planId') planId: string): Promise<EscalationView[]> {
    return this.escalations.listOfPlan(access, planId);
  }

  @Get('request-recipients/:recipientId/escalations')
  @Permit('remediation.read')
  listOfRecipient(
    @CurrentAccess() access: Access,
    @Param('recipientId') recipientId: string,
  ): Promise<EscalationView[]> {
    return this.escalations.listOfRecipient(access, recipientId);
  }

  @Get('plans/:planId/escalation-ladder')
  @Permit('remediation.decide')
  getLadder(@CurrentAccess() access: Access, @Param('planId') planId: string): Promise<LadderView> {
    return this.escalations.getLadder(access, planId);
  }

  @Put('plans/:planId/escalation-ladder')
  @Permit('plans.edit')
  async setLadder(
    @CurrentAccess() access: Access,
    @Param('planId') planId: string,
    @Body() body: SetLadderDto,
  ): Promise<LadderView> {
    await this.escalations.setLadder(access, planId, body);
    return this.escalations.getLadder(access, planId);
  }
}
