import type { BatchReply, ReplyReceipt } from '@kiemtra/shared/fieldwork';
import { forEach, type LedgerDatabase } from './database.js';
import { deviceOf } from './device.js';
import { revealed } from './fill.js';
import type { AnswerRow, OperationRow, Tip } from './rows.js';

/** What a receipt of its last own operation makes of a row. */
function settled(
  row: AnswerRow,
  tip: Tip,
  { outcome, code, rev, current, received_at }: ReplyReceipt,
  op: OperationRow,
): AnswerRow {
  const known = rev ?? row.rev;
  switch (outcome) {
    case 'applied':
    case 'merged': {
      const siblings = op.operation.kind === 'conflict.resolve' ? [] : row.siblings;
      const by = outcome === 'merged' ? (row.by ?? null) : null;
      return { ...row, rev: known, by, tip: null, against: null, siblings };
    }
    case 'conflict':
      return {
        ...row,
        rev: known,
        tip: { ...tip, state: outcome, ...(received_at !== undefined && { receivedAt: received_at }) },
        against: current ?? row.against,
      };
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
  const { lane, receipts: told } = reply;
  return db.write(['answers', 'ops', 'receipts', 'meta'], async ({ answers, ops, receipts, meta }) => {
    await forEach(told, (receipt) => receipts.put({ lane, seq: receipt.seq, receipt, storedAt: now }));
    const sent = await forEach(told, ({ seq }) => ops.get([lane, seq]));
    const said = await forEach(sent, (op) => answers.get(op?.cell ?? ''));
    const changed: AnswerRow[] = [];
    const decided: OperationRow[] = [];
    for (const [index, receipt] of told.entries()) {
      const [op, row] = [sent[index], said[index]];
      const { seq, outcome, code } = receipt;
      if (op) decided.push({ ...op, state: outcome, ...(code && { code }) });
      if (op && row?.tip?.lane === lane && row.tip.seq === seq)
        changed.push(revealed(settled(row, row.tip, receipt, op), lane));
    }
    await forEach(decided, (op) => ops.put(op));
    await forEach(changed, (row) => answers.put(row));
    const device = await deviceOf({ meta });
    const last = told.at(-1)?.seq;
    if (device.lane === lane && last !== undefined) {
      await meta.put({ ...device, ackedThrough: last, offsetMs: offsetMs ?? device.offsetMs });
    }
    return changed;
  });
}
