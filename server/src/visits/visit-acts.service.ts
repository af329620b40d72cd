import { Injectable } from '@nestjs/common';
import { Problem } from '@kiemtra/shared/kernel';
import { SURPRISE_KINDS, canPlan, plansProblems } from '@kiemtra/shared/plans';
import {
  isAwaited,
  manifestOf,
  notWaived,
  visitsAudit,
  visitsProblems,
  type FinaliseVisitDto,
  type ReopenVisitDto,
  type UnreportedDevice,
} from '@kiemtra/shared/visits';
import { CriterionFilesService } from '../evidence/criterion-files.service.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock/clock.js';
import type { Access } from '../platform/http/route.js';
import { BookingsService } from '../plans/bookings.service.js';
import { PlanActsService } from '../plans/plan-acts.service.js';
import { ClosingsRepository } from './closings.repository.js';
import { VisitEditing, visitSubject } from './visit-editing.service.js';
import { presentUnreported } from './visits.presenter.js';

@Injectable()
export class VisitActsService {
  constructor(
    private readonly closings: ClosingsRepository,
    private readonly editing: VisitEditing,
    private readonly plans: PlanActsService,
    private readonly bookings: BookingsService,
    private readonly files: CriterionFilesService,
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

  /**
   * The head closes what was recorded, as it was on the head's page; not while members' values still stand side by side, nor
   * while something waits for a decision. Files that were announced and have not come are waived with a reason, devices whose
   * persons have not said to be done by name, and with a reason where something of theirs is missing.
   */
  async finalise(
    access: Access,
    id: string,
    { waiver, devices: waived, manifest: seen }: FinaliseVisitDto,
  ): Promise<void> {
    await this.editing.getVisible(access, id);
    const visit = await this.editing.open(id, 'finalise');
    const { conflicts, undecided } = await this.closings.countUnfinished(visit);
    if (conflicts > 0) throw new Problem(visitsProblems.openConflicts, { count: conflicts });
    if (undecided > 0) throw new Problem(visitsProblems.undecided, { count: undecided });
    const files = await this.files.countMissing(visit.targetId);
    if (files > 0 && !waiver) throw new Problem(visitsProblems.missingFiles, { count: files });
    const devices = await this.listAwaited(access, id);
    const inTheWay = notWaived(devices, waived ?? [], Boolean(waiver));
    if (inTheWay.length > 0) throw new Problem(visitsProblems.unreportedDevices, { devices });
    const manifest = manifestOf(await this.closings.listRecorded(visit.targetId));
    if (seen && seen !== manifest) throw new Problem(visitsProblems.resultsChanged);
    visit.state = 'finalised';
    visit.finalisedAt = this.clock.now();
    await this.editing.save(visit);
    await this.closings.add(id, manifest);
    const described = { ...(await this.editing.describe(visit)), manifest };
    if (files + devices.length > 0) {
      const without = devices.map(({ name, missing, isLost }) => ({ name, missing, isLost }));
      const details = { ...described, files, devices: without, reason: waiver || null };
      await this.audit.record(visitsAudit.finalisedWithout, visitSubject(visit), details);
    } else await this.audit.record(visitsAudit.finalised, visitSubject(visit), described);
  }

  private async listAwaited({ accountId }: Access, id: string): Promise<UnreportedDevice[]> {
    const holding = await this.closings.listHolding(id);
    return holding
      .filter(({ account_id, is_ready: isReady, is_lost: isLost, missing }) =>
        isAwaited({ isOwn: account_id === accountId, isReady, isLost, missing }),
      )
      .map(presentUnreported);
  }

  /** The head opens again what was closed, while the campaign goes on. */
  async reopen(access: Access, id: string, { reason }: ReopenVisitDto): Promise<void> {
    const { plan_state: state } = await this.editing.getVisible(access, id);
    if (!canPlan(state, 'conduct')) throw new Problem(plansProblems.notNow, { state, action: 'conduct' });
    const visit = await this.editing.open(id, 'reopen');
    visit.state = 'in_progress';
    visit.finalisedAt = null;
    await this.editing.save(visit);
    const details = { ...(await this.editing.describe(visit)), reason };
    await this.audit.record(visitsAudit.reopened, visitSubject(visit), details);
  }

  async cancel(access: Access, id: string): Promise<void> {
    await this.editing.getVisible(access, id);
    const visit = await this.editing.open(id, 'cancel');
    visit.state = 'cancelled';
    await this.editing.save(visit);
    await this.audit.record(visitsAudit.cancelled, visitSubject(visit), await this.editing.describe(visit));
  }
}
