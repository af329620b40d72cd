import { createHash } from 'node:crypto';
import { operationText, type DecisionsReply, type ReceiptsReply, type ToldDecision } from '@kiemtra/shared/fieldwork';
import type { MemoryServer } from '@kiemtra/shared/testing';

/** GET sync/receipts: what became of the numbers of a lane. */
export function receiptsOf(server: MemoryServer, lane: string, from: number): ReceiptsReply {
  const log = server.lanes.get(lane)?.log ?? [];
  const receipts = log.slice(from - 1).map(({ kept, receipt }) => ({
    ...receipt,
    ...('kind' in kept && { sha256: createHash('sha256').update(operationText(kept)).digest('hex') }),
  }));
  return { lane, acked_through: log.length, receipts };
}

/** GET sync/decisions: what was decided about the numbers of the lane that is asked about, so many at most. */
export function decisionsOf(all: readonly ToldDecision[], lane: string, from: number, max: number): DecisionsReply {
  const due = all.filter(({ seq }) => seq >= from);
  return { lane, decisions: due.slice(0, max), has_more: due.length > max };
}
