import { Injectable } from '@nestjs/common';
import { assessmentsProblems } from '@kiemtra/shared/assessments';
import type { Holiday } from '@kiemtra/shared/calendar';
import type { CellView } from '@kiemtra/shared/fieldwork';
import type { FindingView } from '@kiemtra/shared/findings';
import { Problem } from '@kiemtra/shared/kernel';
import { AssessmentsService, type TargetState } from '../assessments/assessments.service.js';
import { FindingsService } from '../findings/findings.service.js';
import { accountsOfCell } from './changes.service.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { Clock } from '../platform/clock/clock.js';
import type { Access } from '../platform/http/route.js';
import { VisitsService, type VisitDetail } from '../visits/visits.service.js';
import { ContactsRepository } from './contacts.repository.js';
import { WholeCellsService } from './whole-cells.service.js';

/** A visit with everything recorded of its target and what is still open from before, read at one moment. */
export interface Pack {
  detail: VisitDetail;
  state: TargetState;
  earlierFindings: FindingView[];
  /** What is recorded whole beside the answers. */
  wholeCells: CellView[];
  /** Days around today that differ from the plain week. */
  holidays: Holiday[];
  /** The number of the target's last change. */
  vseq: number;
  epoch: string;
}

@Injectable()
export class PackService {
  constructor(
    private readonly visits: VisitsService,
    private readonly assessments: AssessmentsService,
    private readonly findings: FindingsService,
    private readonly wholeCells: WholeCellsService,
    private readonly contacts: ContactsRepository,
    private readonly calendar: CalendarService,
    private readonly clock: Clock,
  ) {}

  async get(access: Access, visitId: string): Promise<Pack> {
    const detail = await this.visits.getDetail(access, visitId);
    const { target_id: targetId, target_vseq: vseq } = detail.visit;
    const { state } = await this.assessments.getOfTarget(access, targetId);
    if (!state) throw new Problem(assessmentsProblems.noCriteria);
    const earlierFindings = await this.findings.listOpenOfUnit(targetId);
    const wholeCells = await this.wholeCells.list(targetId);
    const others = wholeCells
      .flatMap(accountsOfCell)
      .filter((id) => !state.authors.some((one) => one.accountId === id));
    const authors = [...state.authors, ...(await this.assessments.listAuthors(others))];
    const holidays = await this.calendar.listAround(this.clock.today());
    return {
      detail,
      state: { ...state, authors },
      earlierFindings,
      wholeCells,
      holidays,
      vseq,
      epoch: await this.contacts.epoch(),
    };
  }
}
