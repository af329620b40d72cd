import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Faults, Problem, kernelProblems } from '@kiemtra/shared/kernel';
import {
  ladderFaults,
  remindersAudit,
  type EscalationView,
  type LadderView,
  type SetLadderDto,
} from '@kiemtra/shared/reminders';
import { CalendarService } from '../calendar/calendar.service.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock/clock.js';
import type { Access } from '../platform/http/route.js';
import { PlansService } from '../plans/plans.service.js';
import { RemediationService } from '../remediation/remediation.service.js';
import { EscalationsRepository } from './escalations.repository.js';
import { presentEscalation, presentLadder } from './reminders.presenter.js';

@Injectable()
export class EscalationsService {
  constructor(
    private readonly escalations: EscalationsRepository,
    private readonly plans: PlansService,
    private readonly remediation: RemediationService,
    private readonly calendar: CalendarService,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async listOfPlan(access: Access, planId: string): Promise<EscalationView[]> {
    await this.plans.getVisible(access, planId);
    return this.list({ planId, recipientId: null });
  }

  async listOfRecipient(access: Access, recipientId: string): Promise<EscalationView[]> {
    return this.list({ planId: await this.remediation.planIdOf(access, recipientId), recipientId });
  }

  async getLadder(access: Access, planId: string): Promise<LadderView> {
    await this.plans.getVisible(access, planId);
    return presentLadder(await this.escalations.findLadder(planId));
  }

  /** Setting the same again changes nothing. */
  async setLadder(access: Access, planId: string, { version, ...ladder }: SetLadderDto): Promise<void> {
    await this.plans.getVisible(access, planId);
    new Faults(ladderFaults(ladder)).refuse();
    const { version: _, ...present } = presentLadder(await this.escalations.findLadder(planId));
    if (isDeepStrictEqual(present, { ...ladder })) return;
    if (!(await this.escalations.saveLadder(planId, version, ladder))) throw new Problem(kernelProblems.stale);
    await this.audit.record(remindersAudit.ladderSet, { kind: 'plan', id: planId, planId }, { ...ladder });
  }

  private async list(of: { planId: string; recipientId: string | null }): Promise<EscalationView[]> {
    const today = this.clock.today();
    const calendar = await this.calendar.around(today);
    return (await this.escalations.list(of)).map((row) => presentEscalation(row, today, calendar));
  }
}
