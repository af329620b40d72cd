import type { TotalsView } from '@kiemtra/shared/assessments';
import { AREAS, derivationText, foundText, isScored } from '@kiemtra/shared/criteria';
import { sumDecimals, type Decimal } from '@kiemtra/shared/kernel';
import type { PinnedCriteria } from './pinned-criteria.js';
import { noteOf, type TargetAnswer } from './target-answers.js';

export interface ExportCriterion {
  code: string;
  name: string;
  maximum: Decimal;
  /** Null while it is not scored, or not applicable. */
  points: Decimal | null;
  /** What was found: "18/20 hồ sơ đúng hạn = 90,00%". */
  input: string;
  /** How the points follow, what was found included. */
  derivation: string;
  note: string;
}

export interface ExportArea {
  name: string;
  maximum: Decimal;
  /** Null before the first answer. */
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

/** The scores of one target; totals are the kept ones. */
export interface ExportUnit {
  targetId: string;
  unit: string;
  maximum: Decimal;
  points: Decimal | null;
  areas: ExportArea[];
  checks: ExportChecks;
}

export function exportUnit(
  { id, name }: { id: string; name: string },
  criteria: PinnedCriteria,
  totals: TotalsView,
  answers: ReadonlyMap<string, TargetAnswer>,
): ExportUnit {
  const areas = totals.areas.map(({ area, tally, answered }): ExportArea => {
    const own = criteria.version.criteria.filter((criterion) => criterion.area === area);
    return {
      name: AREAS[area].name,
      maximum: criteria.maximumOf(area),
      points: answered > 0 ? tally.points : null,
      criteria: own
        .filter(isScored)
        .map(({ key, code, text, maxPoints }) =>
          line({ code, name: text, maximum: maxPoints ?? '0' }, answers.get(key)),
        ),
    };
  });
  const { full, short, notChecked, excluded } = totals.whole.tally;
  const items = areas.reduce((count, area) => count + area.criteria.length, 0);
  return {
    targetId: id,
    unit: name,
    maximum: sumDecimals(areas.map(({ maximum }) => maximum)),
    points: totals.whole.answered > 0 ? totals.whole.tally.points : null,
    areas,
    checks: {
      met: full,
      missed: short,
      notChecked,
      notApplicable: excluded,
      unanswered: items - totals.whole.answered,
    },
  };
}

function line(
  head: Pick<ExportCriterion, 'code' | 'name' | 'maximum'>,
  answer: TargetAnswer | undefined,
): ExportCriterion {
  const result = answer?.result ?? null;
  return {
    ...head,
    points: result?.points ?? null,
    input: result ? foundText(result) : '',
    derivation: result ? derivationText(result) : '',
    note: answer ? noteOf(answer) : '',
  };
}
