import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Faults, Problem, kernelProblems } from '@kiemtra/shared/kernel';
import {
  planName,
  planViolations,
  plansAudit,
  plansProblems,
  type CreatePlanDto,
  type PlanContentDto,
  type PlanSavedView,
  type UpdatePlanDto,
} from '@kiemtra/shared/plans';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { PlanEditing, planSubject } from './plan-editing.service.js';
import { contentRow } from './plan-content.js';
import { PlansRepository } from './plans.repository.js';

@Injectable()
export class DraftsService {
  constructor(
    private readonly plans: PlansRepository,
    private readonly editing: PlanEditing,
    private readonly audit: Audit,
    private readonly db: Database,
  ) {}

  /** Creating the same plan again with the same id changes nothing. */
  async create(dto: CreatePlanDto): Promise<PlanSavedView> {
    await this.check(dto);
    const content = contentRow(dto);
    const createdBy = this.db.scope.caller?.accountId ?? null;
    const draft = { ...content, id: dto.id, state: 'draft' as const, isSample: false, createdBy };
    if (await this.plans.insert(draft)) {
      await this.audit.record(plansAudit.created, planSubject(dto.id), { name: planName(content) });
      return { version: 1 };
    }
    const existing = await this.plans.find(dto.id);
    const isSame = existing && isDeepStrictEqual({ ...existing }, { ...existing, ...draft });
    if (!isSame) throw new Problem(kernelProblems.idReused);
    return { version: existing.version };
  }

  async update(id: string, { version, ...dto }: UpdatePlanDto): Promise<PlanSavedView> {
    const plan = await this.editing.open(id, 'edit', version);
    await this.check(dto);
    const saved = await this.editing.save(Object.assign(plan, contentRow(dto)));
    await this.audit.record(plansAudit.updated, planSubject(id), { name: planName(plan) });
    return saved;
  }

  private async check(dto: PlanContentDto): Promise<void> {
    const faults = new Faults(planViolations(dto));
    const units = await this.plans.knownUnits([dto.authorityId]);
    if (!units.has(dto.authorityId)) faults.add(plansProblems.unknownUnit, 'authorityId');
    if (dto.criteriaVersionId && !(await this.plans.findCriteria(dto.criteriaVersionId))) {
      faults.add(plansProblems.unknownCriteria, 'criteriaVersionId');
    }
    faults.refuse();
  }
}
