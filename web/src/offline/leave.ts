/** Leaving a device on which nothing waits: what the server holds as well is let go of, the record of what was said stays. */
import { forEach, type LedgerDatabase } from './database.js';
import { forgetReceived } from './files.js';
import type { AnswerRow } from './rows.js';

/**
 * Deletes shown answers, packs and received files. An answer whose own word is not with the server, or waits there for a
 * decision, stays, and so does everything about a file whose bytes are here alone; operations and receipts stay.
 */
export async function forgetClean(db: LedgerDatabase): Promise<void> {
  await db.write(['answers', 'blobs', 'packs', 'cursors'], async ({ answers, blobs, packs, cursors }) => {
    const files = (await blobs.getAll()).filter(({ state }) => state !== 'received');
    const held = new Set(files.map(({ cell }) => cell));
    const isClean = ({ cell, tip }: AnswerRow) =>
      !held.has(cell) && (tip === null || tip.state === 'conflict' || tip.decision !== undefined);
    const clean = (await answers.getAll()).filter(isClean);
    await forEach(clean, ({ cell }) => answers.delete(cell));
    await packs.clear();
    await cursors.clear();
  });
  await forgetReceived(db, Number.POSITIVE_INFINITY);
}
