import { createHash } from 'node:crypto';
import { operationText, type ReceiptsReply } from '@kiemtra/shared/fieldwork';
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
