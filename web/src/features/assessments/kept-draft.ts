import { keep, readKept } from '../../ui/kept.js';
import { isRaw, type RawAnswer } from './raw-answer.js';

/**
 * Half an answer, kept until it can be read and goes to the ledger: a closed tab takes no figure with it.
 * `place` names account, target and criterion.
 */
const nameOf = (place: string) => `half.${place}`;

export function keptDraft(place: string): RawAnswer | null {
  const kept = readKept(localStorage, nameOf(place));
  return isRaw(kept) ? kept : null;
}

export function keepDraft(place: string, raw: RawAnswer | null): void {
  keep(localStorage, nameOf(place), raw);
}
