import { newId } from '@kiemtra/shared/kernel';
import { operationText, readOperation, readReceipts, SYNC_RECEIPTS_PATH } from '@kiemtra/shared/fieldwork';
import { exchange } from './batch.js';
import { forEach } from './database.js';
import { deviceOf } from './device.js';
import { sha256Hex } from './digest.js';
import { writeLaneCookie } from './lane-cookie.js';
import type { Line } from './line.js';
import { openNewLane } from './new-lane.js';
import { storeReply } from './receipts.js';
import type { AnswerRow, OperationRow } from './rows.js';

const TIMEOUT = 30_000;

/**
 * Fetches the outcomes whose answers never arrived, instead of sending those operations again. Where the server holds
 * something else under a number, or a number this device never gave, its storage was cloned or set back: it goes on under a
 * new lane.
 */
export async function reconcile(line: Line, ackedThrough: number): Promise<AnswerRow[]> {
  const { db, account, surroundings, closing } = line;
  const changed: AnswerRow[] = [];
  for (;;) {
    const device = await db.read(['meta'], deviceOf);
    if (device.ackedThrough >= ackedThrough) return changed;
    const { lane } = device;
    const from = device.ackedThrough + 1;
    const query = new URLSearchParams({ lane, from_seq: String(from) }).toString();
    const init = { headers: { 'X-Sync-Account': account } };
    const { answer } = await exchange(`${SYNC_RECEIPTS_PATH}?${query}`, init, TIMEOUT, surroundings, closing);
    const reply = answer?.status === 200 ? readReceipts(answer.json, lane, from) : null;
    if (!reply || reply.receipts.length === 0) return changed;
    const { receipts } = reply;
    const sent = await db.read(['ops'], ({ ops }) => forEach(receipts, ({ seq }) => ops.get([lane, seq])));
    const own = await Promise.all(sent.map(hashOf));
    const foreign = receipts.findIndex(
      ({ sha256 }, index) => own[index] === null || (sha256 !== undefined && sha256 !== own[index]),
    );
    const known = foreign === -1 ? receipts : receipts.slice(0, foreign);
    if (known.length > 0) changed.push(...(await storeReply(db, { lane, receipts: known }, surroundings.now(), null)));
    if (foreign === -1) continue;
    changed.push(...(await openNewLane(db, from + foreign, newId())));
    writeLaneCookie(account, await db.read(['meta'], deviceOf));
    return changed;
  }
}

/** The hash of what was put on the wire; null for what never was, which cannot be what the server holds. */
async function hashOf(op: OperationRow | undefined): Promise<string | null> {
  if (!op || op.state === 'local') return null;
  const { operation } = readOperation(op.operation, op.seq);
  return operation ? sha256Hex(new TextEncoder().encode(operationText(operation))) : '';
}
