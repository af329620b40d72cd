import type { Decimal } from '../kernel/index.js';
import type { AreaCode } from './areas.js';
import type { Modifier } from './modifiers.js';
import type { Rule } from './rules.js';

/** Where a criterion's points go: into the 100, or beside it with a cap for the year. */
export type Effect = 'base' | 'bonus' | 'penalty';

/** One row of a set as it is printed: an area, a criterion that has parts, or a sub-criterion that is scored. */
export interface Criterion {
  /** Stable name, unique in the version; answers, findings and carried-over scores hold on to it. */
  key: string;
  parentKey: string | null;
  /** Place in the printed order of the whole version, from 0. */
  position: number;
  /** Number as printed: "3.1.1", "MC01". */
  code: string;
  text: string;
  area: AreaCode;
  effect: Effect;
  /** What to look at, how to count. */
  guidance: string | null;
  /** What is often found wrong; offered when a finding is raised. */
  suggestions: string[];
  /** Null for items without points. */
  maxPoints: Decimal | null;
  /** Decimals to which points are rounded, half up. */
  decimals: number;
  /** Null for rows that have parts: their points are the sum of the parts. */
  rule: Rule | null;
  modifiers: Modifier[];
}

/** A criterion that is itself answered. */
export interface ScoredCriterion extends Criterion {
  rule: Rule;
}

export function isScored(criterion: Criterion): criterion is ScoredCriterion {
  return criterion.rule !== null;
}
