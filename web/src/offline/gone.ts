/**
 * Visits this account has no part in any more. They are hidden and what the server holds is let go of; what it does not
 * hold stays until it does, and for ever where it refused it.
 */
import type { PackView } from '@kiemtra/shared/assessments';
import { isAcknowledged } from '@kiemtra/shared/fieldwork';
import { forEach, type LedgerDatabase, type Writing } from './database.js';
import { deleteBytes } from './files.js';
import type { AnswerRow } from './rows.js';

/** The stores that a farewell touches. */
export const GONE_STORES = ['packs', 'cursors', 'gone', 'answers', 'blobs', 'bytes', 'pieces'] as const;
type GoneStores = Writing<(typeof GONE_STORES)[number]>;

/** Hides the visits of a target that are not among those of the account; gives them. Within a transaction. */
export async function leaveVisits(
  stores: GoneStores,
  target: string,
  account: string,
  still: readonly string[],
): Promise<string[]> {
  const packs = await stores.packs.index('target').getAll(target);
  const gone = packs.filter(({ visit, view }) => !still.includes(visit) && isMember(view, account));
  const visits = gone.map(({ visit }) => visit);
  await forEach(visits, (visit) => stores.packs.delete(visit));
  if (gone.length > 0 && gone.length === packs.length) {
    await stores.cursors.delete(target);
    await stores.gone.put({ target });
    await sweep(stores, target);
  }
  return visits;
}

/** Who only reads a sheet has no part in the visit that could end. */
function isMember({ members }: PackView, account: string): boolean {
  return members.some(({ accountId }) => accountId === account);
}

/** Lets go of what the server has come to hold of visits that are gone. */
export function sweepGone(db: LedgerDatabase): Promise<void> {
  return db.write(GONE_STORES, async (stores) => {
    for (const { target } of await stores.gone.getAll()) await sweep(stores, target);
  });
}

async function sweep(stores: GoneStores, target: string): Promise<void> {
  const rows = await stores.answers.index('target').getAll(target);
  const blobs = await stores.blobs.getAll();
  const kept = new Set(blobs.filter(({ state }) => state !== 'received').map(({ cell }) => cell));
  const over = new Set(rows.filter((row) => isHeld(row) && !kept.has(row.cell)).map(({ cell }) => cell));
  await forEach([...over], (cell) => stores.answers.delete(cell));
  const files = blobs.filter(({ cell }) => over.has(cell)).map(({ id }) => id);
  await forEach(files, (id) => stores.blobs.delete(id));
  await deleteBytes(stores, files);
  if (over.size === rows.length) await stores.gone.delete(target);
}

/** The server holds everything that the row says. */
function isHeld({ tip }: AnswerRow): boolean {
  return tip === null || (tip.state !== 'local' && tip.state !== 'sending' && isAcknowledged(tip.state));
}
