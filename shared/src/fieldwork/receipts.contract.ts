/**
 * GET /api/v1/sync/receipts?lane&from_seq: what became of the numbers of a lane, for a device that has missed answers. Each
 * outcome tells the hash of the operation it is about, so that a device never takes another's outcome for its own: storage
 * may have been cloned.
 */
import { isRecord, Uuid, Whole } from '../kernel/index.js';
import { NUMBER_MAX } from './operation.limits.js';
import { OUTCOMES, type Outcome } from './outcome.js';
import type { Operation } from './operation.js';
import type { Receipt } from './state.js';

export const SYNC_RECEIPTS_PATH = '/api/v1/sync/receipts';

/** Receipts of one answer. */
export const RECEIPTS_MAX = 500;

/** Numbers of a lane, from one on. */
export class ListNumbersDto {
  @Uuid() lane: string;
  @Whole({ min: 1, max: NUMBER_MAX }) from_seq: number;
}

export interface HeldReceipt extends Receipt {
  /** SHA-256 over `operationText`, as hex; absent where the server was not given the content. */
  sha256?: string;
}

export interface ReceiptsReply {
  lane: string;
  /** 0 for a lane that the server does not know, or that belongs to somebody else. */
  acked_through: number;
  /** From `from_seq` on, without gaps. */
  receipts: HeldReceipt[];
}

/** What an operation is hashed as: the parser writes the same on both sides. */
export function operationText(operation: Operation): string {
  return JSON.stringify(operation);
}

/** Reads an answer; null for everything that is not surely the server's word about these numbers. */
export function readReceipts(json: unknown, lane: string, fromSeq: number): ReceiptsReply | null {
  if (!isRecord(json)) return null;
  const { acked_through, receipts } = json;
  const right =
    json['lane'] === lane &&
    Number.isInteger(acked_through) &&
    Array.isArray(receipts) &&
    receipts.every((receipt, index) => {
      const isOutcome = isRecord(receipt) && OUTCOMES.some((outcome: Outcome) => outcome === receipt['outcome']);
      return isOutcome && receipt['seq'] === fromSeq + index;
    });
  return right ? (json as unknown as ReceiptsReply) : null;
}
