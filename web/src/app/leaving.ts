import type { Ledger } from '../offline/index.js';

/** How far logging out has come. */
export type Leaving =
  | { is: 'sending'; ledger: Ledger | null }
  /** So much is left; with nothing left it is the server that cannot be reached. */
  | { is: 'asking'; left: number }
  | { is: 'locking' };

/** How much is on this device only and could still be sent. */
export function heldBack(ledger: Ledger): number {
  const { unsaved, unsent, files } = ledger.status();
  return unsaved + unsent + files;
}
