import type { AreaCode, FinalScore, Tally } from '../criteria/index.js';
import type { Decimal } from '../kernel/index.js';

/** The kept total of one area. */
export interface AreaTotalView {
  area: AreaCode;
  tally: Tally;
  /** Criteria that have an answer of whatever kind. */
  answered: number;
  /** Points in percent of the maximum that counts; null when nothing counts. */
  percent: Decimal | null;
}

/** The totals of one target, as kept with every save. */
export interface TotalsView {
  /** The areas of the version, in the order of the index. */
  areas: AreaTotalView[];
  whole: { tally: Tally; answered: number } & FinalScore;
  /** Criteria on which values disagree. */
  conflicts: number;
  /** Instant of the last change; null before the first. */
  changedAt: string | null;
}
