import { Injectable } from '@nestjs/common';
import { OPEN_VISIT_STATES, type HalfDay } from '@kiemtra/shared/visits';
import { Database } from '../platform/database/database.js';
import { list, unitNameOf } from './plans.access.js';

export interface HalfDaySlot {
  date: string;
  halfDay: HalfDay;
}

/** A team or one of its people busy with another visit in the half-day; `who` is null when it is the same team. */
export interface BusyRow {
  team: string;
  who: string | null;
  /** The other visit is kept from the caller. */
  is_kept: boolean;
  other_unit: string;
  other_team: string;
  plan_number: string | null;
  plan_title: string;
  date: string;
  half_day: HalfDay;
}

export interface OwnUnitRow {
  who: string;
  unit: string;
}

/** SQL: two memberships are of one person: the same account, or without accounts the same name and position. */
const SAME_PERSON = `(n.account_id = m.account_id or (n.account_id is null and m.account_id is null
  and lower(n.name) = lower(m.name) and lower(coalesce(n.position, '')) = lower(coalesce(m.position, ''))))`;

@Injectable()
export class BookingsRepository {
  constructor(private readonly db: Database) {}

  /** One at a time books in a half-day of the province, until the work ends. Always in the same order: no deadlock. */
  async hold(slots: readonly HalfDaySlot[]): Promise<void> {
    const keys = [...new Set(slots.map(({ date, halfDay }) => `${this.db.provinceId}/${date}/${halfDay}`))].sort();
    for (const key of keys) await this.db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
  }

  async openVisitsOfTeams(teamIds: readonly string[]): Promise<{ id: string; slot: HalfDaySlot | null }[]> {
    const rows = await this.db.query<{ id: string; date: string | null; half_day: HalfDay | null }>(
      `select id, date, half_day from visit where team_id = any($1) and state in (${list(OPEN_VISIT_STATES)})`,
      [teamIds],
    );
    return rows.map(({ id, date, half_day: halfDay }) => ({ id, slot: date && halfDay ? { date, halfDay } : null }));
  }

  listBusy(visitIds: readonly string[]): Promise<BusyRow[]> {
    return this.db.query<BusyRow>(
      `select t.name as team, busy.name as who, o.id in (select kept_visits()) as is_kept, coalesce(g.label, ${unitNameOf('g.organization_id')}) as other_unit,
              u.name as other_team, p.number as plan_number, p.title as plan_title, o.date, o.half_day
       from visit v
       join visit o on o.date = v.date and o.half_day = v.half_day and o.id <> v.id and o.state <> 'cancelled'
       join team t on t.id = v.team_id
       join team u on u.id = o.team_id
       join plan p on p.id = o.plan_id
       join plan_target g on g.id = o.target_id
       left join lateral (
         select m.name, m.rank from team_member m join team_member n on ${SAME_PERSON}
         where o.team_id <> v.team_id and m.team_id = v.team_id and n.team_id = o.team_id
           and m.left_at is null and n.left_at is null
       ) busy on true
       where v.id = any($1) and v.state <> 'cancelled' and (o.team_id = v.team_id or busy.name is not null)
       order by o.date, o.half_day desc, busy.rank, o.id`,
      [visitIds],
    );
  }

  /** Who of the teams works at the unit to be visited, or below it. */
  listOwnUnit(visitIds: readonly string[]): Promise<OwnUnitRow[]> {
    return this.db.query<OwnUnitRow>(
      `select distinct m.name as who, ${unitNameOf('g.organization_id')} as unit
       from visit v
       join plan p on p.id = v.plan_id
       join plan_target g on g.id = v.target_id
       join team_member m on m.team_id = v.team_id and m.left_at is null
       join account a on a.id = m.account_id and g.organization_id in (select b.id from body_and_above(a.organization_id) b)
       where v.id = any($1) and v.state <> 'cancelled' order by 1`,
      [visitIds],
    );
  }
}
