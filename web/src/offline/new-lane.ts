import type { Base } from '@kiemtra/shared/fieldwork';
import { fromNumber, type LedgerDatabase, type Reading } from './database.js';
import { deviceOf } from './device.js';
import type { AnswerRow } from './rows.js';

/**
 * Goes on under a new lane: everything from `from` on is numbered anew and sent again, because the server holds something
 * else under those numbers or because the device cannot fill a gap. Nothing is lost: contents, cells and chains stay. Before
 * a gap something is nowhere any more, of the old lane or of those before it, so the server goes on waiting for them.
 */
export function openNewLane(
  db: LedgerDatabase,
  from: number,
  newLane: string,
  isAfterGap = false,
): Promise<AnswerRow[]> {
  return db.write(['answers', 'ops', 'receipts', 'meta', 'blobs'], async (stores) => {
    const { answers, ops, receipts, meta, blobs } = stores;
    const device = await deviceOf(stores);
    const old = device.lane;
    const moved = await ops.getAll(fromNumber(old, from));
    const renumbered = new Map(moved.map((op, index) => [op.seq, index + 1]));
    const changed: AnswerRow[] = [];
    for (const op of moved) {
      const seq = renumbered.get(op.seq) ?? 0;
      const { base: oldBase, ...said } = op.operation;
      const base = oldBase && (await movedBase(stores, oldBase, old, renumbered));
      const operation = { ...said, seq, ...(base && { base }) };
      await ops.delete([old, op.seq]);
      await receipts.delete([old, op.seq]);
      await ops.add({ lane: newLane, seq, cell: op.cell, state: 'local', operation });
      const blob = said.kind === 'evidence.add' ? await blobs.get(said.value.id) : undefined;
      if (blob) await blobs.put({ ...blob, lane: newLane, seq });
      const row = await answers.get(op.cell);
      if (row?.tip?.lane !== old || row.tip.seq !== op.seq) continue;
      const after: AnswerRow = { ...row, tip: { lane: newLane, seq, state: 'local' } };
      await answers.put(after);
      changed.push(after);
    }
    const left = isAfterGap ? [] : [...(device.left ?? []), { lane: old, lastSeq: device.nextSeq - 1 }];
    await meta.put({ ...device, lane: newLane, nextSeq: moved.length + 1, ackedThrough: 0, left });
    return changed;
  });
}

/** A base that named an operation of the old lane: its new number, or the revision its author knew by its receipt. */
async function movedBase(
  { receipts }: Reading<'receipts'>,
  base: Base,
  lane: string,
  renumbered: ReadonlyMap<number, number>,
): Promise<Base | undefined> {
  if ('rev' in base) return base;
  const seq = renumbered.get(base.seq);
  if (seq !== undefined) return { seq };
  const rev = (await receipts.get([lane, base.seq]))?.receipt.rev;
  return rev === undefined ? undefined : { rev };
}
