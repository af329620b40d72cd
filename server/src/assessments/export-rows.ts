import type { TotalsView } from '@kiemtra/shared/assessments';
import { AREAS, derivationText, foundText, isScored } from '@kiemtra/shared/criteria';
import { sumDecimals, type Decimal } from '@kiemtra/shared/kernel';
import { resultOf } from './answer-sheet.js';
import type { AnswerRow } from './answers.repository.js';
import type { PinnedCriteria } from './pinned-criteria.js';

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

/** The scores of one target; totals are the kept ones. */
export interface ExportUnit {
  targetId: string;
  unit: string;
  maximum: Decimal;
  points: Decimal | null;
  areas: ExportArea[];
}

export function exportUnit(
  { id, name }: { id: string; name: string },
  criteria: PinnedCriteria,
  totals: TotalsView,
  answers: readonly AnswerRow[],
): ExportUnit {
  const byKey = new Map(answers.map((answer) => [answer.criterion_key, answer]));
  const areas = totals.areas.map(({ area, tally, answered }): ExportArea => {
    const own = criteria.version.criteria.filter((criterion) => criterion.area === area);
    return {
      name: AREAS[area].name,
      maximum: criteria.maximumOf(area),
      points: answered > 0 ? tally.points : null,
      criteria: own
        .filter(isScored)
        .map(({ key, code, text, maxPoints }) => line({ code, name: text, maximum: maxPoints ?? '0' }, byKey.get(key))),
    };
  });
  return {
    targetId: id,
    unit: name,
    maximum: sumDecimals(areas.map(({ maximum }) => maximum)),
    points: totals.whole.answered > 0 ? totals.whole.tally.points : null,
    areas,
  };
}

function line(
  head: Pick<ExportCriterion, 'code' | 'name' | 'maximum'>,
  answer: AnswerRow | undefined,
): ExportCriterion {
  const result = answer ? resultOf(answer) : null;
  return {
    ...head,
    points: result?.points ?? null,
    input: result ? foundText(result) : '',
    derivation: result ? derivationText(result) : '',
    note: answer?.note ?? '',
  };
}
