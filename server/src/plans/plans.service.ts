import { Injectable } from '@nestjs/common';
import { Problem, kernelProblems } from '@kiemtra/shared/kernel';
import {
  canPlan,
  planName,
  plansAudit,
  plansProblems,
  type ListPlansDto,
  type PlanAction,
  type PlanContentDto,
  type PlanState,
  type PlanTargetDto,
  type TeamDto,
} from '@kiemtra/shared/plans';
import { Audit } from '../platform/audit/audit.js';
import type { Access } from '../platform/http/route.js';
import { planSubject } from './plan-editing.service.js';
import { contentRow, memberRows, targetRows, teamRows } from './plan-content.js';
import type { PlanDetail, PlanRow, TargetOfPlanRow } from './plan.rows.js';
import { PlansRepository } from './plans.repository.js';
import { TargetsRepository } from './targets.repository.js';
import { TeamsRepository } from './teams.repository.js';

/** A plan as it was, in any state and with whatever is known of it. */
export interface RecordedPlan extends PlanContentDto {
  id: string;
  state: PlanState;
  isSample: boolean;
  targets: PlanTargetDto[];
  teams: TeamDto[];
}

/** What plans tell: their own pages, and the features that work on a plan. */
@Injectable()
export class PlansService {
  constructor(
    private readonly plans: PlansRepository,
    private readonly targets: TargetsRepository,
    private readonly teams: TeamsRepository,
    private readonly audit: Audit,
  ) {}

  list(access: Access, filter: ListPlansDto): Promise<PlanRow[]> {
    return this.plans.listVisible(access, filter);
  }

  async getDetail(access: Access, id: string): Promise<PlanDetail> {
    const plan = await this.getVisible(access, id);
    return plan.sees_whole
      ? { plan, targets: await this.targets.list(id), teams: await this.teams.list(id) }
      : { plan, targets: await this.targets.list(id, access.organizationId), teams: [] };
  }

  /** The plan if the caller sees it, whole or the own part (`sees_whole`); not found otherwise. */
  async getVisible(access: Access, id: string): Promise<PlanRow> {
    const plan = await this.plans.findVisible(access, id);
    if (!plan) throw new Problem(kernelProblems.notFound);
    return plan;
  }

  /** Ids of the plans the caller sees whole; an inspected unit sees none of them whole. */
  visiblePlanIds(access: Access): Promise<string[]> {
    return this.plans.listWholeIds(access);
  }

  /** The target if the caller sees it; an inspected unit sees its own alone. Not found otherwise. */
  async getTargetVisible(access: Access, targetId: string): Promise<TargetOfPlanRow> {
    const target = await this.targets.findVisible(access, targetId);
    if (!target) throw new Problem(kernelProblems.notFound);
    return target;
  }

  /** Names of targets as of the time of their plans, labels included; unknown ids are missing from the answer. */
  namesOfTargets(ids: readonly string[]): Promise<Map<string, string>> {
    return this.targets.names(ids);
  }

  /** The plan, which stays as it is until the work ends, if the caller sees it whole and its state allows the action. */
  async getOpenTo(access: Access, id: string, action: PlanAction): Promise<PlanRow> {
    await this.plans.findAndHold(id, 'read');
    const plan = await this.getVisible(access, id);
    if (!plan.sees_whole) throw new Problem(kernelProblems.notFound);
    if (!canPlan(plan.state, action)) throw new Problem(plansProblems.notNow, { state: plan.state, action });
    return plan;
  }

  /** True when both belong to the plan. */
  async hasParts(planId: string, { targetId, teamId }: { targetId: string; teamId: string }) {
    const [target] = await this.targets.findByIds([targetId]);
    const { teams } = await this.teams.findByIds([teamId], []);
    return { target: target?.planId === planId, team: teams[0]?.planId === planId };
  }

  /** Stores a plan of the past or of the sample data as it was: what is not known stays empty. For commands. */
  async record({ id, state, isSample, targets, teams, ...content }: RecordedPlan): Promise<void> {
    const row = contentRow(content);
    if (!(await this.plans.insert({ ...row, id, state, isSample, createdBy: null }))) {
      throw new Problem(kernelProblems.idReused);
    }
    await this.targets.save(targetRows(id, targets, state === 'draft' ? null : row.criteriaVersionId));
    await this.teams.save(teamRows(id, teams), memberRows(teams));
    await this.audit.record(plansAudit.recorded, planSubject(id), { name: planName(row) });
  }
}
