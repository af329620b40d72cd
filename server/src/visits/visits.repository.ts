import { Injectable } from '@nestjs/common';
import { SURPRISE_KINDS } from '@kiemtra/shared/plans';
import { BEGUN_VISIT_STATES, VISIT_STATES_SHOWN_TO_UNITS, type ListVisitsDto } from '@kiemtra/shared/visits';
import { Database } from '../platform/database/database.js';
import { Statement } from '../platform/database/statement.js';
import type { Access } from '../platform/http/route.js';
import { VisitEntity } from './visit.entity.js';
import type { TeamMemberRow, VisitForRecording, VisitRow } from './visit.rows.js';

/** SQL: what the caller sees. Unit: own visits it has been told of; of a surprise only one that has begun. */
const VISIBLE = `((v.id not in (select kept_visits()) and ($2::boolean
    or exists (select from team_member m where m.team_id = v.team_id and m.left_at is null
      and (m.account_id = $3::uuid or (m.account_id = $4::uuid and m.role = 'lead')))))
  or (t.organization_id = $5::uuid and v.state in (${list(VISIT_STATES_SHOWN_TO_UNITS)})
    and (p.kind not in (${list(SURPRISE_KINDS)}) or v.state in (${list(BEGUN_VISIT_STATES)}))))`;

/** `$1` the caller's account, then the reach: province, account with team reach, with lead reach, unit. */
function parametersOf({ reaches, accountId, organizationId }: Access): unknown[] {
  return [
    accountId,
    reaches.includes('province'),
    reaches.includes('team') ? accountId : null,
    reaches.includes('lead') ? accountId : null,
    reaches.includes('unit') ? organizationId : null,
  ];
}

const SELECT = `
  select v.id, v.plan_id, p.kind as plan_kind, p.title as plan_title, p.number as plan_number, p.state as plan_state,
         v.target_id, t.vseq as target_vseq, t.organization_id, t.criteria_version_id, v.team_id, g.name as team_name,
         organization_name_on(p.authority_id, naming_day(p)) as authority_name, v.date, v.half_day, v.place,
         v.mode, v.hosts, v.attendees, v.state, v.checked_in_at, v.finalised_at, v.version, o.is_mine, o.is_lead
  from visit v
  join plan p on p.id = v.plan_id
  join plan_target t on t.id = v.target_id
  join team g on g.id = v.team_id
  cross join lateral (
    select count(*) > 0 as is_mine, coalesce(bool_or(m.role = 'lead'), false) as is_lead
    from team_member m where m.team_id = v.team_id and m.account_id = $1 and m.left_at is null
  ) o
  where ${VISIBLE}`;

const HOLD_FOR_RECORDING = new Statement(
  'hold-visits-for-recording',
  `select v.id, v.plan_id, p.state as plan_state, v.target_id, t.criteria_version_id, v.state, t.vseq, o.membership, o.is_lead
   from visit v
   join plan p on p.id = v.plan_id
   join plan_target t on t.id = v.target_id
   cross join lateral (
     select case when count(*) = 0 or bool_or(t.organization_id in (select b.id from body_and_above(a.organization_id) b)) then 'never' when bool_or(m.left_at is null) then 'member' else 'former' end as membership,
            coalesce(bool_or(m.role = 'lead' and m.left_at is null), false) as is_lead
     from team_member m join account a on a.id = m.account_id where m.team_id = v.team_id and m.account_id = $2
   ) o
   where v.id = any($1) order by t.id, v.id for update of t for share of v`,
);

@Injectable()
export class VisitsRepository {
  constructor(private readonly db: Database) {}

  listVisible(access: Access, { from, to, plan, mine }: ListVisitsDto): Promise<VisitRow[]> {
    return this.db.query<VisitRow>(
      `${SELECT} and ($6::date is null or v.date >= $6) and ($7::date is null or v.date <= $7)
         and ($8::uuid is null or v.plan_id = $8) and (not $9::boolean or o.is_mine)
       order by v.date nulls last, v.half_day desc nulls last, g.id, v.id`,
      [...parametersOf(access), from ?? null, to ?? null, plan ?? null, mine ?? false],
    );
  }

  findVisible(access: Access, id: string): Promise<VisitRow | null> {
    return this.db.one<VisitRow>(`${SELECT} and v.id = $6`, [...parametersOf(access), id]);
  }

  /** Visits in whose team the caller is now, of a target or out of a list; none to the caller's own body or one above it. */
  listOfMember(access: Access, { targetId, ids }: { targetId?: string; ids?: readonly string[] }): Promise<VisitRow[]> {
    return this.db.query<VisitRow>(
      `${SELECT} and o.is_mine and v.target_id not in (select own.id from own_targets() own)
         and ($6::uuid is null or v.target_id = $6) and ($7::uuid[] is null or v.id = any($7)) order by v.id`,
      [...parametersOf(access), targetId ?? null, ids ?? null],
    );
  }

  listTeam(teamId: string): Promise<TeamMemberRow[]> {
    return this.db.query<TeamMemberRow>(
      'select account_id, name, position, role, areas from team_member where team_id = $1 and left_at is null order by rank, id',
      [teamId],
    );
  }

  /** Two requests that create the same visit come one after the other; the second finds what the first made. */
  async findToCreate(id: string): Promise<VisitEntity | null> {
    await this.db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${this.db.provinceId}/${id}`]);
    const visits = await this.db.repository(VisitEntity);
    return visits.findOneBy({ id, provinceId: this.db.provinceId });
  }

  /** The visit, held against other changes until the work ends. */
  async findAndHold(id: string): Promise<VisitEntity | null> {
    const visits = await this.db.repository(VisitEntity);
    return visits.findOne({ where: { id, provinceId: this.db.provinceId }, lock: { mode: 'pessimistic_write' } });
  }

  /** Whether the visit is to the caller's own body, or to one above it. */
  async isOwn(id: string): Promise<boolean> {
    const rows = await this.db.query('select from own_targets() t join visit v on v.target_id = t.id where v.id = $1', [
      id,
    ]);
    return rows.length > 0;
  }

  async insert(visit: Omit<VisitEntity, 'provinceId' | 'version'>): Promise<void> {
    const visits = await this.db.repository(VisitEntity);
    await visits.insert({ ...visit, provinceId: this.db.provinceId });
  }

  async update(visit: VisitEntity): Promise<void> {
    const visits = await this.db.repository(VisitEntity);
    await visits.save(visit);
  }

  /** Held until the work ends, targets against all other work and visits against changes of state; in the order of ids. */
  holdForRecording(ids: readonly string[], accountId: string): Promise<VisitForRecording[]> {
    return this.db.query<VisitForRecording>(HOLD_FOR_RECORDING, [ids, accountId]);
  }
}

/** Codes of our own as an SQL list. */
function list(codes: readonly string[]): string {
  return codes.map((code) => `'${code}'`).join(', ');
}
