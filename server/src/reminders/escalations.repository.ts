import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@kiemtra/shared/kernel';
import type { RemedyState } from '@kiemtra/shared/remediation';
import type { EscalationLadder } from '@kiemtra/shared/reminders';
import { Database } from '../platform/database/database.js';
import { EscalationLadderEntity } from './notice.entity.js';

export interface EscalationRow {
  id: string;
  recipient_id: string;
  recipient_name: string;
  text: string;
  number: string | null;
  counted_from: CalendarDate;
  due_on: CalendarDate;
  state: RemedyState;
  step: number;
  days: number;
  told_on: CalendarDate;
}

@Injectable()
export class EscalationsRepository {
  constructor(private readonly db: Database) {}

  /** Steps that were taken under a plan, or at one recipient of it, unit by unit in their order; nothing that is kept from the caller. */
  list({ planId, recipientId }: { planId: string; recipientId: string | null }): Promise<EscalationRow[]> {
    return this.db.query<EscalationRow>(
      `select * from (
       select n.id, r.id as recipient_id, q.text, q.number, n.counted_from, due_day(r) as due_on, r.state, n.step, n.days, n.told_on,
              recipient_name(r, q, p) as recipient_name
       from notice n
       join request_recipient r on r.id = n.recipient_id
       join request q on q.id = r.request_id
       join plan p on p.id = q.plan_id
       where n.kind = 'escalation' and q.plan_id = $1 and ($2::uuid is null or r.id = $2) and q.id not in (select kept_requests())
       ) e order by recipient_name collate "vi-x-icu", recipient_id, told_on, step`,
      [planId, recipientId],
    );
  }

  async findLadder(planId: string): Promise<EscalationLadderEntity | null> {
    const ladders = await this.db.repository(EscalationLadderEntity);
    return ladders.findOneBy({ planId, provinceId: this.db.provinceId });
  }

  /** False when the plan has another version of it by now; version 0 is none. */
  async saveLadder(
    planId: string,
    seen: number,
    { officer, head, superior, leader }: EscalationLadder,
  ): Promise<boolean> {
    const rows = await this.db.query(
      `insert into escalation_ladder as l (province_id, plan_id, officer, head, superior, leader)
       select $1, $2, $4, $5, $6, $7 where $3 = 0 or exists (select from escalation_ladder where plan_id = $2)
       on conflict (province_id, plan_id) do update
       set officer = excluded.officer, head = excluded.head, superior = excluded.superior, leader = excluded.leader, version = l.version + 1
       where l.version = $3
       returning plan_id`,
      [this.db.provinceId, planId, seen, officer, head, superior, leader],
    );
    return rows.length > 0;
  }
}
