import { Injectable } from '@nestjs/common';
import { recordOf, sealedMinutes, type VisitMinutesView } from '@kiemtra/shared/minutes';
import { AssessmentsService } from '../assessments/assessments.service.js';
import type { Access } from '../platform/http/route.js';
import { VisitsService } from '../visits/visits.service.js';
import { presentAnswerCells, presentVisitHead } from './pack.presenter.js';
import { WholeCellsService } from './whole-cells.service.js';

/** How the minutes of a visit stand under what the server holds, by the rule of the devices. */
@Injectable()
export class MinutesService {
  constructor(
    private readonly visits: VisitsService,
    private readonly assessments: AssessmentsService,
    private readonly wholeCells: WholeCellsService,
  ) {}

  async get(access: Access, visitId: string): Promise<VisitMinutesView> {
    const detail = await this.visits.getDetail(access, visitId);
    const targetId = detail.visit.target_id;
    const { state } = await this.assessments.getOfTarget(access, targetId);
    // Without criteria no device holds the visit.
    if (!state) return { minutes: null };
    const { criteria, answers, evidence } = state;
    const cells = [...presentAnswerCells(answers), ...(await this.wholeCells.list(targetId))];
    const place = { visit: presentVisitHead(detail), criteria: criteria.version };
    return { minutes: sealedMinutes(recordOf({ cells, evidence }), place) };
  }
}
