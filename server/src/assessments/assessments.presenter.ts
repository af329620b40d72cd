import type {
  AnswerView,
  AssessedCriterionView,
  AssessmentView,
  DisputeView,
  TargetProgressView,
} from '@kiemtra/shared/assessments';
import { derivationText, isScored, type Criterion } from '@kiemtra/shared/criteria';
import type { CellField, Word } from '@kiemtra/shared/fieldwork';
import { resultOf } from './answer-sheet.js';
import type { AnswerRow } from './answers.repository.js';
import type { AssessedTarget, TargetProgress, TargetState } from './assessments.service.js';
import { NO_TOTALS } from './kept-totals.js';

export function presentAssessment({ target: { id, plan_id: planId, name }, state }: AssessedTarget): AssessmentView {
  const target = { id, planId, name };
  if (!state) return { target, criteria: null, totals: NO_TOTALS, rows: [] };
  const { version } = state.criteria;
  const answers = new Map(state.answers.map((answer) => [answer.criterion_key, answer]));
  return {
    target,
    criteria: { versionId: version.id, name: version.name, isSample: version.isSample },
    totals: state.totals,
    rows: version.criteria.map((criterion) => presentRow(criterion, answers.get(criterion.key), state)),
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

function presentRow(criterion: Criterion, answer: AnswerRow | undefined, state: TargetState): AssessedCriterionView {
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

function presentAnswer(answer: AnswerRow, { authors }: TargetState): AnswerView {
  const result = resultOf(answer);
  const names = new Map(authors.map(({ accountId, name }) => [accountId, name]));
  const disputes = (field: CellField, words: readonly Word[]): DisputeView[] =>
    words.map(({ value, by }) => {
      return { field, value, author: names.get(by.account) ?? '', receivedAt: by.received_at };
    });
  return {
    outcome: answer.outcome,
    points: answer.points,
    derivation: result ? derivationText(result) : '',
    note: answer.note,
    author: answer.input_by ? (names.get(answer.input_by.account) ?? '') : null,
    disputes: [...disputes('input', answer.input_siblings), ...disputes('note', answer.note_siblings)],
  };
}
