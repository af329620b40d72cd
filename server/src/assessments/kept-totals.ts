import {
  addTally,
  answeredOf,
  EMPTY_TALLY,
  finalScore,
  percentOf,
  type AreaCode,
  type Tally,
} from '@kiemtra/shared/criteria';
import type { TotalsView } from '@kiemtra/shared/assessments';
import type { AreaRow } from './assessments.repository.js';
import type { PinnedCriteria } from './pinned-criteria.js';

export const NO_TOTALS: TotalsView = {
  areas: [],
  whole: { tally: EMPTY_TALLY, answered: 0, percent: null, bonus: '0', penalty: '0', score: null },
  conflicts: 0,
  changedAt: null,
};

function tallyOfRow(row: AreaRow): Tally {
  return {
    points: row.points,
    max: row.max_points,
    bonus: row.bonus,
    penalty: row.penalty,
    total: row.total,
    full: row.full_count,
    short: row.short_count,
    excluded: row.excluded_count,
    notChecked: row.not_checked_count,
  };
}

/** The totals of one target out of its kept areas; before the first answer all is still to be answered. */
export function totalsOf(criteria: PinnedCriteria, rows: readonly AreaRow[]): TotalsView {
  const kept = new Map<AreaCode, Tally>(rows.map((row) => [row.area, tallyOfRow(row)]));
  const areas = criteria.emptyAreas().map(({ area, tally: none }) => {
    const tally = kept.get(area) ?? none;
    return { area, tally, answered: answeredOf(tally), percent: percentOf(tally) };
  });
  const tally = areas.reduce((sum, area) => addTally(sum, area.tally), EMPTY_TALLY);
  return {
    areas,
    whole: { tally, answered: answeredOf(tally), ...finalScore(criteria.version, tally) },
    conflicts: rows[0]?.conflicts ?? 0,
    changedAt: rows[0]?.changed_at.toISOString() ?? null,
  };
}
