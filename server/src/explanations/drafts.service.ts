import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import {
  explanationsAudit,
  explanationsProblems,
  holdsDraftOpen,
  isTermOver,
  mayDraft,
  standingOf,
  type CreateDraftConclusionDto,
  type DraftAct,
  type DraftState,
  type DraftVersionDto,
  type UpdateDraftConclusionDto,
} from '@kiemtra/shared/explanations';
import { mayHoldFindings } from '@kiemtra/shared/findings';
import { Faults, Problem, kernelProblems } from '@kiemtra/shared/kernel';
import { CalendarService } from '../calendar/calendar.service.js';
import { FindingsService } from '../findings/findings.service.js';
import { PutFindings } from '../findings/put-findings.service.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock/clock.js';
import type { Access } from '../platform/http/route.js';
import { PlansService } from '../plans/plans.service.js';
import { DraftsRepository, type DraftContent } from './drafts.repository.js';
import { ExplanationsRepository } from './explanations.repository.js';
import type { DraftRow } from './explanations.rows.js';

/** Preparing draft conclusions, putting them to the unit and closing them. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly drafts: DraftsRepository,
    private readonly explanations: ExplanationsRepository,
    private readonly findings: FindingsService,
    private readonly putFindings: PutFindings,
    private readonly plans: PlansService,
    private readonly calendar: CalendarService,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Creating the same draft again with the same id changes nothing. */
  async create(access: Access, { id, targetId, ...dto }: CreateDraftConclusionDto): Promise<void> {
    const content = contentOf(dto);
    const existing = await this.drafts.find(await this.findings.scopeOf(access), id);
    if (existing) {
      const isSame = existing.target_id === targetId && isDeepStrictEqual(await this.drafts.content(id), content);
      if (!isSame) throw new Problem(kernelProblems.idReused);
      return;
    }
    const { plan_id: planId, plan_state: state, name } = await this.plans.getTargetVisible(access, targetId);
    const unit = await this.drafts.unitOf(targetId);
    if (unit?.is_own) throw new Problem(explanationsProblems.ownUnit);
    if (!mayHoldFindings(state)) throw new Problem(explanationsProblems.planNotOpen);
    const faults = new Faults();
    if (!unit?.organization_id) faults.add(explanationsProblems.noUnit, 'targetId');
    await this.checkFindings(id, targetId, content, faults);
    const { accountId: createdBy } = access;
    await this.drafts.insert({ id, planId, targetId, createdBy, createdAt: this.clock.now() }, content);
    await this.audit.record(explanationsAudit.prepared, subject(id, planId), told(name, content));
  }

  async update(access: Access, id: string, { version, ...dto }: UpdateDraftConclusionDto): Promise<void> {
    const draft = await this.hold(access, id, 'revise');
    if (draft.version !== version) throw new Problem(kernelProblems.stale);
    const content = contentOf(dto);
    await this.checkFindings(id, draft.target_id, content);
    await this.drafts.update(id, content);
    await this.audit.record(explanationsAudit.revised, subject(id, draft.plan_id), told(draft.target_name, content));
  }

  async remove(access: Access, id: string): Promise<void> {
    const draft = await this.hold(access, id, 'discard');
    await this.drafts.delete(id);
    await this.audit.record(explanationsAudit.discarded, subject(id, draft.plan_id), { target: draft.target_name });
  }

  /** The unit reads the draft from today on, and has its term; its findings can be changed by decisions alone. */
  async put(access: Access, id: string, { version }: DraftVersionDto): Promise<void> {
    if (await this.isDone(access, id, 'put', version)) return;
    const draft = await this.hold(access, id, 'put');
    if (draft.version !== version) throw new Problem(kernelProblems.stale);
    if (draft.is_secret) throw new Problem(explanationsProblems.notCome);
    const { state } = await this.plans.getVisible(access, draft.plan_id);
    if (!mayHoldFindings(state)) throw new Problem(explanationsProblems.planNotOpen);
    const content = await this.drafts.content(id);
    await this.checkFindings(id, draft.target_id, content);
    const today = this.clock.today();
    const dueOn = (await this.calendar.around(today)).after(today, content.workingDays);
    await this.drafts.put(id, today, dueOn);
    const details = { target: draft.target_name, dueOn };
    await this.audit.record(explanationsAudit.put, subject(id, draft.plan_id), details);
  }

  /** Ends the asking: nothing is disputed any more, and who said nothing had the time to. */
  async close(access: Access, id: string, { version }: DraftVersionDto): Promise<void> {
    if (await this.isDone(access, id, 'closed', version)) return;
    const draft = await this.hold(access, id, 'close');
    if (draft.version !== version) throw new Problem(kernelProblems.stale);
    const isOver = draft.due_on !== null && isTermOver(draft.due_on, this.clock.today());
    const open = (await this.explanations.listFindings(id)).filter((put) =>
      holdsDraftOpen(standingOf({ lastStance: put.last_stance, settling: put.settling }, isOver)),
    );
    if (open.length > 0) throw new Problem(explanationsProblems.stillOpen, { count: open.length });
    await this.drafts.close(id);
    await this.audit.record(explanationsAudit.closed, subject(id, draft.plan_id), { target: draft.target_name });
  }

  /** The draft if the act is possible now, held until this work ends. */
  async hold(access: Access, id: string, act: DraftAct): Promise<DraftRow> {
    await this.get(access, id);
    await this.drafts.lock(id);
    const draft = await this.get(access, id);
    // Nobody decides about the own unit; its words are its own.
    if (draft.is_own && act !== 'explain') throw new Problem(explanationsProblems.ownUnit);
    if (!mayDraft(draft.state, act)) throw new Problem(explanationsProblems.notNow, { state: draft.state });
    return draft;
  }

  private async get(access: Access, id: string): Promise<DraftRow> {
    const row = await this.drafts.find(await this.findings.scopeOf(access), id);
    if (!row) throw new Problem(kernelProblems.notFound);
    return row;
  }

  /** Repeated after its answer was lost. */
  private async isDone(access: Access, id: string, state: DraftState, version: number): Promise<boolean> {
    const seen = await this.get(access, id);
    return seen.state === state && seen.version === version + 1;
  }

  /** Each is about the target, told to nobody and in no other draft; they are held until this work ends. */
  private async checkFindings(
    id: string,
    targetId: string,
    { findingIds }: DraftContent,
    faults = new Faults(),
  ): Promise<void> {
    const open = await this.putFindings.holdOpen(targetId, findingIds);
    const isUsable = open === findingIds.length && (await this.drafts.countElsewhere(id, findingIds)) === 0;
    if (!isUsable) faults.add(explanationsProblems.unusableFindings, 'findingIds');
    faults.refuse();
  }
}

function contentOf({ findingIds, workingDays }: DraftContent): DraftContent {
  return { findingIds: [...findingIds].sort(), workingDays };
}

function told(target: string, { findingIds }: DraftContent) {
  return { target, findings: findingIds.length };
}

function subject(id: string, planId: string) {
  return { kind: 'draft_conclusion', id, planId };
}
