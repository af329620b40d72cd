import { isRaw, type RawAnswer } from './raw-answer.js';

/**
 * Half an answer, kept until it can be read and goes to the ledger: a closed tab takes no figure with it.
 * `place` names account, target and criterion.
 */
const keyOf = (place: string) => `kiemtra.half.${place}`;

export function keptDraft(place: string): RawAnswer | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(place)) ?? 'null');
    return isRaw(kept) ? kept : null;
  } catch {
    return null;
  }
}

export function keepDraft(place: string, raw: RawAnswer | null): void {
  try {
    if (raw === null) localStorage.removeItem(keyOf(place));
    else localStorage.setItem(keyOf(place), JSON.stringify(raw));
  } catch {
    // A full or forbidden storage takes nothing from the field on the screen.
  }
}
