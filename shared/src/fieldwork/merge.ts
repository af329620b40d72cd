/**
 * The conflict rule: what a cell becomes when somebody says something about it.
 *
 * One number carries the causality: the revision of the cell that the author is known to have seen. It is the base the
 * operation names, or, when it builds on an operation of its own lane, what that one knew. If it is the current revision,
 * nobody came between and the value is taken. If it is older, an equal value agrees and a different one is kept beside the
 * effective one, under its author. No clock decides and nothing is overwritten that its successor had not seen.
 *
 * `judge` decides, `record` carries out. The fold of the log uses `record` alone, so that it repeats history instead of
 * deciding it anew.
 */
import type { Input } from '../criteria/index.js';
import { sameJson } from '../kernel/index.js';
import type { SiblingRef } from './operation-kinds.js';
import type { Outcome, ParkedCode } from './outcome.js';
import type { WholeValue } from './whole-cells.js';

/** An input in its canonical spelling, a note, what is recorded whole, or nothing. */
export type CellValue = Input | WholeValue | string | null;

/** Who said it, under which operation, and when it arrived. The device's own time stays with the operation, in the log. */
export interface Stamp {
  lane: string;
  seq: number;
  account: string;
  /** Server time, an instant as JSON writes it. */
  received_at: string;
}

export interface Word {
  value: CellValue;
  by: Stamp;
}

/** One field of one answer, or one thing recorded whole. `siblings` are later words that disagree: at most one a lane, none when all is settled. */
export interface Cell {
  rev: number;
  value: CellValue;
  by: Stamp | null;
  siblings: readonly Word[];
}

export const EMPTY_CELL: Cell = { rev: 0, value: null, by: null, siblings: [] };

/** A word said about a cell: on top of which revision, and whether it means to end a disagreement. */
export interface Saying {
  word: Word;
  /** The revision its author is known to have seen; 0 for none. */
  seen: number;
  /** The siblings a resolution has seen; absent for plain words. */
  settles?: readonly SiblingRef[];
}

export interface Verdict {
  outcome: Extract<Outcome, 'applied' | 'merged' | 'conflict' | 'parked'>;
  code?: ParkedCode;
}

/** What each author says now: the own sibling where there is one, else the effective value if it is theirs. */
function standing({ value, by, siblings }: Cell): readonly Word[] {
  const yielded = !by || siblings.some((sibling) => sibling.by.account === by.account);
  return yielded ? siblings : [...siblings, { value, by }];
}

/** Every author of a value in the cell but this one says the same: the two authors together settle. */
function isAgreed(cell: Cell, { value, by }: Word): boolean {
  return standing(cell).every((word) => word.by.account === by.account || sameJson(word.value, value));
}

/**
 * Decides. A plain word on the current revision is taken; an author's resolution is a word that takes effect once every
 * other author says the same; the lead's takes effect at once if the lead has seen the effective value.
 */
export function judge(cell: Cell, { word, seen, settles }: Saying, isLead: boolean): Verdict {
  if (seen > cell.rev) return { outcome: 'parked', code: 'BASE_UNKNOWN' };
  const isCurrent = seen === cell.rev;
  const isEqual = cell.rev > 0 && sameJson(cell.value, word.value);
  if (settles && isLead) return { outcome: isCurrent || isEqual ? 'applied' : 'conflict' };
  if (!settles && isCurrent) return { outcome: 'applied' };
  if (isEqual) return { outcome: 'merged' };
  return { outcome: settles && isAgreed(cell, word) ? 'applied' : 'conflict' };
}

/** Carries out. `parked` and refusals leave the cell as it is. */
export function record(cell: Cell, { word, settles }: Saying, outcome: Outcome): Cell {
  const { lane, account } = word.by;
  const others = cell.siblings.filter((sibling) => sibling.by.lane !== lane);
  if (outcome === 'conflict') return { ...cell, siblings: [...others, word] };
  if (outcome === 'merged') return others.length === cell.siblings.length ? cell : { ...cell, siblings: others };
  if (outcome !== 'applied') return cell;

  const open = settles
    ? others.filter(({ by }) => !settles.some((ref) => ref.lane === by.lane && ref.seq === by.seq))
    : others;
  // While a disagreement is open, another author's value may be followed by a new one but not pushed out of sight.
  const { by, value } = cell;
  const isDisputed = !settles && cell.siblings.length > 0 && by !== null && by.account !== account;
  if (isDisputed && !open.some((sibling) => sibling.by.lane === by.lane)) open.push({ value, by });
  return {
    rev: cell.rev + 1,
    value: word.value,
    by: word.by,
    siblings: open.filter((sibling) => !sameJson(sibling.value, word.value)),
  };
}
