/**
 * Sums over a version. Everything is a `Tally`, and tallies add and subtract: the tally of an area is the sum over its
 * criteria, and when an answer changes, what it meant before is taken away and what it means now is added. Shares, caps
 * and the final score are made from tallies at the end.
 */
import { Exact, type Decimal } from '../kernel/index.js';
import { AREA_CODES, type AreaCode } from './areas.js';
import { DECIMALS } from './criteria.rules.js';
import { isScored, type Effect, type ScoredCriterion } from './criteria.view.js';
import { Fraction } from './fraction.js';
import type { Result } from './score.js';
import type { VersionContent } from './version.js';

const SUMS = ['points', 'max', 'bonus', 'penalty'] as const;
const COUNTS = ['total', 'full', 'short', 'excluded', 'notChecked'] as const;

/**
 * `points` of `max`: inside the 100; what is left out or not answered is in neither. `bonus`, `penalty`: before their caps.
 * `total`: criteria to answer; `full`, `short`, `excluded`, `notChecked`: the answers by outcome.
 */
export type Tally = Record<(typeof SUMS)[number], Decimal> & Record<(typeof COUNTS)[number], number>;

export const EMPTY_TALLY: Tally = {
  points: '0',
  max: '0',
  bonus: '0',
  penalty: '0',
  total: 0,
  full: 0,
  short: 0,
  excluded: 0,
  notChecked: 0,
};

/** What one criterion adds to its area; without a result it is only one more to answer. */
export function tallyOf({ effect }: ScoredCriterion, result: Result | undefined): Tally {
  const tally = { ...EMPTY_TALLY, total: 1 };
  if (!result) return tally;
  const points = result.points ?? '0';
  if (effect === 'base') Object.assign(tally, { points, max: result.max ?? '0' });
  else tally[effect] = points;
  tally[result.outcome === 'not_checked' ? 'notChecked' : result.outcome] = 1;
  return tally;
}

export function addTally(a: Tally, b: Tally): Tally {
  return combined(a, b, 1);
}

export function subtractTally(a: Tally, b: Tally): Tally {
  return combined(a, b, -1);
}

function combined(a: Tally, b: Tally, sign: 1 | -1): Tally {
  const result = { ...a };
  for (const sum of SUMS) {
    if (b[sum] !== '0') result[sum] = new Exact(a[sum])[sign === 1 ? 'plus' : 'minus'](b[sum]).toFixed();
  }
  for (const count of COUNTS) result[count] += sign * b[count];
  return result;
}

/** Criteria that have an answer of whatever kind. */
export function answeredOf({ full, short, excluded, notChecked }: Tally): number {
  return full + short + excluded + notChecked;
}

/** Points in percent of the maximum that counts, two decimals; null when nothing counts. */
export function percentOf({ points, max }: Tally): Decimal | null {
  return Fraction.of(max).compare('0') > 0 ? Fraction.of(points, max).times('100').toDecimal(DECIMALS) : null;
}

/** The tally of one area from the results of its criteria. */
export function areaTally(
  { criteria }: Pick<VersionContent, 'criteria'>,
  area: AreaCode,
  results: ReadonlyMap<string, Result>,
): Tally {
  return criteria
    .filter((criterion) => criterion.area === area)
    .filter(isScored)
    .reduce((tally, criterion) => addTally(tally, tallyOf(criterion, results.get(criterion.key))), EMPTY_TALLY);
}

export interface FinalScore {
  percent: Decimal | null;
  /** After the caps of the year. */
  bonus: Decimal;
  penalty: Decimal;
  /** percent + bonus − penalty, not below 0, nor above 100 in a capped set; null when nothing counts. */
  score: Decimal | null;
}

/** The score of the whole from its tally: what was rated brought to the scale of 100, then bonus and penalty. */
export function finalScore(version: Pick<VersionContent, 'capped' | 'criteria'>, tally: Tally): FinalScore {
  const percent = percentOf(tally);
  const bonus = Fraction.of(tally.bonus).clamp('0', capOf(version.criteria, 'bonus'));
  const penalty = Fraction.of(tally.penalty).clamp('0', capOf(version.criteria, 'penalty'));
  const score = percent === null ? null : Fraction.of(percent).plus(bonus).minus(penalty);
  return {
    percent,
    bonus: bonus.toDecimal(DECIMALS),
    penalty: penalty.toDecimal(DECIMALS),
    score: score && score.clamp('0', version.capped ? '100' : score).toDecimal(DECIMALS),
  };
}

/** The most that bonus, or penalty, may come to in a year; "0" in a set without. */
export function capOf(criteria: VersionContent['criteria'], effect: Exclude<Effect, 'base'>): Decimal {
  return criteria.find((criterion) => criterion.effect === effect)?.maxPoints ?? '0';
}

export interface Totals {
  /** By key: every row, with what stands below it. */
  rows: Map<string, Tally>;
  /** The areas the version has, in their order. */
  areas: { area: AreaCode; tally: Tally; percent: Decimal | null }[];
  whole: { tally: Tally } & FinalScore;
}

/** All sums of a version; `results` by key of the criteria answered so far. */
export function totals(
  version: Pick<VersionContent, 'capped' | 'criteria'>,
  results: ReadonlyMap<string, Result>,
): Totals {
  const rows = new Map<string, Tally>();
  const byArea = new Map<AreaCode, Tally>();
  // From the last row up: parts stand below their whole, so a row is complete when it is reached.
  for (const criterion of version.criteria.toReversed()) {
    const below = rows.get(criterion.key) ?? EMPTY_TALLY;
    const tally = isScored(criterion) ? tallyOf(criterion, results.get(criterion.key)) : below;
    rows.set(criterion.key, tally);
    if (criterion.parentKey === null) {
      byArea.set(criterion.area, addTally(byArea.get(criterion.area) ?? EMPTY_TALLY, tally));
    } else {
      rows.set(criterion.parentKey, addTally(rows.get(criterion.parentKey) ?? EMPTY_TALLY, tally));
    }
  }
  const areas = AREA_CODES.flatMap((area) => {
    const tally = byArea.get(area);
    return tally ? [{ area, tally, percent: percentOf(tally) }] : [];
  });
  const tally = areas.reduce((sum, area) => addTally(sum, area.tally), EMPTY_TALLY);
  return { rows, areas, whole: { tally, ...finalScore(version, tally) } };
}
