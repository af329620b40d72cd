import type { LedgerDatabase } from './database.js';
import type { Surroundings } from './surroundings.js';

/** Whose book it is and what it speaks to the server over. */
export interface Line {
  db: LedgerDatabase;
  account: string;
  surroundings: Surroundings;
  /** The ledger closes: nothing more is waited for. */
  closing: AbortSignal;
}

/** Brings the part that speaks with the server. */
export type LoadSync = () => Promise<typeof import('./sync.js')>;
