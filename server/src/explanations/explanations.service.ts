import { Injectable } from '@nestjs/common';
import {
  isTermOver,
  type DraftConclusionLineView,
  type DraftConclusionView,
  type ListDraftConclusionsDto,
} from '@kiemtra/shared/explanations';
import { Problem, kernelProblems } from '@kiemtra/shared/kernel';
import { CalendarService } from '../calendar/calendar.service.js';
import { EvidenceService } from '../evidence/evidence.service.js';
import { FindingsService } from '../findings/findings.service.js';
import { PutFindings } from '../findings/put-findings.service.js';
import { Clock } from '../platform/clock/clock.js';
import type { Access } from '../platform/http/route.js';
import { DraftsRepository } from './drafts.repository.js';
import { presentDraftLine, presentExplanation, presentPutFinding, type Day } from './explanations.presenter.js';
import { ExplanationsRepository } from './explanations.repository.js';

/** Reading draft conclusions and what was said of them. */
@Injectable()
export class ExplanationsService {
  constructor(
    private readonly drafts: DraftsRepository,
    private readonly explanations: ExplanationsRepository,
    private readonly findings: FindingsService,
    private readonly putFindings: PutFindings,
    private readonly evidence: EvidenceService,
    private readonly calendar: CalendarService,
    private readonly clock: Clock,
  ) {}

  async list(access: Access, filter: ListDraftConclusionsDto): Promise<DraftConclusionLineView[]> {
    const rows = await this.drafts.list(await this.findings.scopeOf(access), filter);
    const day = await this.day();
    return rows.map((row) => presentDraftLine(row, day));
  }

  /** A draft with its findings, the words of the unit and the decisions. */
  async get(access: Access, id: string): Promise<DraftConclusionView> {
    const row = await this.drafts.find(await this.findings.scopeOf(access), id);
    if (!row) throw new Problem(kernelProblems.notFound);
    const day = await this.day();
    const inDraft = new Map((await this.explanations.listFindings(id)).map((each) => [each.finding_id, each]));
    const words = await this.explanations.list(id);
    const files = await this.evidence.listOfExplanations(words.map((word) => word.id));
    const views = await this.putFindings.views(access, { planId: row.plan_id, targetId: row.target_id });
    const line = presentDraftLine(row, day);
    const { on: dueOn } = line.due;
    return {
      ...line,
      findings: [...views.values()].flatMap((finding) => {
        const put = inDraft.get(finding.id);
        if (!put) return [];
        const said = words
          .filter(({ findingId }) => findingId === finding.id)
          .map((word) => presentExplanation(word, dueOn, files.get(word.id) ?? []));
        return [presentPutFinding(put, finding, said, isTermOver(dueOn, day.today))];
      }),
    };
  }

  private async day(): Promise<Day> {
    const today = this.clock.today();
    return { today, calendar: await this.calendar.around(today) };
  }
}
