/**
 * Visits this account has no part in any more. They are hidden and what the server holds is let go of; what it does not
 * hold stays until it does, and for ever where it refused it.
 */
import type { PackView } from '@kiemtra/shared/assessments';
import { isAcknowledged } from '@kiemtra/shared/fieldwork';
import type { AnswerRow, LedgerDatabase } from './database.js';
import { deleteBytes } from './files.js';

/** The stores that a farewell touches. */
export function goneStores(db: LedgerDatabase) {
  return [db.packs, db.cursors, db.gone, db.answers, db.blobs, db.bytes, db.pieces];
}

/** Hides the visits of a target that are not among those of the account; gives them. Within a transaction. */
export async function leaveVisits(
  db: LedgerDatabase,
  target: string,
  account: string,
  still: readonly string[],
): Promise<string[]> {
  const packs = await db.packs.where({ target }).toArray();
  const gone = packs.filter(({ visit, view }) => !still.includes(visit) && isMember(view, account));
  const visits = gone.map(({ visit }) => visit);
  await db.packs.bulkDelete(visits);
  if (gone.length > 0 && gone.length === packs.length) {
    await db.cursors.delete(target);
    await db.gone.put({ target });
    await sweep(db, target);
  }
  return visits;
}

/** Who only reads a sheet has no part in the visit that could end. */
function isMember({ members }: PackView, account: string): boolean {
  return members.some(({ accountId }) => accountId === account);
}

/** Lets go of what the server has come to hold of visits that are gone. */
export function sweepGone(db: LedgerDatabase): Promise<void> {
  return db.transaction('rw', goneStores(db), async () => {
    for (const { target } of await db.gone.toArray()) await sweep(db, target);
  });
}

async function sweep(db: LedgerDatabase, target: string): Promise<void> {
  const rows = await db.answers.where({ target }).toArray();
  const blobs = await db.blobs.toArray();
  const kept = new Set(blobs.filter(({ state }) => state !== 'received').map(({ cell }) => cell));
  const over = new Set(rows.filter((row) => isHeld(row) && !kept.has(row.cell)).map(({ cell }) => cell));
  await db.answers.bulkDelete([...over]);
  const files = blobs.filter(({ cell }) => over.has(cell)).map(({ id }) => id);
  await db.blobs.bulkDelete(files);
  await deleteBytes(db, files);
  if (over.size === rows.length) await db.gone.delete(target);
}

/** The server holds everything that the row says. */
function isHeld({ tip }: AnswerRow): boolean {
  return tip === null || (tip.state !== 'local' && tip.state !== 'sending' && isAcknowledged(tip.state));
}
