import { Injectable } from '@nestjs/common';
import type { AuthorView, TotalsView } from '@kiemtra/shared/assessments';
import type { ChangeItem, EvidenceView, Stamp } from '@kiemtra/shared/fieldwork';
import { Problem, kernelProblems } from '@kiemtra/shared/kernel';
import { CriterionFilesService } from '../evidence/criterion-files.service.js';
import type { Access } from '../platform/http/route.js';
import { PlansService } from '../plans/plans.service.js';
import { cellOf } from './answer-sheet.js';
import { AnswersRepository } from './answers.repository.js';
import { AnswersService, type PinnedCriteria } from './answers.service.js';
import { AssessmentsRepository, type AreaRow } from './assessments.repository.js';
import { exportUnit, type ExportUnit } from './export-rows.js';
import { NO_TOTALS, totalsOf } from './kept-totals.js';
import { targetAnswers, type TargetAnswer } from './target-answers.js';

export type { ExportCriterion, ExportSum, ExportUnit } from './export-rows.js';
export type { TargetAnswer } from './target-answers.js';

/** What is recorded of one target under the version it is held to. */
export interface TargetState {
  criteria: PinnedCriteria;
  /** By criterion. */
  answers: ReadonlyMap<string, TargetAnswer>;
  /** Files that were not taken away again. */
  evidence: EvidenceView[];
  totals: TotalsView;
  /** Everybody whose words stand here. */
  authors: AuthorView[];
}

export interface AssessedTarget {
  target: { id: string; plan_id: string; name: string };
  /** Null when the plan has no criteria. */
  state: TargetState | null;
}

export interface TargetProgress {
  target: { id: string; name: string; parent_id: string | null };
  totals: TotalsView;
}

/** How targets were scored on site: nobody reads it of the own body. */
@Injectable()
export class AssessmentsService {
  constructor(
    private readonly assessments: AssessmentsRepository,
    private readonly rows: AnswersRepository,
    private readonly answers: AnswersService,
    private readonly files: CriterionFilesService,
    private readonly plans: PlansService,
  ) {}

  async getOfTarget(access: Access, targetId: string): Promise<AssessedTarget> {
    const target = await this.plans.getTargetVisible(access, targetId);
    if (target.is_own) throw new Problem(kernelProblems.notFound);
    const { criteria_version_id: version } = target;
    return { target, state: version === null ? null : await this.readTarget(targetId, version) };
  }

  /** How far each target of a plan has come, in the order of the plan. */
  async listProgress(access: Access, planId: string): Promise<TargetProgress[]> {
    const { plan, targets } = await this.plans.getDetail(access, planId);
    if (!plan.sees_whole) throw new Problem(kernelProblems.notFound);
    const kept = await this.keptAreas(targets.map(({ id }) => id));
    const progress: TargetProgress[] = [];
    for (const target of targets) {
      const { criteria_version_id: version, is_own } = target;
      if (is_own) continue;
      const criteria = version === null ? null : await this.answers.criteriaOf(version);
      progress.push({ target, totals: criteria ? totalsOf(criteria, kept.get(target.id) ?? []) : NO_TOTALS });
    }
    return progress;
  }

  /** Everything recorded of a target; who may see it is the caller's matter. */
  async readTarget(targetId: string, versionId: string): Promise<TargetState> {
    const criteria = await this.answers.criteriaOf(versionId);
    const answers = targetAnswers(criteria, await this.rows.list([targetId]));
    const evidence = (await this.files.list([targetId])).get(targetId) ?? [];
    const accounts = [...Array.from(answers.values()).flatMap(stampsOf), ...evidence.map(({ by }) => by)];
    return {
      criteria,
      answers,
      evidence,
      totals: totalsOf(criteria, await this.assessments.listAreas([targetId])),
      authors: await this.listAuthors(accounts.map(({ account }) => account)),
    };
  }

  /** Cells of a target that changed after a number, in the order of their last changes; who may see them is the caller's matter. */
  async listChanges(targetId: string, after: number, limit: number): Promise<ChangeItem[]> {
    const rows = await this.rows.listSince(targetId, after, limit);
    return rows.map((row) => {
      const { vseq, criterion_key: criterion, field } = row;
      return { kind: 'cell', vseq, cell: { ...cellOf(row), criterion, field } };
    });
  }

  /** Names of those who said something. */
  async listAuthors(accounts: readonly string[]): Promise<AuthorView[]> {
    const names = await this.assessments.namesOfAccounts([...new Set(accounts)]);
    return Array.from(names, ([accountId, name]) => ({ accountId, name }));
  }

  /** The scores of a plan as tables print them, target by target in the order of the plan; of one target with `targetId`. */
  async exportRows(access: Access, planId: string, targetId: string | null = null): Promise<ExportUnit[]> {
    const { plan, targets } = await this.plans.getDetail(access, planId);
    if (!plan.sees_whole) throw new Problem(kernelProblems.notFound);
    const chosen = targets.filter(({ id, is_own }) => !is_own && (targetId === null || id === targetId));
    const ids = chosen.map(({ id }) => id);
    const kept = await this.keptAreas(ids);
    const answers = byTarget(await this.rows.list(ids));
    const units: ExportUnit[] = [];
    for (const { id, name, criteria_version_id: version } of chosen) {
      if (version === null) continue;
      const criteria = await this.answers.criteriaOf(version);
      const totals = totalsOf(criteria, kept.get(id) ?? []);
      units.push(exportUnit({ id, name }, criteria, totals, targetAnswers(criteria, answers.get(id) ?? [])));
    }
    return units;
  }

  private async keptAreas(targets: readonly string[]): Promise<Map<string, AreaRow[]>> {
    return byTarget(await this.assessments.listAreas(targets));
  }
}

/** Everybody's words about a criterion. */
function stampsOf({ input, note }: TargetAnswer): Stamp[] {
  return [input, note].flatMap((cell) => [cell?.by ?? [], ...(cell?.siblings ?? []).map(({ by }) => by)].flat());
}

function byTarget<Row extends { target_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const own = grouped.get(row.target_id);
    if (own) own.push(row);
    else grouped.set(row.target_id, [row]);
  }
  return grouped;
}
