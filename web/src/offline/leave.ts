/** Leaving a device on which nothing waits: what the server holds as well is let go of, the record of what was said stays. */
import type { AnswerRow, LedgerDatabase } from './database.js';
import { forgetReceived } from './files.js';

/**
 * Deletes shown answers, packs and received files. An answer whose own word is not with the server, or waits there for a
 * decision, stays, and so does everything about a file whose bytes are here alone; operations and receipts stay.
 */
export async function forgetClean(db: LedgerDatabase): Promise<void> {
  await db.transaction('rw', db.answers, db.blobs, db.packs, db.cursors, async () => {
    const blobs = await db.blobs.where('state').notEqual('received').toArray();
    const held = new Set(blobs.map(({ cell }) => cell));
    const isClean = ({ cell, tip }: AnswerRow) => !held.has(cell) && (tip === null || tip.state === 'conflict');
    await db.answers.filter(isClean).delete();
    await db.packs.clear();
    await db.cursors.clear();
  });
  await forgetReceived(db, Number.POSITIVE_INFINITY);
}
