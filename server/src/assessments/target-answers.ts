import type { Input, Result } from '@kiemtra/shared/criteria';
import type { Cell } from '@kiemtra/shared/fieldwork';
import { cellOf } from './answer-sheet.js';
import type { AnswerRow } from './answers.repository.js';
import type { PinnedCriteria } from './pinned-criteria.js';

/** What is recorded of one criterion. */
export interface TargetAnswer {
  input: Cell | null;
  note: Cell | null;
  /** The kept points with how they came about; null while nothing is answered. */
  result: Result | null;
}

/** The answers of one target by criterion, out of its cells. */
export function targetAnswers(criteria: PinnedCriteria, rows: readonly AnswerRow[]): Map<string, TargetAnswer> {
  const answers = new Map<string, TargetAnswer>();
  for (const row of rows) {
    const answer = answers.get(row.criterion_key) ?? { input: null, note: null, result: null };
    answer[row.field] = cellOf(row);
    answers.set(row.criterion_key, row.outcome === null ? answer : { ...answer, result: resultOf(criteria, row) });
  }
  return answers;
}

function resultOf(criteria: PinnedCriteria, { criterion_key, value, outcome, points, max_points }: AnswerRow) {
  // Only an input has an outcome.
  const result = criteria.score(criterion_key, value as Input | null);
  return result && outcome ? { outcome, points, max: max_points, steps: result.steps } : null;
}

/** The note as it stands; empty for none. */
export function noteOf({ note }: TargetAnswer): string {
  return typeof note?.value === 'string' ? note.value : '';
}
