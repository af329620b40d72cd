import { Injectable } from '@nestjs/common';
import { assessmentsProblems } from '@kiemtra/shared/assessments';
import { Problem } from '@kiemtra/shared/kernel';
import { AssessmentsService, type TargetState } from '../assessments/assessments.service.js';
import type { Access } from '../platform/http/route.js';
import { VisitsService, type VisitDetail } from '../visits/visits.service.js';

/** A visit with everything recorded of its target. */
export interface Scoring {
  detail: VisitDetail;
  state: TargetState;
}

@Injectable()
export class ScoringService {
  constructor(
    private readonly visits: VisitsService,
    private readonly assessments: AssessmentsService,
  ) {}

  async get(access: Access, visitId: string): Promise<Scoring> {
    const detail = await this.visits.getDetail(access, visitId);
    const { state } = await this.assessments.getOfTarget(access, detail.visit.target_id);
    if (!state) throw new Problem(assessmentsProblems.noCriteria);
    return { detail, state };
  }
}
