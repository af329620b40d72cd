import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import {
  findingsAudit,
  findingsProblems,
  likeness,
  type EarlierFindingView,
  type JudgeRepeatsDto,
  type ListRepeatsDto,
  type RepeatView,
} from '@kiemtra/shared/findings';
import { Faults, Problem, kernelProblems } from '@kiemtra/shared/kernel';
import type { RemedyState } from '@kiemtra/shared/remediation';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import type { Access } from '../platform/http/route.js';
import type { FindingRow } from './finding.rows.js';
import { FindingsRepository } from './findings.repository.js';
import { FindingsService } from './findings.service.js';
import { RepeatsRepository, type EarlierRow, type JudgementRow } from './repeats.repository.js';

/** Shortcomings that look like earlier ones of the same unit, and what the team says of them. */
@Injectable()
export class RepeatsService {
  constructor(
    private readonly repeats: RepeatsRepository,
    private readonly rows: FindingsRepository,
    private readonly findings: FindingsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly db: Database,
  ) {}

  /** Shortcomings of a plan that resemble earlier ones or were judged before. */
  async list(access: Access, { planId }: ListRepeatsDto): Promise<RepeatView[]> {
    const { planIds } = await this.findings.scopeOf(access);
    if (!planIds.includes(planId)) throw new Problem(kernelProblems.notFound);
    const findings = await this.findings.listStanding(access, { planId, kind: 'shortcoming' });
    return this.repeatsOf(findings, await this.repeats.listEarlier(findings.map(({ id }) => id)));
  }

  /** Says which earlier shortcomings a finding repeats; saying the same again changes nothing. Refused once units have read it. */
  async judge(access: Access, findingId: string, { repeats }: JudgeRepeatsDto): Promise<RepeatView> {
    await this.findings.get(access, findingId);
    await this.rows.lock(findingId);
    const finding = await this.findings.get(access, findingId);
    if (finding.kind !== 'shortcoming') throw new Problem(findingsProblems.strengthRepeats);
    if (finding.is_issued) throw new Problem(findingsProblems.alreadyIssued);
    const earlier = await this.repeats.listEarlier([findingId]);
    const known = new Set(earlier.map(({ id }) => id));
    const faults = new Faults();
    repeats.forEach((id, index) => {
      if (!known.has(id)) faults.add(findingsProblems.unknownEarlier, `repeats.${index}`);
    });
    faults.refuse();
    const { accountId, displayName: actorName } = access;
    const earlierIds = repeats.toSorted();
    const [said] = await this.repeats.listJudgements([findingId]);
    if (said?.account_id === accountId && isDeepStrictEqual(said.earlier_ids, earlierIds)) {
      // Holding the finding counts as a write; the line of the first time is its record.
      this.db.scope.keepsOwnRecord = true;
    } else {
      await this.repeats.judge({ findingId, earlierIds, accountId, actorName, at: this.clock.now() });
      const subject = { kind: 'finding', id: findingId, planId: finding.plan_id };
      await this.audit.record(findingsAudit.judged, subject, { text: finding.text, repeats: repeats.length });
    }
    const [view] = await this.repeatsOf([finding], earlier);
    return view ?? { findingId, earlier: [], judged: null };
  }

  private async repeatsOf(findings: readonly FindingRow[], rows: readonly EarlierRow[]): Promise<RepeatView[]> {
    const earlier = byFinding(rows);
    const ids = findings.map(({ id }) => id);
    const judgements = new Map((await this.repeats.listJudgements(ids)).map((row) => [row.finding_id, row]));
    const alike = findings.flatMap((finding) => {
      const judgement = judgements.get(finding.id) ?? null;
      const found = (earlier.get(finding.id) ?? []).flatMap((row) => recognised(finding, row, judgement));
      return found.length > 0 ? [{ finding, judgement, found }] : [];
    });
    const remedies = await this.remediesOf(alike.flatMap(({ found }) => found.map(({ row }) => row.id)));
    return alike.map(({ finding, judgement, found }) => ({
      findingId: finding.id,
      earlier: found.map(({ row, how }) => present(row, how, remedies.get(row.id) ?? [])),
      judged: judgement && {
        repeats: judgement.earlier_ids,
        by: judgement.actor_name,
        at: judgement.at.toISOString(),
      },
    }));
  }

  private async remediesOf(earlierIds: readonly string[]): Promise<Map<string, RemedyState[]>> {
    const answers = byFinding(await this.rows.listAnswers(earlierIds));
    return new Map(Array.from(answers, ([id, rows]) => [id, rows.map(({ state }) => state)]));
  }
}

function byFinding<Row extends { finding_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) grouped.set(row.finding_id, [...(grouped.get(row.finding_id) ?? []), row]);
  return grouped;
}

/** An earlier shortcoming that resembles the finding, or that somebody said it repeats. */
function recognised(finding: FindingRow, row: EarlierRow, judgement: JudgementRow | null) {
  const how = likeness(
    { text: finding.text, criterion: criterionOf(row.set_id, finding.criterion_key) },
    { text: row.text, criterion: criterionOf(row.earlier_set_id, row.criterion_key) },
  );
  return how || judgement?.earlier_ids.includes(row.id) ? [{ row, how }] : [];
}

function criterionOf(setId: string | null, key: string | null) {
  return setId === null || key === null ? null : { setId, key };
}

function present(row: EarlierRow, likeness: EarlierFindingView['likeness'], remedies: RemedyState[]) {
  const plan = { id: row.plan_id, title: row.plan_title, year: row.plan_year };
  return { id: row.id, plan, on: row.on_day, unit: row.unit, text: row.text, likeness, remedies };
}
