import { Injectable } from '@nestjs/common';
import {
  explanationFaults,
  explanationsAudit,
  explanationsProblems,
  isTermOver,
  mayExplain,
  maySettle,
  settlingFaults,
  standingOf,
  type ExplanationDto,
  type SendExplanationsDto,
  type SettleFindingDto,
} from '@kiemtra/shared/explanations';
import { Faults, Problem, kernelProblems } from '@kiemtra/shared/kernel';
import { EvidenceService } from '../evidence/evidence.service.js';
import { PutFindings } from '../findings/put-findings.service.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import type { Access } from '../platform/http/route.js';
import { DraftsService } from './drafts.service.js';
import { ExplanationsRepository } from './explanations.repository.js';
import type { DraftRow, PutFindingRow } from './explanations.rows.js';

/**
 * The words of the unit and the decisions about them. Each holds its draft, so of two decisions at once one is made and the
 * other is refused; what is sent twice is one.
 */
@Injectable()
export class ExplanationActsService {
  constructor(
    private readonly drafts: DraftsService,
    private readonly explanations: ExplanationsRepository,
    private readonly findings: PutFindings,
    private readonly evidence: EvidenceService,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly db: Database,
  ) {}

  /** All of them or none. */
  async send(access: Access, draftId: string, { explanations }: SendExplanationsDto): Promise<void> {
    const draft = await this.drafts.hold(access, draftId, 'explain');
    if (await this.isSent(access, draftId, explanations)) return;
    await this.checkWords(draft, explanations);
    const { accountId, displayName: actorName } = access;
    const at = this.clock.now();
    for (const [index, { id, findingId, stance, text, files }] of explanations.entries()) {
      await this.explanations.add({ id, draftId, findingId, stance, text: text || null, accountId, actorName, at });
      const attached = files.map((file, place) => ({ ...file, path: `explanations.${index}.files.${place}.id` }));
      await this.evidence.attach(access, { explanationId: id }, attached);
    }
    const disputed = explanations.filter(({ stance }) => stance === 'disagree').length;
    await this.audit.record(explanationsAudit.explained, subject(draft), {
      target: draft.target_name,
      agreed: explanations.length - disputed,
      disputed,
      files: explanations.flatMap(({ files }) => files).length,
    });
  }

  async settle(access: Access, draftId: string, findingId: string, dto: SettleFindingDto): Promise<void> {
    const { id, version, settling, text, reason } = dto;
    const draft = await this.drafts.hold(access, draftId, 'decide');
    const put = await this.explanations.findFinding(draftId, findingId);
    if (!put) throw new Problem(kernelProblems.notFound);
    if (put.settlement_id === id) {
      if (!isSameSettlement(access, put, dto)) throw new Problem(kernelProblems.idReused);
      this.keepRecord();
      return;
    }
    if (put.settling !== null) throw new Problem(explanationsProblems.alreadySettled);
    if (put.version !== version) throw new Problem(kernelProblems.stale);
    if (!maySettle(this.standing(draft, put))) throw new Problem(explanationsProblems.stillWaiting);
    new Faults(settlingFaults(dto, put.last_stance)).refuse();
    await this.findings.hold(findingId);
    if (settling === 'change') await this.findings.change(findingId, text ?? '');
    if (settling === 'drop') await this.findings.withdraw(findingId);
    await this.explanations.settle(draftId, findingId, {
      settlementId: id,
      settling,
      reason: reason || null,
      settledBy: access.accountId,
      settledByName: access.displayName,
      settledAt: this.clock.now(),
    });
    const details = { settling, text: put.text, reason: reason || null };
    await this.audit.record(explanationsAudit.settled, subject(draft), details);
  }

  /** True when the very same was sent before. */
  private async isSent(access: Access, draftId: string, explanations: readonly ExplanationDto[]): Promise<boolean> {
    const known = await this.explanations.findByIds(explanations.map(({ id }) => id));
    if (known.length === 0) return false;
    const isSame = explanations.every(({ id, findingId, stance, text, files }) =>
      known.some(
        (word) =>
          word.id === id &&
          word.draftId === draftId &&
          word.findingId === findingId &&
          word.stance === stance &&
          word.text === (text || null) &&
          word.accountId === access.accountId &&
          word.fileIds.join() ===
            files
              .map((file) => file.id)
              .sort()
              .join(),
      ),
    );
    if (!isSame) throw new Problem(kernelProblems.idReused);
    this.keepRecord();
    return true;
  }

  private async checkWords(draft: DraftRow, explanations: readonly ExplanationDto[]): Promise<void> {
    const put = new Map((await this.explanations.listFindings(draft.id)).map((each) => [each.finding_id, each]));
    const faults = new Faults(explanationFaults(explanations));
    for (const [index, { findingId }] of explanations.entries()) {
      const path = `explanations.${index}.findingId`;
      const row = put.get(findingId);
      if (!row) faults.add(explanationsProblems.unknownFinding, path);
      else if (!mayExplain(this.standing(draft, row))) faults.add(explanationsProblems.alreadySettled, path);
    }
    faults.refuse();
  }

  private standing({ due_on: dueOn }: DraftRow, { last_stance: lastStance, settling }: PutFindingRow) {
    return standingOf({ lastStance, settling }, dueOn !== null && isTermOver(dueOn, this.clock.today()));
  }

  /** Holding the draft counts as a write; the line of the first time is its record. */
  private keepRecord(): void {
    this.db.scope.keepsOwnRecord = true;
  }
}

function isSameSettlement(access: Access, put: PutFindingRow, { settling, text, reason }: SettleFindingDto): boolean {
  return (
    put.settling === settling &&
    put.settled_by === access.accountId &&
    put.reason === (reason || null) &&
    (settling !== 'change' || put.text === text)
  );
}

function subject({ id, plan_id: planId }: DraftRow) {
  return { kind: 'draft_conclusion', id, planId };
}
