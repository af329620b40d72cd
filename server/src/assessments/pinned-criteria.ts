import {
  AREA_CODES,
  addTally,
  EMPTY_TALLY,
  isScored,
  score,
  tallyOf,
  type AreaCode,
  type Criterion,
  type Input,
  type Result,
  type Tally,
} from '@kiemtra/shared/criteria';
import { sumDecimals, type Decimal } from '@kiemtra/shared/kernel';
import type { CriteriaVersion } from '../criteria/criteria.service.js';

const prepared = new WeakMap<CriteriaVersion, PinnedCriteria>();

/** A published version, ready to be asked about single criteria. */
export class PinnedCriteria {
  private readonly byKey: ReadonlyMap<string, Criterion>;

  private constructor(readonly version: CriteriaVersion) {
    this.byKey = new Map(version.criteria.map((criterion) => [criterion.key, criterion]));
  }

  static of(version: CriteriaVersion): PinnedCriteria {
    const known = prepared.get(version) ?? new PinnedCriteria(version);
    prepared.set(version, known);
    return known;
  }

  find(key: string): Criterion | undefined {
    return this.byKey.get(key);
  }

  /** The areas of the version in their order, with what there is to answer. */
  emptyAreas(): { area: AreaCode; tally: Tally }[] {
    return AREA_CODES.flatMap((area) => {
      const own = this.version.criteria.filter((criterion) => criterion.area === area);
      const tally = own.filter(isScored).reduce((sum, one) => addTally(sum, tallyOf(one, undefined)), EMPTY_TALLY);
      return own.length > 0 ? [{ area, tally }] : [];
    });
  }

  /** What there is to gain in an area, bonus apart; "0" where nothing has points. */
  maximumOf(area: AreaCode): Decimal {
    const roots = this.version.criteria.filter((one) => one.area === area && one.parentKey === null);
    return sumDecimals(roots.flatMap(({ effect, maxPoints }) => (effect === 'base' && maxPoints ? [maxPoints] : [])));
  }

  /** The result of an input that was read for this criterion; null of none. */
  score(key: string, input: Input | null): Result | null {
    const criterion = this.find(key);
    return input !== null && criterion && isScored(criterion) ? score(criterion, input) : null;
  }

  tallyOf(key: string, result: Result | null): Tally {
    const criterion = this.find(key);
    return criterion && isScored(criterion) ? tallyOf(criterion, result ?? undefined) : EMPTY_TALLY;
  }
}
