import { Injectable } from '@nestjs/common';
import type { VisitContext, VisitOf } from '@kiemtra/shared/fieldwork';
import { OPEN_VISIT_STATES } from '@kiemtra/shared/visits';
import { AnswersService, type PinnedCriteria } from '../assessments/answers.service.js';
import { VisitsService, type VisitForRecording } from '../visits/visits.service.js';

export type VisitsById = ReadonlyMap<string, VisitForRecording>;

/** The visits that a batch names, as its author meets them; their targets are held until the work ends. */
export interface HeldVisits {
  of: VisitOf;
  /** By target; a target that is held to no criteria is missing. */
  criteria: ReadonlyMap<string, PinnedCriteria>;
  /** By target: the number of its last change. */
  vseqs: ReadonlyMap<string, number>;
}

@Injectable()
export class RecordingVisits {
  constructor(
    private readonly visits: VisitsService,
    private readonly answers: AnswersService,
  ) {}

  /** Holds them and their targets until the work ends. */
  hold(ids: readonly string[], accountId: string): Promise<VisitsById> {
    return this.visits.findForRecording(ids, accountId);
  }

  /** The visits with the criteria their targets are held to. */
  async describe(visits: VisitsById): Promise<HeldVisits> {
    const criteria = new Map<string, PinnedCriteria>();
    for (const { target_id, criteria_version_id } of visits.values()) {
      if (criteria_version_id) criteria.set(target_id, await this.answers.criteriaOf(criteria_version_id));
    }
    const contexts = new Map<string, VisitContext>();
    for (const visit of visits.values()) {
      if (visit.membership !== 'never') contexts.set(visit.id, contextOf(visit, criteria.get(visit.target_id)));
    }
    const vseqs = new Map(Array.from(visits.values(), ({ target_id, vseq }) => [target_id, vseq]));
    return { of: (id) => contexts.get(id), criteria, vseqs };
  }
}

function contextOf(visit: VisitForRecording, criteria: PinnedCriteria | undefined): VisitContext {
  return {
    target: visit.target_id,
    // A target without criteria is held to no version, so nothing said about one can apply.
    version: visit.criteria_version_id ?? '',
    isOpen: OPEN_VISIT_STATES.includes(visit.state),
    standing: visit.membership === 'former' ? 'former' : visit.is_lead ? 'lead' : 'member',
    criterion: (key) => criteria?.find(key),
  };
}
