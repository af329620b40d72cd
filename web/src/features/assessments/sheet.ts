import {
  isScored,
  resultOf,
  totals,
  type Result,
  type ScoredCriterion,
  type Totals,
  type VersionContent,
} from '@kiemtra/shared/criteria';
import { acceptedOf, type CellSnapshot, type Ledger } from '../../offline/index.js';

/** All answers of a target at one moment, as the device has them. */
export interface SheetReading {
  /** By key of the criteria that have an answer. */
  results: ReadonlyMap<string, Result>;
  /** Criteria on which people disagree. */
  disputed: ReadonlySet<string>;
  totals: Totals;
}

export function isDisputed({ status, against, siblings }: CellSnapshot): boolean {
  return status === 'conflict' || against !== null || siblings.length > 0;
}

interface Seen {
  input: CellSnapshot;
  note: CellSnapshot;
}

/** Points and progress over the ledger. A reading stays the same object until a value or a disagreement changes. */
export class ScoringSheet {
  readonly #criteria: readonly ScoredCriterion[];
  readonly #seen = new Map<string, Seen>();
  readonly #results = new Map<string, Result>();
  readonly #disputed = new Set<string>();
  #reading: SheetReading | null = null;

  constructor(
    private readonly ledger: Ledger,
    private readonly target: string,
    private readonly version: VersionContent,
  ) {
    this.#criteria = version.criteria.filter(isScored);
  }

  read(): SheetReading {
    let isChanged = this.#reading === null;
    for (const criterion of this.#criteria) isChanged = this.#look(criterion) || isChanged;
    if (this.#reading && !isChanged) return this.#reading;
    const results = new Map(this.#results);
    this.#reading = { results, disputed: new Set(this.#disputed), totals: totals(this.version, results) };
    return this.#reading;
  }

  /** True when the criterion's part of the reading changed. */
  #look(criterion: ScoredCriterion): boolean {
    const { key } = criterion;
    const input = this.ledger.cell(this.target, key, 'input');
    const note = this.ledger.cell(this.target, key, 'note');
    const before = this.#seen.get(key);
    if (before?.input === input && before.note === note) return false;
    this.#seen.set(key, { input, note });
    const hasNewValue = !before || acceptedOf(before.input) !== acceptedOf(input);
    if (hasNewValue) {
      const result = resultOf(criterion, acceptedOf(input));
      if (result) this.#results.set(key, result);
      else this.#results.delete(key);
    }
    const wasDisputed = this.#disputed.has(key);
    const isNowDisputed = isDisputed(input) || isDisputed(note);
    if (isNowDisputed) this.#disputed.add(key);
    else this.#disputed.delete(key);
    return hasNewValue || wasDisputed !== isNowDisputed;
  }
}
