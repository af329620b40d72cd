import type {
  AnswerView,
  AssessedCriterionView,
  AssessmentView,
  DisputeView,
  TargetProgressView,
} from '@kiemtra/shared/assessments';
import { derivationText, isScored, type Criterion } from '@kiemtra/shared/criteria';
import type { Cell, CellField } from '@kiemtra/shared/fieldwork';
import type { AssessedTarget, TargetProgress, TargetState } from './assessments.service.js';
import { NO_TOTALS } from './kept-totals.js';
import { noteOf, type TargetAnswer } from './target-answers.js';

export function presentAssessment({ target: { id, plan_id: planId, name }, state }: AssessedTarget): AssessmentView {
  const target = { id, planId, name };
  if (!state) return { target, criteria: null, totals: NO_TOTALS, missingFiles: 0, rows: [] };
  const { version } = state.criteria;
  return {
    target,
    criteria: { versionId: version.id, name: version.name, isSample: version.isSample },
    totals: state.totals,
    missingFiles: state.evidence.filter(({ isReceived }) => !isReceived).length,
    rows: version.criteria.map((criterion) => presentRow(criterion, state.answers.get(criterion.key), state)),
  };
}

export function presentProgress({ target: { id, name, parent_id }, totals }: TargetProgress): TargetProgressView {
  const { tally, answered } = totals.whole;
  return {
    target: { id, name, parentId: parent_id },
    answered,
    total: tally.total,
    points: tally.points,
    max: tally.max,
    conflicts: totals.conflicts,
    changedAt: totals.changedAt,
  };
}

function presentRow(criterion: Criterion, answer: TargetAnswer | undefined, state: TargetState): AssessedCriterionView {
  const { key, parentKey, code, text, area, effect, maxPoints } = criterion;
  return {
    key,
    parentKey,
    code,
    text,
    area,
    effect,
    maxPoints,
    isScored: isScored(criterion),
    answer: answer ? presentAnswer(answer, state) : null,
    fileCount: state.evidence.filter((file) => file.criterion === key).length,
  };
}

function presentAnswer(answer: TargetAnswer, { authors }: TargetState): AnswerView {
  const { input, note, result } = answer;
  const names = new Map(authors.map(({ accountId, name }) => [accountId, name]));
  const disputes = (field: CellField, cell: Cell | null): DisputeView[] =>
    (cell?.siblings ?? []).map(({ value, by }) => {
      return { field, value, author: names.get(by.account) ?? '', receivedAt: by.received_at };
    });
  return {
    outcome: result?.outcome ?? null,
    points: result?.points ?? null,
    derivation: result ? derivationText(result) : '',
    note: noteOf(answer) || null,
    author: input?.by ? (names.get(input.by.account) ?? '') : null,
    disputes: [...disputes('input', input), ...disputes('note', note)],
  };
}
