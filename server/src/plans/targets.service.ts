import { Injectable } from '@nestjs/common';
import { Faults, Problem, kernelProblems } from '@kiemtra/shared/kernel';
import {
  planName,
  plansAudit,
  plansProblems,
  targetViolations,
  type PlanSavedView,
  type ReplaceTargetsDto,
} from '@kiemtra/shared/plans';
import { Audit } from '../platform/audit/audit.js';
import { PlanEditing, planSubject } from './plan-editing.service.js';
import { targetRows } from './plan-content.js';
import { PlansRepository } from './plans.repository.js';
import { TargetsRepository } from './targets.repository.js';

@Injectable()
export class TargetsService {
  constructor(
    private readonly plans: PlansRepository,
    private readonly targets: TargetsRepository,
    private readonly editing: PlanEditing,
    private readonly audit: Audit,
  ) {}

  /** The whole list: what is new is added, what is missing goes, unless it is to be visited. An id stays the same unit. */
  async replace(planId: string, { version, targets }: ReplaceTargetsDto): Promise<PlanSavedView> {
    const plan = await this.editing.open(planId, 'edit', version);
    await this.check(targets);
    const rows = targetRows(planId, targets, null);
    const ids = new Set(rows.map(({ id }) => id));

    const unitOf = new Map(rows.map(({ id, organizationId }) => [id, organizationId]));
    const isReused = (await this.targets.findByIds([...ids])).some(
      (target) => target.planId !== planId || target.organizationId !== unitOf.get(target.id),
    );
    if (isReused) throw new Problem(kernelProblems.idReused);

    const removed = (await this.targets.list(planId)).flatMap(({ id }) => (ids.has(id) ? [] : [id]));
    const names = await this.targets.visitedNames(removed);
    if (names.length > 0) throw new Problem(plansProblems.targetHasVisits, { names });

    await this.targets.remove(removed);
    await this.targets.save(rows);
    const saved = await this.editing.save(plan);
    await this.audit.record(plansAudit.targetsReplaced, planSubject(planId), {
      name: planName(plan),
      count: rows.length,
    });
    return saved;
  }

  private async check(targets: ReplaceTargetsDto['targets']): Promise<void> {
    const known = await this.plans.knownUnits(targets.flatMap(({ organizationId }) => organizationId ?? []));
    const faults = new Faults(targetViolations(targets));
    for (const [index, { organizationId }] of targets.entries()) {
      if (organizationId && !known.has(organizationId)) {
        faults.add(plansProblems.unknownUnit, `targets.${index}.organizationId`);
      }
    }
    faults.refuse();
  }
}
