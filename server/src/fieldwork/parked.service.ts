import { Injectable } from '@nestjs/common';
import {
  DECISIONS_MAX,
  OPERATION_SUBJECTS,
  cellOf,
  decisionFaults,
  fieldworkAudit,
  fieldworkProblems,
  operationKind,
  readOperation,
  type DecideParkedDto,
  type Operation,
} from '@kiemtra/shared/fieldwork';
import { Faults, Problem, kernelProblems, newId } from '@kiemtra/shared/kernel';
import { OPEN_VISIT_STATES } from '@kiemtra/shared/visits';
import { AnswerSheet, AnswersService, type PinnedCriteria } from '../assessments/answers.service.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock/clock.js';
import type { Access } from '../platform/http/route.js';
import { VisitsService, type VisitRow } from '../visits/visits.service.js';
import { FieldworkService } from './fieldwork.service.js';
import { ParkedRepository, type DecidedRow, type ParkedRow } from './parked.repository.js';
import { WholeCellsService, wholeFieldsOf } from './whole-cells.service.js';

export interface ParkedOfVisit {
  rows: ParkedRow[];
  /** Null when the target is held to no criteria. */
  criteria: PinnedCriteria | null;
}

/** The app that speaks for the head of a team when a waiting operation is taken. */
const APP = 'server';

/** What reached the server and was not applied: a person decides, and both ways the operation stays readable. */
@Injectable()
export class ParkedService {
  constructor(
    private readonly parked: ParkedRepository,
    private readonly visits: VisitsService,
    private readonly answers: AnswersService,
    private readonly wholeCells: WholeCellsService,
    private readonly fieldwork: FieldworkService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(access: Access, visitId: string): Promise<ParkedOfVisit> {
    const visit = await this.visits.getVisible(access, visitId);
    return { rows: await this.parked.list(visitId), criteria: await this.criteriaOf(visit) };
  }

  /**
   * What was decided about the caller's own lane from a number on, one more than an answer holds. It asks for no visit: who has
   * left the team hears of it, too.
   */
  listDecided({ accountId }: Access, lane: string, fromSeq: number): Promise<DecidedRow[]> {
    return this.parked.listDecided(lane, accountId, fromSeq, DECISIONS_MAX + 1);
  }

  /**
   * The head takes an operation, or refuses it with a reason. Taking says it again, on top of what stands, through the same
   * door as everything that is said on site: under the head's name, while the first saying keeps its author in the log.
   */
  async decide(access: Access, visitId: string, id: string, dto: DecideParkedDto): Promise<void> {
    const { decision, reason = null } = dto;
    const visit = await this.visits.getVisible(access, visitId);
    new Faults(decisionFaults({ decision, reason })).refuse();
    const row = await this.parked.hold(visitId, id);
    if (!row) throw new Problem(kernelProblems.notFound);
    if (row.decision) throw new Problem(fieldworkProblems.alreadyDecided);
    if (decision === 'taken') await this.sayAgain(access, visit, row.operation);
    const at = this.clock.now();
    await this.parked.decide(id, { decision, reason, by: access.accountId, at });
    const { criterion, kind } = row.operation;
    const code = criterion && ((await this.criteriaOf(visit))?.find(criterion)?.code ?? criterion);
    const what = code ? `${OPERATION_SUBJECTS[kind]}, tiêu chí ${code}` : OPERATION_SUBJECTS[kind];
    const details = { what, author: row.author };
    const subject = { kind: 'visit', id: visitId, planId: visit.plan_id };
    if (decision === 'taken') await this.audit.record(fieldworkAudit.taken, subject, details);
    else await this.audit.record(fieldworkAudit.refused, subject, { ...details, reason: reason ?? '' });
  }

  private async sayAgain(access: Access, visit: VisitRow, parked: Operation): Promise<void> {
    if (!OPEN_VISIT_STATES.includes(visit.state)) throw new Problem(fieldworkProblems.takenVisitClosed);
    const { base: _, ...said } = parked;
    const rev = operationKind(parked.kind).based ? await this.standingRev(visit, parked) : null;
    const operation = {
      ...said,
      seq: 1,
      version: visit.criteria_version_id,
      ...(rev !== null && { base: { rev } }),
      at: this.clock.now().toISOString(),
      offset_ms: 0,
    };
    const batch = { lane: newId(), first_seq: 1, app_version: APP, entries: [readOperation(operation, 1)] };
    const { receipts } = await this.fieldwork.push(access, batch, '');
    const [receipt] = receipts;
    if (receipt?.code) throw new Problem(fieldworkProblems.cannotTake, { code: receipt.code });
  }

  /** The revision that stands in the cell of an operation; 0 for none. */
  private async standingRev(visit: VisitRow, operation: Operation): Promise<number> {
    const { target_id: target } = visit;
    const key = cellOf(operation, () => ({ target }));
    const criteria = await this.criteriaOf(visit);
    if (!criteria || key === null) return 0;
    const asked = await this.answers.find([visit.id], operation.criterion === undefined ? [] : [operation.criterion]);
    const { cells } = new AnswerSheet(new Map([[target, criteria]]), asked);
    const whole = await this.wholeCells.find([visit.id], wholeFieldsOf([operation]));
    return (cells.get(key) ?? whole.get(key))?.rev ?? 0;
  }

  private async criteriaOf({ criteria_version_id: version }: VisitRow): Promise<PinnedCriteria | null> {
    return version === null ? null : this.answers.criteriaOf(version);
  }
}
