import { Injectable } from '@nestjs/common';
import { Problem, kernelProblems } from '@kiemtra/shared/kernel';
import { canPlan, plansProblems, type PlanAction, type PlanSavedView } from '@kiemtra/shared/plans';
import type { PlanEntity } from './plan.entity.js';
import { PlansRepository } from './plans.repository.js';

/** Every change of a plan begins and ends here: held against others, known to the editor, allowed in its state, as seen. */
@Injectable()
export class PlanEditing {
  constructor(private readonly plans: PlansRepository) {}

  async open(id: string, action: PlanAction, version: number): Promise<PlanEntity> {
    const plan = await this.plans.findAndHold(id, 'write');
    if (!plan || (await this.plans.isKept(id))) throw new Problem(kernelProblems.notFound);
    if (!canPlan(plan.state, action)) throw new Problem(plansProblems.notNow, { state: plan.state, action });
    if (plan.version !== version) throw new Problem(kernelProblems.stale);
    return plan;
  }

  /** Nobody prepares a surprise at home: the plan would be out of the editor's own sight. */
  async save(plan: PlanEntity): Promise<PlanSavedView> {
    plan.version += 1;
    await this.plans.update(plan);
    if (await this.plans.isKept(plan.id)) throw new Problem(plansProblems.ownUnit);
    return { version: plan.version };
  }
}

/** Where audit lines about a plan stand. */
export function planSubject(id: string) {
  return { kind: 'plan', id, planId: id };
}
