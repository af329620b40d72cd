import { Injectable } from '@nestjs/common';
import { Problem } from '@kiemtra/shared/kernel';
import { SURPRISE_KINDS, canPlan, plansProblems } from '@kiemtra/shared/plans';
import { visitsAudit, visitsProblems } from '@kiemtra/shared/visits';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock/clock.js';
import type { Access } from '../platform/http/route.js';
import { BookingsService } from '../plans/bookings.service.js';
import { PlanActsService } from '../plans/plan-acts.service.js';
import { VisitEditing, visitSubject } from './visit-editing.service.js';
import { VisitsRepository } from './visits.repository.js';

@Injectable()
export class VisitActsService {
  constructor(
    private readonly visits: VisitsRepository,
    private readonly editing: VisitEditing,
    private readonly plans: PlanActsService,
    private readonly bookings: BookingsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** From here on the unit sees the visit. */
  async notify(access: Access, id: string): Promise<void> {
    const { plan_kind: kind, plan_state: state } = await this.editing.getVisible(access, id);
    if (!canPlan(state, 'conduct')) throw new Problem(plansProblems.notNow, { state, action: 'conduct' });
    if (SURPRISE_KINDS.includes(kind)) throw new Problem(visitsProblems.surpriseNotNotified);
    const visit = await this.editing.open(id, 'notify');
    await this.bookings.refuseOwnUnit(id);
    visit.state = 'notified';
    await this.editing.save(visit);
    await this.audit.record(visitsAudit.notified, visitSubject(visit), await this.editing.describe(visit));
  }

  /** The team has come. Any member may say so, since the head may come later; the audit line keeps who it was. */
  async checkIn(access: Access, id: string): Promise<void> {
    const { plan_id: planId } = await this.editing.getVisible(access, id);
    await this.plans.begin(planId);
    const visit = await this.editing.open(id, 'check_in');
    await this.bookings.refuseOwnUnit(id);
    visit.state = 'in_progress';
    visit.checkedInAt = this.clock.now();
    await this.editing.save(visit);
    await this.audit.record(visitsAudit.checkedIn, visitSubject(visit), await this.editing.describe(visit));
  }

  /** The head closes what was recorded; not while members' values still stand side by side. */
  async finalise(access: Access, id: string): Promise<void> {
    await this.editing.getVisible(access, id);
    const visit = await this.editing.open(id, 'finalise');
    const count = await this.visits.countConflicts(visit.targetId);
    if (count > 0) throw new Problem(visitsProblems.openConflicts, { count });
    visit.state = 'finalised';
    visit.finalisedAt = this.clock.now();
    await this.editing.save(visit);
    await this.audit.record(visitsAudit.finalised, visitSubject(visit), await this.editing.describe(visit));
  }

  async cancel(access: Access, id: string): Promise<void> {
    await this.editing.getVisible(access, id);
    const visit = await this.editing.open(id, 'cancel');
    visit.state = 'cancelled';
    await this.editing.save(visit);
    await this.audit.record(visitsAudit.cancelled, visitSubject(visit), await this.editing.describe(visit));
  }
}
