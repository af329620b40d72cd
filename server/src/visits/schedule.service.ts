import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Faults, Problem, kernelProblems } from '@kiemtra/shared/kernel';
import {
  visitsAudit,
  visitsProblems,
  type CreateVisitDto,
  type UpdateVisitDto,
  type VisitContentDto,
} from '@kiemtra/shared/visits';
import { Audit } from '../platform/audit/audit.js';
import type { Access } from '../platform/http/route.js';
import { BookingsService } from '../plans/bookings.service.js';
import { PlansService } from '../plans/plans.service.js';
import { VisitEditing, visitSubject } from './visit-editing.service.js';
import { visitContent } from './visit-content.js';
import { VisitsRepository } from './visits.repository.js';

@Injectable()
export class ScheduleService {
  constructor(
    private readonly visits: VisitsRepository,
    private readonly editing: VisitEditing,
    private readonly plans: PlansService,
    private readonly bookings: BookingsService,
    private readonly audit: Audit,
  ) {}

  /** Creating the same visit again with the same id changes nothing. */
  async create(access: Access, planId: string, { id, ...dto }: CreateVisitDto): Promise<void> {
    const isNew = { state: 'planned' as const, checkedInAt: null, finalisedAt: null };
    const visit = { ...visitContent(dto), ...isNew, id, planId };
    const existing = await this.visits.findToCreate(id);
    if (existing && isDeepStrictEqual({ ...existing }, { ...existing, ...visit })) return;
    if (existing) throw new Problem(kernelProblems.idReused);
    await this.prepare(access, planId, dto);
    await this.editing.add(visit);
    await this.refuseClashes(id);
    await this.audit.record(visitsAudit.created, visitSubject(visit), await this.editing.describe(visit));
  }

  async update(access: Access, id: string, { version, ...dto }: UpdateVisitDto): Promise<void> {
    const { plan_id: planId } = await this.editing.getVisible(access, id);
    await this.prepare(access, planId, dto);
    const visit = await this.editing.open(id, 'edit');
    if (visit.version !== version) throw new Problem(kernelProblems.stale);
    await this.editing.save(Object.assign(visit, visitContent(dto)));
    await this.refuseClashes(id);
    await this.audit.record(visitsAudit.updated, visitSubject(visit), await this.editing.describe(visit));
  }

  /** The plan is open to scheduling and has the target and the team; nobody else books in the half-day from here on. */
  private async prepare(access: Access, planId: string, dto: VisitContentDto): Promise<void> {
    await this.plans.getOpenTo(access, planId, 'schedule');
    const has = await this.plans.hasParts(planId, dto);
    const faults = new Faults();
    if (!has.target) faults.add(visitsProblems.unknownTarget, 'targetId');
    if (!has.team) faults.add(visitsProblems.unknownTeam, 'teamId');
    faults.refuse();
    await this.bookings.hold(dto);
  }

  private refuseClashes(id: string): Promise<void> {
    return this.bookings.refuseClashes([id], { time: 'halfDay', team: 'teamId' });
  }
}
