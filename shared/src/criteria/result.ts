import type { ScoredCriterion } from './criteria.view.js';
import { readInput } from './input.js';
import { score, type Result } from './score.js';

/** What the engine makes of a recorded value; null where nothing readable is recorded. */
export function resultOf(criterion: ScoredCriterion, value: unknown): Result | null {
  if (value === null) return null;
  const { value: input } = readInput(criterion, value);
  return input && score(criterion, input);
}
