import { newId } from '@kiemtra/shared/kernel';
import { LedgerDatabase } from './database.js';
import { ensureLane } from './device.js';
import { forgetReceived } from './files.js';
import { readLaneCookie, writeLaneCookie } from './lane-cookie.js';
import { Ledger } from './ledger.js';
import type { LoadSync } from './line.js';
import { countPending } from './snapshots.js';
import type { Surroundings } from './surroundings.js';

/** Opens the ledger of an account on this device and starts to send what it holds. */
export async function openLedger(account: string, surroundings: Surroundings, loadSync: LoadSync): Promise<Ledger> {
  const db = new LedgerDatabase(account);
  writeLaneCookie(account, await ensureLane(db, newId(), readLaneCookie(account)));
  // Counted before it is shown: nothing is said to be sent that is not.
  const ledger = new Ledger(account, db, surroundings, loadSync, await countPending(db));
  // Nobody waits for room; where it cannot be made now, the next start makes it.
  forgetReceived(db, surroundings.now()).catch(() => undefined);
  return ledger;
}
