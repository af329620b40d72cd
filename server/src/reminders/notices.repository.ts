import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@kiemtra/shared/kernel';
import { statesWaitingFor } from '@kiemtra/shared/remediation';
import { SUPERIOR_FROM, type NoticeKind } from '@kiemtra/shared/reminders';
import { Database } from '../platform/database/database.js';

export interface NoticeRow {
  id: string;
  kind: NoticeKind;
  step: number;
  days: number;
  told_on: CalendarDate;
  is_read: boolean;
  recipient_id: string;
  recipient_name: string;
  text: string;
  plan_title: string;
  due_on: CalendarDate | null;
  may_open: boolean;
}

/** Whom notices are told to. */
export interface NoticeReader {
  accountId: string;
  /** The unit an officer answers for. */
  unitId: string | null;
  /** Plans of which the department may decide, and from which step its person is told of escalations. */
  planIds: string[];
  escalationsFrom: number;
}

/**
 * SQL: what `$1`–`$3` and `$5` of a reader may be told. A unit reads what was issued to it; the body above it that it is late, from
 * a step on; the department what is not kept from the caller and does not concern the own body.
 */
const TOLD = `(
  (n.kind <> 'decision' and r.organization_id = $2 and r.state <> 'draft')
  or (n.kind = 'escalation' and n.step >= $3 and o.parent_id = $2)
  or ((n.kind = 'decision' or (n.kind = 'escalation' and n.step >= $5)) and q.plan_id = any($1)
    and q.id not in (select kept_requests()) and r.organization_id is distinct from caller_body()
    and (q.plan_id, r.organization_id) not in (select t.plan_id, t.organization_id from own_targets() t where t.organization_id is not null))
)`;

/** SQL: somebody still has to act on it; `$6` are the states that wait for the unit, `$7` for the department. */
const WAITS = `p.state <> 'cancelled' and (
  (n.kind <> 'decision' and r.state = any($6) and n.counted_from = due_day(r)) or (n.kind = 'decision' and r.state = any($7))
)`;

/** SQL: notices with what they are about. */
const FROM = `
  from notice n
  join request_recipient r on r.id = n.recipient_id
  join request q on q.id = r.request_id
  join plan p on p.id = q.plan_id
  left join organization o on o.id = r.organization_id`;

/** SQL: of every matter that waits the newest notice, for the reader of `parametersOf`. */
const NEWEST = `
  select distinct on (r.id) n.id, n.kind, n.step, n.days, n.told_on, r.id as recipient_id, due_day(r) as due_on, q.text, p.title as plan_title,
         recipient_name(r, q, p) as recipient_name,
         exists (select from notice_reading x where x.notice_id = n.id and x.account_id = $4) as is_read,
         coalesce(r.organization_id = $2, false) or q.plan_id = any($1) as may_open
  ${FROM}
  where ${TOLD} and ${WAITS}
  order by r.id, n.told_on desc, n.step desc`;

const LISTED_MAX = 500;

@Injectable()
export class NoticesRepository {
  constructor(private readonly db: Database) {}

  /** What the reader has not read comes first, the newest before others. */
  list(reader: NoticeReader): Promise<NoticeRow[]> {
    return this.db.query<NoticeRow>(
      `select * from (${NEWEST}) n order by is_read, told_on desc, due_on, id limit ${LISTED_MAX}`,
      parametersOf(reader),
    );
  }

  async countUnread(reader: NoticeReader): Promise<number> {
    const row = await this.db.one<{ count: number }>(
      `select count(*) as count from (${NEWEST}) n where not is_read`,
      parametersOf(reader),
    );
    return row?.count ?? 0;
  }

  /** How many of these were told to the reader, whether they still wait or not. */
  async countTold({ planIds, unitId, escalationsFrom }: NoticeReader, ids: readonly string[]): Promise<number> {
    const row = await this.db.one<{ count: number }>(
      `select count(*) as count ${FROM} where ${TOLD} and n.id = any($4)`,
      [planIds, unitId, SUPERIOR_FROM, ids, escalationsFrom],
    );
    return row?.count ?? 0;
  }

  async markRead(accountId: string, ids: readonly string[], at: Date): Promise<void> {
    await this.db.query(
      `insert into notice_reading (province_id, notice_id, account_id, at)
       select $1, id, $3, $4 from unnest($2::uuid[]) as id on conflict do nothing`,
      [this.db.provinceId, ids, accountId, at],
    );
  }

  async findEmail(accountId: string): Promise<string | null> {
    const row = await this.db.one<{ email: string | null }>(
      'select email from account where province_id = $1 and id = $2',
      [this.db.provinceId, accountId],
    );
    return row?.email ?? null;
  }
}

function parametersOf({ accountId, unitId, planIds, escalationsFrom }: NoticeReader): unknown[] {
  const waiting = [statesWaitingFor('unit'), statesWaitingFor('department')];
  return [planIds, unitId, SUPERIOR_FROM, accountId, escalationsFrom, ...waiting];
}
