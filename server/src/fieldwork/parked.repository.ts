import { Injectable } from '@nestjs/common';
import type { Operation, ParkedCode, ParkedDecision } from '@kiemtra/shared/fieldwork';
import { Database } from '../platform/database/database.js';

export interface ParkedRow {
  id: string;
  code: ParkedCode;
  operation: Operation;
  author: string;
  received_at: Date;
  decision: ParkedDecision | null;
  reason: string | null;
  decider: string | null;
  decided_at: Date | null;
}

/** What a person made of a number of a lane. */
export interface DecidedRow {
  seq: number;
  decision: ParkedDecision;
  reason: string | null;
  decider: string;
  decided_at: Date;
}

interface Decided {
  decision: ParkedDecision;
  reason: string | null;
  /** An account. */
  by: string;
  at: Date;
}

const SELECT = `
  select p.id, b.operations->(p.seq - b.seq_from) as operation,
         b.receipts->(p.seq - b.seq_from)->>'code' as code, a.display_name as author, b.received_at,
         p.decision, p.reason, d.display_name as decider, p.decided_at
  from parked_operation p
  join fieldwork_batch b on b.lane_id = p.lane_id and p.seq between b.seq_from and b.seq_to
  join fieldwork_lane l on l.id = p.lane_id
  join account a on a.id = l.account_id
  left join account d on d.id = p.decided_by`;

/** Operations that wait for a person, or waited. */
@Injectable()
export class ParkedRepository {
  constructor(private readonly db: Database) {}

  async add(lane: string, parked: readonly { seq: number; visit: string }[]): Promise<void> {
    await this.db.query(
      `insert into parked_operation (province_id, lane_id, seq, visit_id)
       select $1, $2, p.seq, p.visit_id from unnest($3::integer[], $4::uuid[]) as p(seq, visit_id)`,
      [this.db.provinceId, lane, parked.map(({ seq }) => seq), parked.map(({ visit }) => visit)],
    );
  }

  /** Those of a visit, what waits first, in the order of their arrival. */
  list(visit: string): Promise<ParkedRow[]> {
    return this.db.query<ParkedRow>(
      `${SELECT} where p.visit_id = $1 order by p.decision is not null, b.received_at, p.lane_id, p.seq`,
      [visit],
    );
  }

  /** One of a visit, held until the work ends. */
  hold(visit: string, id: string): Promise<ParkedRow | null> {
    return this.db.one<ParkedRow>(`${SELECT} where p.visit_id = $1 and p.id = $2 for update of p`, [visit, id]);
  }

  /** What was decided about numbers of the account's lane from one on, in their order, so many at most. */
  listDecided(lane: string, accountId: string, fromSeq: number, limit: number): Promise<DecidedRow[]> {
    return this.db.query<DecidedRow>(
      `select p.seq, p.decision, p.reason, d.display_name as decider, p.decided_at
       from parked_operation p
       join fieldwork_lane l on l.id = p.lane_id and l.account_id = $2
       join account d on d.id = p.decided_by
       where p.lane_id = $1 and p.seq >= $3 order by p.seq limit $4`,
      [lane, accountId, fromSeq, limit],
    );
  }

  async decide(id: string, { decision, reason, by, at }: Decided): Promise<void> {
    await this.db.query(
      'update parked_operation set decision = $2, reason = $3, decided_by = $4, decided_at = $5 where id = $1',
      [id, decision, reason, by, at],
    );
  }
}
