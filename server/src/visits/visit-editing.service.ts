import { Injectable } from '@nestjs/common';
import { Problem, kernelProblems } from '@kiemtra/shared/kernel';
import { canVisit, visitTimeText, visitsProblems, type VisitAction } from '@kiemtra/shared/visits';
import type { Access } from '../platform/http/route.js';
import { PlansService } from '../plans/plans.service.js';
import type { VisitEntity } from './visit.entity.js';
import type { VisitRow } from './visit.rows.js';
import { VisitsRepository } from './visits.repository.js';

/** Every change of a visit begins and ends here: seen by the caller, held against others, allowed in its state, and not at home. */
@Injectable()
export class VisitEditing {
  constructor(
    private readonly visits: VisitsRepository,
    private readonly plans: PlansService,
  ) {}

  async getVisible(access: Access, id: string): Promise<VisitRow> {
    const visit = await this.visits.findVisible(access, id);
    if (!visit) throw new Problem(kernelProblems.notFound);
    return visit;
  }

  async open(id: string, action: VisitAction): Promise<VisitEntity> {
    const visit = await this.visits.findAndHold(id);
    if (!visit) throw new Problem(kernelProblems.notFound);
    const { state } = visit;
    if (!canVisit(state, action)) throw new Problem(visitsProblems.notNow, { state, action });
    return visit;
  }

  async save(visit: VisitEntity): Promise<void> {
    await this.refuseOwn(visit.id);
    visit.version += 1;
    await this.visits.update(visit);
    await this.refuseOwn(visit.id);
  }

  async add(visit: Omit<VisitEntity, 'provinceId' | 'version'>): Promise<void> {
    await this.visits.insert(visit);
    await this.refuseOwn(visit.id);
  }

  /** Nobody has a hand in a visit to the own body. */
  private async refuseOwn(id: string): Promise<void> {
    if (await this.visits.isOwn(id)) throw new Problem(visitsProblems.ownVisit);
  }

  /** Which visit an audit line speaks of. */
  async describe(visit: Pick<VisitEntity, 'targetId' | 'date' | 'halfDay'>): Promise<{ unit: string; time: string }> {
    const names = await this.plans.namesOfTargets([visit.targetId]);
    return { unit: names.get(visit.targetId) ?? '', time: visitTimeText(visit) };
  }
}

/** Where audit lines about a visit stand. */
export function visitSubject({ id, planId }: Pick<VisitEntity, 'id' | 'planId'>) {
  return { kind: 'visit', id, planId };
}
