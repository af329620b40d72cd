import type { AreaCode, Tally } from '@kiemtra/shared/criteria';
import { Exact, type Decimal } from '@kiemtra/shared/kernel';
import type { AreaChange } from './answers.repository.js';

interface Place {
  assessment_id: string;
  area: AreaCode;
}

/** Equal decimals are counted and reckoned with once: a batch moves few different points, many times. */
type Counts = Map<Decimal, number>;

function sum(counts: Counts): Decimal {
  let total = new Exact(0);
  for (const [value, count] of counts) if (count !== 0) total = total.plus(new Exact(value).times(count));
  return total.toFixed();
}

/** What a save changes in the kept totals of areas. */
export class TotalChanges {
  private readonly areas = new Map<string, { place: Place; terms: Map<keyof Tally, Counts> }>();

  /** Counts a tally in, or out again with −1. */
  add(place: Place, tally: Tally, sign: 1 | -1): void {
    const key = `${place.assessment_id}|${place.area}`;
    const area = this.areas.get(key) ?? { place, terms: new Map<keyof Tally, Counts>() };
    this.areas.set(key, area);
    for (const name of Object.keys(tally) as (keyof Tally)[]) {
      const value = String(tally[name]);
      if (value === '0') continue;
      const counts: Counts = area.terms.get(name) ?? new Map();
      area.terms.set(name, counts);
      counts.set(value, (counts.get(value) ?? 0) + sign);
    }
  }

  list(): AreaChange[] {
    return Array.from(this.areas.values(), ({ place, terms }) => {
      const of = (name: keyof Tally) => sum(terms.get(name) ?? new Map());
      return {
        ...place,
        tally: {
          points: of('points'),
          max: of('max'),
          bonus: of('bonus'),
          penalty: of('penalty'),
          total: Number(of('total')),
          full: Number(of('full')),
          short: Number(of('short')),
          excluded: Number(of('excluded')),
          notChecked: Number(of('notChecked')),
        },
      };
    });
  }
}
