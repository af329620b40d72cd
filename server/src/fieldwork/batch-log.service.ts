import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  fieldworkAudit,
  fieldworkProblems,
  operationText,
  RECEIPTS_MAX,
  type HeldReceipt,
  type Logged,
  type LoggedBatch,
  type ReceiptsReply,
} from '@kiemtra/shared/fieldwork';
import { Problem } from '@kiemtra/shared/kernel';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { BatchLogRepository, type LogEntry, type VisitPlace } from './batch-log.repository.js';
import { ParkedRepository } from './parked.repository.js';

/** Lanes, and the log of what came over them, which is the audit of field work. */
@Injectable()
export class BatchLogService {
  constructor(
    private readonly log: BatchLogRepository,
    private readonly parked: ParkedRepository,
    private readonly audit: Audit,
    private readonly db: Database,
  ) {}

  /** Holds the account's lane until the work ends; gives the number up to which everything has an outcome. */
  async holdLane(id: string, accountId: string): Promise<number> {
    this.db.scope.keepsOwnRecord = true;
    let lane = await this.log.holdLane(id);
    if (!lane) {
      await this.log.addLane(id, accountId);
      lane = await this.log.holdLane(id);
    }
    // A lane of another province cannot be seen, but it keeps its id.
    if (lane?.account_id !== accountId) throw new Problem(fieldworkProblems.foreignLane);
    return lane.acked_through;
  }

  /** What the log holds under numbers of a lane. */
  async find(lane: string, numbers: readonly number[]): Promise<Map<number, Logged>> {
    return numbers.length > 0 ? this.log.find(lane, numbers) : new Map<number, Logged>();
  }

  /** Adds what became of a piece of a lane that the caller holds; what is parked waits for a person. What was denied leaves a line for the administrator. */
  async add(entry: LogEntry): Promise<void> {
    this.log.add(entry);
    const parked = entry.logged.flatMap(({ kept, receipt: { seq, outcome } }) =>
      outcome === 'parked' && kept.visit ? [{ seq, visit: kept.visit }] : [],
    );
    if (parked.length > 0) await this.parked.add(entry.lane, parked);
    const count = entry.logged.filter(({ receipt }) => receipt.outcome === 'denied').length;
    if (count > 0) await this.audit.record(fieldworkAudit.denied, { kind: 'account', id: entry.account }, { count });
  }

  /** What became of the numbers of the account's lane from one on. A lane of somebody else is as unknown as one that is none. */
  async readReceipts(lane: string, accountId: string, fromSeq: number): Promise<ReceiptsReply> {
    const acked = await this.log.ackedThrough(lane, accountId);
    const logged = acked === null ? [] : await this.log.listFrom(lane, fromSeq, RECEIPTS_MAX);
    return { lane, acked_through: acked ?? 0, receipts: logged.slice(0, RECEIPTS_MAX).map(heldReceipt) };
  }

  placesOfVisits(ids: readonly string[]): Promise<Map<string, VisitPlace>> {
    return this.log.placesOfVisits(ids);
  }

  /** The whole log of the province, in an order that the commits allow. */
  readAll(): Promise<LoggedBatch[]> {
    return this.log.readAll();
  }
}

function heldReceipt({ kept, receipt }: Logged): HeldReceipt {
  if (!('kind' in kept)) return receipt;
  return { ...receipt, sha256: createHash('sha256').update(operationText(kept)).digest('hex') };
}
