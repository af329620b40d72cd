import { Injectable } from '@nestjs/common';
import type { Logged, LoggedBatch, Operation, Receipt, Refusal } from '@kiemtra/shared/fieldwork';
import { Database } from '../platform/database/database.js';
import { Statement } from '../platform/database/statement.js';

export interface LaneRow {
  account_id: string;
  acked_through: number;
}

interface BatchRow {
  seq_from: number;
  operations: (Operation | Refusal)[];
  receipts: Receipt[];
}

interface AuthoredBatchRow extends BatchRow {
  lane_id: string;
  account_id: string;
  received_at: Date;
}

/** One accepted piece of a lane, as it goes into the log. */
export interface LogEntry {
  lane: string;
  account: string;
  app_version: string;
  logged: readonly Logged[];
  /** An instant as JSON writes it. */
  receivedAt: string;
  /** Targets that the piece changed, with the number of their last change. */
  vseqs: ReadonlyMap<string, number>;
}

export interface VisitPlace {
  target: string;
  version: string | null;
}

function loggedOf({ operations, receipts }: BatchRow): Logged[] {
  return operations.flatMap((kept, index) => {
    const receipt = receipts[index];
    return receipt ? [{ kept, receipt }] : [];
  });
}

const HOLD_LANE = new Statement(
  'hold-lane',
  'select account_id, acked_through from fieldwork_lane where id = $1 for update',
);

const ADD_BATCH = new Statement(
  'add-batch',
  `with batch as (
     insert into fieldwork_batch (province_id, lane_id, seq_from, seq_to, operations, receipts, app_version, received_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
   ), targets as (
     update plan_target t set vseq = c.vseq from unnest($9::uuid[], $10::bigint[]) as c(id, vseq) where t.id = c.id
   )
   update fieldwork_lane set acked_through = $4 where id = $2`,
);

/** Lanes and what came over them. The log is only ever added to. */
@Injectable()
export class BatchLogRepository {
  constructor(private readonly db: Database) {}

  /** The lane, held until the work ends. */
  holdLane(id: string): Promise<LaneRow | null> {
    return this.db.one<LaneRow>(HOLD_LANE, [id]);
  }

  /** Opens a lane; nothing happens when there is one with this id, whoever's it is. */
  async addLane(id: string, accountId: string): Promise<void> {
    await this.db.query(
      'insert into fieldwork_lane (province_id, id, account_id) values ($1, $2, $3) on conflict do nothing',
      [this.db.provinceId, id, accountId],
    );
  }

  /** What the log holds under numbers of a lane, and under their neighbours in the same pieces. */
  async find(lane: string, numbers: readonly number[]): Promise<Map<number, Logged>> {
    const rows = await this.db.query<BatchRow>(
      `select b.seq_from, b.operations, b.receipts from fieldwork_batch b
       where b.lane_id = $1 and b.seq_from in (
         select (select max(o.seq_from) from fieldwork_batch o where o.lane_id = $1 and o.seq_from <= n)
         from unnest($2::integer[]) as n
       )`,
      [lane, numbers],
    );
    return new Map(rows.flatMap(loggedOf).map((logged) => [logged.receipt.seq, logged]));
  }

  /** The number up to which a lane of the account has outcomes; null when the account has no such lane. */
  async ackedThrough(lane: string, accountId: string): Promise<number | null> {
    const row = await this.db.one<LaneRow>(
      'select account_id, acked_through from fieldwork_lane where id = $1 and account_id = $2',
      [lane, accountId],
    );
    return row?.acked_through ?? null;
  }

  /** What the log of a lane holds from a number on, at least so many if there are, in their order. */
  async listFrom(lane: string, seq: number, count: number): Promise<Logged[]> {
    const rows = await this.db.query<BatchRow>(
      `select b.seq_from, b.operations, b.receipts
       from (
         select o.*, coalesce(sum(o.seq_to - o.seq_from + 1) over (
           order by o.seq_from rows between unbounded preceding and 1 preceding), 0) as before
         from fieldwork_batch o where o.lane_id = $1 and o.seq_to >= $2
       ) b
       where b.before < $3 + 200 order by b.seq_from`,
      [lane, seq, count],
    );
    return rows.flatMap(loggedOf).filter(({ receipt }) => receipt.seq >= seq);
  }

  /** Stands when the work ends. */
  add({ lane, app_version, logged, receivedAt, vseqs }: LogEntry): void {
    const [first, last] = [logged[0]?.receipt.seq, logged.at(-1)?.receipt.seq];
    this.db.queryLast(ADD_BATCH, [
      this.db.provinceId,
      lane,
      first,
      last,
      JSON.stringify(logged.map(({ kept }) => kept)),
      JSON.stringify(logged.map(({ receipt }) => receipt)),
      app_version,
      receivedAt,
      [...vseqs.keys()],
      [...vseqs.values()],
    ]);
  }

  /** Targets and the versions they are held to, by visit. */
  async placesOfVisits(ids: readonly string[]): Promise<Map<string, VisitPlace>> {
    const rows = await this.db.query<VisitPlace & { id: string }>(
      `select v.id, v.target_id as target, t.criteria_version_id as version
       from visit v join plan_target t on t.id = v.target_id where v.id = any($1)`,
      [ids],
    );
    return new Map(rows.map(({ id, target, version }) => [id, { target, version }]));
  }

  /** The whole log of the province, in an order that the commits allow. */
  async readAll(): Promise<LoggedBatch[]> {
    const rows = await this.db.query<AuthoredBatchRow>(
      `select b.lane_id, l.account_id, b.received_at, b.seq_from, b.operations, b.receipts
       from fieldwork_batch b join fieldwork_lane l on l.id = b.lane_id order by b.number`,
    );
    return rows.map((row) => ({
      lane: row.lane_id,
      account: row.account_id,
      receivedAt: row.received_at.toISOString(),
      logged: loggedOf(row),
    }));
  }
}
