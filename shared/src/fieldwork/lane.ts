/**
 * A lane is one device in the hands of one account; its operations are numbered 1, 2, 3 … without gaps, and a number has
 * one content for ever. This is the part of the server's algorithm that comes before any merging.
 */
import { sameJson } from '../kernel/index.js';
import type { Batch, Entry } from './operation.js';
import type { Logged } from './state.js';

export interface Arrival {
  /** Numbers the lane had already: their outcomes again. */
  replayed: Logged[];
  /** The first number that came with another content than the stored one; nothing from there on is taken. */
  reusedFrom: number | null;
  /** Numbers the lane has not had. */
  fresh: Entry[];
}

/** True when a number comes again with what the log holds. Of what was refused no content is held to compare. */
function isSame(entry: Entry, { kept }: Logged): boolean {
  return !('kind' in kept) || (entry.operation !== null && sameJson(entry.operation, kept));
}

/**
 * Sorts a batch into what is known and what is new. Null: there is a gap between `ackedThrough` and the batch, and the
 * device must send from `ackedThrough + 1`. `logged` is asked for every number up to `ackedThrough`.
 */
export function receive(batch: Batch, ackedThrough: number, logged: (seq: number) => Logged): Arrival | null {
  if (batch.first_seq > ackedThrough + 1) return null;
  const replayed: Logged[] = [];
  for (const [index, entry] of batch.entries.entries()) {
    const seq = batch.first_seq + index;
    if (seq > ackedThrough) return { replayed, reusedFrom: null, fresh: batch.entries.slice(index) };
    const stored = logged(seq);
    if (!isSame(entry, stored)) return { replayed, reusedFrom: seq, fresh: [] };
    replayed.push(stored);
  }
  return { replayed, reusedFrom: null, fresh: [] };
}
