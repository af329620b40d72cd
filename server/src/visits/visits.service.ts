import { Injectable } from '@nestjs/common';
import { canVisit, manifestOf, visitsAudit, type ListVisitsDto } from '@kiemtra/shared/visits';
import { Audit } from '../platform/audit/audit.js';
import type { Access } from '../platform/http/route.js';
import { PlansService } from '../plans/plans.service.js';
import { ClosingsRepository } from './closings.repository.js';
import { VisitEditing, visitSubject } from './visit-editing.service.js';
import { visitContent, type VisitContent } from './visit-content.js';
import type { VisitEntity } from './visit.entity.js';
import type { NamedVisit, VisitDetail, VisitForRecording, VisitRow, VisitWithManifest } from './visit.rows.js';
import { VisitsRepository } from './visits.repository.js';

export type { VisitDetail, VisitForRecording, VisitRow } from './visit.rows.js';

/** A visit as it was, with whatever is known of it. */
export type RecordedVisit = VisitContent & Pick<VisitEntity, 'id' | 'planId' | 'state' | 'checkedInAt' | 'finalisedAt'>;

/** What visits tell: their own pages, and the features that work at a visit. */
@Injectable()
export class VisitsService {
  constructor(
    private readonly visits: VisitsRepository,
    private readonly closings: ClosingsRepository,
    private readonly plans: PlansService,
    private readonly editing: VisitEditing,
    private readonly audit: Audit,
  ) {}

  async list(access: Access, filter: ListVisitsDto): Promise<NamedVisit[]> {
    const visits = await this.visits.listVisible(access, filter);
    const names = await this.plans.namesOfTargets([...new Set(visits.map(({ target_id }) => target_id))]);
    return visits.map((visit) => ({ visit, targetName: names.get(visit.target_id) ?? '' }));
  }

  /** The visit with the manifest of what it was, or may now be, closed with. */
  async get(access: Access, id: string): Promise<VisitWithManifest> {
    const detail = await this.getDetail(access, id);
    return { ...detail, manifest: await this.findManifest(detail.visit) };
  }

  async getDetail(access: Access, id: string): Promise<VisitDetail> {
    const visit = await this.getVisible(access, id);
    const names = await this.plans.namesOfTargets([visit.target_id]);
    const team = await this.visits.listTeam(visit.team_id);
    return { visit, targetName: names.get(visit.target_id) ?? '', team };
  }

  /** The visit if the caller sees it; not found otherwise. */
  getVisible(access: Access, id: string): Promise<VisitRow> {
    return this.editing.getVisible(access, id);
  }

  /** Visits at which the caller records: of a target, or those out of a list. */
  async idsOfMember(access: Access, which: { targetId: string } | { ids: readonly string[] }): Promise<string[]> {
    return (await this.visits.listOfMember(access, which)).map(({ id }) => id);
  }

  /**
   * What field work asks before it takes operations in, for all visits of a batch at once; unknown ids are missing from
   * the answer. The targets and visits are held until the work ends, so that none is finalised under a batch.
   */
  async findForRecording(ids: readonly string[], accountId: string): Promise<Map<string, VisitForRecording>> {
    const visits = await this.visits.holdForRecording(ids, accountId);
    return new Map(visits.map((visit) => [visit.id, visit]));
  }

  private async findManifest({ id, state, is_lead, target_id }: VisitRow): Promise<string | null> {
    if (state === 'finalised') return this.closings.findManifest(id);
    return is_lead && canVisit(state, 'finalise') ? manifestOf(await this.closings.listRecorded(target_id)) : null;
  }

  /** Stores a visit of the past or of the sample data as it was, without asking who was free. For commands. */
  async record({ id, planId, state, checkedInAt, finalisedAt, ...content }: RecordedVisit): Promise<void> {
    const visit = { ...visitContent(content), id, planId, state, checkedInAt, finalisedAt };
    await this.visits.insert(visit);
    await this.audit.record(visitsAudit.recorded, visitSubject(visit), await this.editing.describe(visit));
  }
}
