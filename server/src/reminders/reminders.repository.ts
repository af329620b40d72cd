import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@kiemtra/shared/kernel';
import { statesWaitingFor, type RemedyState } from '@kiemtra/shared/remediation';
import type { EscalationLadder, NoticeFact } from '@kiemtra/shared/reminders';
import { Database } from '../platform/database/database.js';

/** A request at a recipient of which something may be due, with all that was told of it. */
export interface MatterRow {
  id: string;
  plan_id: string;
  name: string;
  state: RemedyState;
  issued_on: CalendarDate | null;
  due_on: CalendarDate | null;
  reported_on: CalendarDate | null;
  /** Null while the usual one holds. */
  ladder: EscalationLadder | null;
  told: NoticeFact[];
}

/** What the daily job reads and writes. */
@Injectable()
export class RemindersRepository {
  constructor(private readonly db: Database) {}

  /** Provinces that were not reminded on the day or later. */
  listNotReminded(day: CalendarDate): Promise<{ id: string }[]> {
    return this.db.directory(
      'select id from province where reminded_on is null or reminded_on < $1::date order by id',
      [day],
    );
  }

  /** Marks the day as done with the work under way; false when it is done. Two at once: the second waits and is told so. */
  async take(day: CalendarDate): Promise<boolean> {
    const rows = await this.db.query(
      'update province set reminded_on = $2 where id = $1 and (reminded_on is null or reminded_on < $2::date) returning id',
      [this.db.provinceId, day],
    );
    return rows.length > 0;
  }

  /** What waits for the department, and for units whose due date is not behind `dueUntil`; nothing of a cancelled plan. */
  listMatters(dueUntil: CalendarDate): Promise<MatterRow[]> {
    return this.db.query<MatterRow>(
      `select r.id, q.plan_id, recipient_name(r, q, p) as name,
              r.state, q.issued_on, due_day(r) as due_on,
              (select (max(e.at) at time zone 'Asia/Ho_Chi_Minh')::date from remedy_entry e where e.recipient_id = r.id and e.act = 'report') as reported_on,
              (select to_jsonb(l) from escalation_ladder l where l.plan_id = q.plan_id) as ladder,
              coalesce((
                select jsonb_agg(jsonb_build_object('kind', n.kind, 'countedFrom', n.counted_from, 'step', n.step, 'days', n.days))
                from notice n where n.recipient_id = r.id
              ), '[]') as told
       from request_recipient r
       join request q on q.id = r.request_id
       join plan p on p.id = q.plan_id
       where p.state <> 'cancelled' and ((r.state = any($1) and due_day(r) <= $3) or r.state = any($2))
       order by r.id`,
      [statesWaitingFor('unit'), statesWaitingFor('department'), dueUntil],
    );
  }

  /** One that was told before is left as it is. */
  async add(
    notices: readonly (NoticeFact & { id: string; recipientId: string })[],
    toldOn: CalendarDate,
  ): Promise<void> {
    await this.db.query(
      `insert into notice (province_id, id, recipient_id, kind, counted_from, step, days, told_on)
       select $1, n.id, n."recipientId", n.kind, n."countedFrom", n.step, n.days, $3
       from jsonb_to_recordset($2) as n(id uuid, "recipientId" uuid, kind text, "countedFrom" date, step integer, days integer)
       on conflict on constraint notice_once do nothing`,
      [this.db.provinceId, JSON.stringify(notices), toldOn],
    );
  }
}
