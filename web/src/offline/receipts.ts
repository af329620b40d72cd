import type { BatchReply, ReplyReceipt } from '@kiemtra/shared/fieldwork';
import type { AnswerRow, LedgerDatabase, OperationRow, Tip } from './database.js';
import { revealed } from './fill.js';

/** What a receipt of its last own operation makes of a row. */
function settled(row: AnswerRow, tip: Tip, { outcome, code, rev, current }: ReplyReceipt, op: OperationRow): AnswerRow {
  const known = rev ?? row.rev;
  switch (outcome) {
    case 'applied':
    case 'merged': {
      const siblings = op.operation.kind === 'conflict.resolve' ? [] : row.siblings;
      const by = outcome === 'merged' ? (row.by ?? null) : null;
      return { ...row, rev: known, by, tip: null, against: null, siblings };
    }
    case 'conflict':
      return { ...row, rev: known, tip: { ...tip, state: outcome }, against: current ?? row.against };
    default:
      return { ...row, rev: known, tip: { ...tip, state: outcome, ...(code && { code }) } };
  }
}

/** Stores the outcomes of a batch in one transaction; gives the rows that changed. `offsetMs` is null when not measured. */
export function storeReply(
  db: LedgerDatabase,
  reply: Pick<BatchReply, 'lane' | 'receipts'>,
  now: number,
  offsetMs: number | null,
): Promise<AnswerRow[]> {
  return db.transaction('rw', db.answers, db.ops, db.receipts, db.meta, async () => {
    const { lane, receipts } = reply;
    await db.receipts.bulkPut(receipts.map((receipt) => ({ lane, seq: receipt.seq, receipt, storedAt: now })));
    const ops = await db.ops.bulkGet(receipts.map(({ seq }): [string, number] => [lane, seq]));
    const answers = await db.answers.bulkGet(ops.map((op) => op?.cell ?? ''));
    const changed: AnswerRow[] = [];
    const decided: OperationRow[] = [];
    for (const [index, receipt] of receipts.entries()) {
      const [op, row] = [ops[index], answers[index]];
      const { seq, outcome, code } = receipt;
      if (op) decided.push({ ...op, state: outcome, ...(code && { code }) });
      if (op && row?.tip?.lane === lane && row.tip.seq === seq)
        changed.push(revealed(settled(row, row.tip, receipt, op), lane));
    }
    await db.ops.bulkPut(decided);
    await db.answers.bulkPut(changed);
    const device = await db.device();
    const last = reply.receipts.at(-1)?.seq;
    if (device.lane === lane && last !== undefined) {
      await db.meta.put({ ...device, ackedThrough: last, offsetMs: offsetMs ?? device.offsetMs });
    }
    return changed;
  });
}
