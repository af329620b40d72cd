import type { TotalsView } from '@kiemtra/shared/assessments';
import { AREAS, capOf, derivationText, foundText, isScored, percentOf, type Effect } from '@kiemtra/shared/criteria';
import { sumDecimals, type Decimal } from '@kiemtra/shared/kernel';
import type { PinnedCriteria } from './pinned-criteria.js';
import { noteOf, type TargetAnswer } from './target-answers.js';

/** What a criterion, an area or all of it came to; null before the first answer. */
export interface ExportSum {
  /** What there is to gain. */
  maximum: Decimal;
  /** Of it what counts: without what is open, not checked or not applicable. */
  counted: Decimal | null;
  points: Decimal | null;
}

export interface ExportCriterion extends ExportSum {
  code: string;
  name: string;
  /** What was found: "18/20 hồ sơ đúng hạn = 90,00%". */
  input: string;
  /** How the points follow, what was found included. */
  derivation: string;
  note: string;
}

export interface ExportArea extends ExportSum {
  name: string;
  /** Points in percent of what counts, two decimals; null when nothing does. */
  percent: Decimal | null;
  criteria: ExportCriterion[];
}

/** Bonus or penalty, beside the 100: at most the cap of the year. */
export interface ExportAside {
  name: 'Điểm cộng' | 'Điểm trừ';
  maximum: Decimal;
  points: Decimal | null;
  criteria: ExportCriterion[];
}

/** How many items came out how; what makes five numbers of them is kept, not counted here. */
export interface ExportChecks {
  met: number;
  missed: number;
  notChecked: number;
  notApplicable: number;
  unanswered: number;
}

/** The scores of one target; totals are the kept ones, as screens show them. */
export interface ExportUnit {
  targetId: string;
  unit: string;
  /** Bonus and penalty apart. */
  areas: ExportArea[];
  whole: ExportSum & { percent: Decimal | null };
  /** Those of the two that the set has. */
  asides: ExportAside[];
  /** Brought to the scale of 100, after bonus and penalty; null when nothing counts. */
  score: Decimal | null;
  checks: ExportChecks;
}

export function exportUnit(
  { id, name }: { id: string; name: string },
  criteria: PinnedCriteria,
  { areas: kept, whole }: TotalsView,
  answers: ReadonlyMap<string, TargetAnswer>,
): ExportUnit {
  const scored = criteria.version.criteria.filter(isScored);
  const linesOf = (effect: Effect, area?: string): ExportCriterion[] =>
    scored
      .filter((one) => one.effect === effect && (area === undefined || one.area === area))
      .map(({ key, code, text, maxPoints }) =>
        line({ code, name: text, maximum: maxPoints ?? '0' }, answers.get(key), effect),
      );
  const aside = (effect: 'bonus' | 'penalty', title: ExportAside['name']): ExportAside[] => {
    const lines = linesOf(effect);
    const points = whole.answered > 0 ? whole[effect] : null;
    const maximum = capOf(criteria.version.criteria, effect);
    return lines.length > 0 ? [{ name: title, maximum, points, criteria: lines }] : [];
  };
  const areas = kept.flatMap(({ area, tally, answered }): ExportArea[] => {
    const lines = linesOf('base', area);
    const sum = { maximum: criteria.maximumOf(area), ...gained(tally, answered), percent: percentOf(tally) };
    return lines.length > 0 ? [{ name: AREAS[area].name, ...sum, criteria: lines }] : [];
  });
  const { full, short, notChecked, excluded, total } = whole.tally;
  return {
    targetId: id,
    unit: name,
    areas,
    whole: {
      maximum: sumDecimals(areas.map(({ maximum }) => maximum)),
      ...gained(whole.tally, whole.answered),
      percent: whole.percent,
    },
    asides: [...aside('bonus', 'Điểm cộng'), ...aside('penalty', 'Điểm trừ')],
    score: whole.score,
    checks: {
      met: full,
      missed: short,
      notChecked,
      notApplicable: excluded,
      unanswered: total - whole.answered,
    },
  };
}

function gained({ points, max }: { points: Decimal; max: Decimal }, answered: number) {
  return answered > 0 ? { points, counted: max } : { points: null, counted: null };
}

function line(
  head: Pick<ExportCriterion, 'code' | 'name' | 'maximum'>,
  answer: TargetAnswer | undefined,
  effect: Effect,
): ExportCriterion {
  const result = answer?.result ?? null;
  return {
    ...head,
    counted: effect === 'base' ? (result?.max ?? null) : null,
    points: result?.points ?? null,
    input: result ? foundText(result) : '',
    derivation: result ? derivationText(result) : '',
    note: answer ? noteOf(answer) : '',
  };
}
