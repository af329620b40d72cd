import { Injectable } from '@nestjs/common';
import { Problem, kernelProblems } from '@kiemtra/shared/kernel';
import {
  canPlan,
  missingToIssue,
  planName,
  plansAudit,
  plansProblems,
  type PlanActDto,
  type PlanSavedView,
  type PlanToIssue,
} from '@kiemtra/shared/plans';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock/clock.js';
import { PlanEditing, planSubject } from './plan-editing.service.js';
import type { PlanEntity } from './plan.entity.js';
import { PlansRepository } from './plans.repository.js';
import { TargetsRepository } from './targets.repository.js';
import { TeamsRepository } from './teams.repository.js';

@Injectable()
export class PlanActsService {
  constructor(
    private readonly plans: PlansRepository,
    private readonly targets: TargetsRepository,
    private readonly teams: TeamsRepository,
    private readonly editing: PlanEditing,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Makes the plan binding: its criteria are pinned to every target, and units see it unless it is a surprise. */
  async issue(id: string, { version }: PlanActDto): Promise<PlanSavedView> {
    const plan = await this.editing.open(id, 'issue', version);
    const { criteriaVersionId } = plan;
    const criteria = criteriaVersionId ? await this.plans.findCriteria(criteriaVersionId) : null;
    const teams = await this.teams.list(id);
    const lacking: PlanToIssue = {
      number: plan.number,
      issuedOn: plan.issuedOn,
      criteria: criteria && { isPublished: criteria.is_published },
      targetCount: (await this.targets.list(id)).length,
      teams: teams.map(({ name, members }) => ({ name, hasLead: members.some(({ role }) => role === 'lead') })),
    };
    const violations = missingToIssue(lacking, this.clock.today());
    if (violations.length > 0 || !criteria || !criteriaVersionId) {
      const missing = violations.map(({ message }) => message);
      throw new Problem(plansProblems.notReady, { missing }, violations);
    }
    const count = await this.targets.pinCriteria(id, criteriaVersionId);
    plan.state = 'issued';
    const saved = await this.editing.save(plan);
    await this.audit.record(plansAudit.issued, planSubject(id), {
      name: planName(plan),
      criteria: `${criteria.name}, bản ${criteria.number}`,
      count,
    });
    return saved;
  }

  async start(id: string, { version }: PlanActDto): Promise<PlanSavedView> {
    const plan = await this.editing.open(id, 'start', version);
    plan.state = 'in_progress';
    const saved = await this.editing.save(plan);
    await this.audit.record(plansAudit.started, planSubject(id), { name: planName(plan) });
    return saved;
  }

  async conclude(id: string, { version }: PlanActDto): Promise<PlanSavedView> {
    const plan = await this.editing.open(id, 'conclude', version);
    await this.refuseOpenVisits(plan);
    plan.state = 'concluded';
    const saved = await this.editing.save(plan);
    await this.audit.record(plansAudit.concluded, planSubject(id), { name: planName(plan) });
    return saved;
  }

  async cancel(id: string, { version }: PlanActDto): Promise<PlanSavedView> {
    const plan = await this.editing.open(id, 'cancel', version);
    await this.refuseOpenVisits(plan);
    plan.state = 'cancelled';
    const saved = await this.editing.save(plan);
    await this.audit.record(plansAudit.cancelled, planSubject(id), { name: planName(plan) });
    return saved;
  }

  /** Called when a team has come to a unit: the first of them starts the plan. Nobody's editing is disturbed by it. */
  async begin(id: string): Promise<void> {
    const plan = await this.plans.findAndHold(id, 'write');
    if (!plan) throw new Problem(kernelProblems.notFound);
    const { state } = plan;
    if (!canPlan(state, 'conduct')) throw new Problem(plansProblems.notNow, { state, action: 'conduct' });
    if (state !== 'issued') return;
    plan.state = 'in_progress';
    await this.plans.update(plan);
    await this.audit.record(plansAudit.started, planSubject(id), { name: planName(plan) });
  }

  private async refuseOpenVisits({ id }: PlanEntity): Promise<void> {
    const count = await this.plans.countOpenVisits(id);
    if (count > 0) throw new Problem(plansProblems.hasOpenVisits, { count });
  }
}
