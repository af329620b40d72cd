import { sumDecimals, type Decimal } from '../kernel/index.js';
import { isScored, type Criterion } from './criteria.view.js';

/** How much there is to answer, and for how many points; null without points. Bonus and penalty stand beside both. */
export interface Size {
  criteriaCount: number;
  maxPoints: Decimal | null;
}

/** The size of a version or of any part of it. */
export function sizeOf(criteria: readonly Criterion[]): Size {
  const scored = criteria.filter((criterion) => isScored(criterion) && criterion.effect === 'base');
  const maxima = scored.flatMap(({ maxPoints }) => maxPoints ?? []);
  return { criteriaCount: scored.length, maxPoints: maxima.length > 0 ? sumDecimals(maxima) : null };
}
