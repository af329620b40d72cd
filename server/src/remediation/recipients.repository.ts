import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@kiemtra/shared/kernel';
import { statesWaitingFor, type RemedyState } from '@kiemtra/shared/remediation';
import { Database } from '../platform/database/database.js';
import type { LetterPlan } from './letter-data.js';
import type { RecipientRow } from './remedy.rows.js';
import { RequestRecipientEntity } from './request.entity.js';
import { scopeParameters, type RemedyScope } from './remedy-scope.js';

const SELECT = `
  select r.id, r.organization_id, recipient_name(r, q, p) as name, r.working_days,
         due_day(r) as due_on, r.due_on as first_due_on, r.asked_until, r.state, q.id as request_id,
         q.plan_id, p.title as plan_title, q.kind, q.text, q.measure, q.number, q.issued_on,
         coalesce(r.organization_id = caller_body()
           or (q.plan_id, r.organization_id) in (select t.plan_id, t.organization_id from own_targets() t), false) as is_own
  from request_recipient r
  join request q on q.id = r.request_id
  join plan p on p.id = q.plan_id`;

/** SQL: the scope in the parameters `$1` (plans) and `$2` (unit). A unit never sees a draft. */
const VISIBLE = `(
  (q.plan_id = any($1) and q.id not in (select kept_requests())) or (r.organization_id = $2 and r.state <> 'draft')
)`;

export interface InboxFilter {
  state: RemedyState | null;
  planId: string | null;
  /** Keeps what waits for the caller. */
  mine: boolean;
  /** On which sides the caller may act. */
  sides: { unit: boolean; department: boolean };
}

@Injectable()
export class RecipientsRepository {
  constructor(private readonly db: Database) {}

  /** Issued ones: first what waits for the caller, then what waits for others, the nearest due date first. */
  listInbox(scope: RemedyScope, { state, planId, mine, sides }: InboxFilter): Promise<RecipientRow[]> {
    const waits = `((r.organization_id = $2 and r.state = any($5)) or r.state = any($6) or ($8 and r.asked_until is not null))`;
    return this.db.query<RecipientRow>(
      `${SELECT} where ${VISIBLE} and r.state <> 'draft' and ($3::text is null or r.state = $3)
         and ($4::uuid is null or q.plan_id = $4) and (not $7::boolean or coalesce(${waits}, false))
       order by coalesce(${waits}, false) desc, r.state in ('accepted', 'unstated'), due_day(r) nulls last, q.issued_on, q.position, r.position, r.id`,
      [
        ...scopeParameters(scope),
        state,
        planId,
        sides.unit ? statesWaitingFor('unit') : [],
        sides.department ? statesWaitingFor('department') : [],
        mine,
        sides.department,
      ],
    );
  }

  listOfRequests(scope: RemedyScope, requestIds: readonly string[]): Promise<RecipientRow[]> {
    return this.db.query<RecipientRow>(`${SELECT} where ${VISIBLE} and q.id = any($3) order by r.position, r.id`, [
      ...scopeParameters(scope),
      requestIds,
    ]);
  }

  find(scope: RemedyScope, id: string): Promise<RecipientRow | null> {
    return this.db.one<RecipientRow>(`${SELECT} where ${VISIBLE} and r.id = $3`, [...scopeParameters(scope), id]);
  }

  /** Like `find`, and nobody else acts on it until this work ends. */
  findLocked(scope: RemedyScope, id: string): Promise<RecipientRow | null> {
    return this.db.one<RecipientRow>(`${SELECT} where ${VISIBLE} and r.id = $3 for update of r`, [
      ...scopeParameters(scope),
      id,
    ]);
  }

  /** The same addressee's requests of the plan that go into one letter: all drafts, or those of one number and date. */
  listOfLetter(row: RecipientRow): Promise<RecipientRow[]> {
    return this.db.query<RecipientRow>(
      `${SELECT} where q.plan_id = $1 and q.number is not distinct from $2 and q.issued_on is not distinct from $3::date
         and (r.state = 'draft') = $6
         and r.organization_id is not distinct from $4::uuid and ($4::uuid is not null or r.label = $5)
       order by q.position, q.id`,
      [row.plan_id, row.number, row.issued_on, row.organization_id, row.name, row.state === 'draft'],
    );
  }

  async letterPlan(row: RecipientRow, today: CalendarDate): Promise<LetterPlan> {
    const plan = await this.db.one<LetterPlan>(
      `select p.year, p.title, p.number, p.issued_on, p.authority_id, p.legal_bases,
              case when $4 then $3::date else coalesce($5::date, naming_day(p)) end as written_on,
              coalesce(organization_name_on(p.authority_id, coalesce(p.issued_on, $3::date)), '') as authority_name,
              array(
                select distinct v.date from visit v join plan_target t on t.id = v.target_id
                where v.plan_id = p.id and t.organization_id = $2 and v.state <> 'cancelled' and v.date <= $3 order by v.date
              ) as visited_on
       from plan p
       where p.id = $1`,
      [row.plan_id, row.organization_id, today, row.state === 'draft', row.issued_on],
    );
    if (!plan) throw new Error('a request stands under a plan');
    return plan;
  }

  async setState(id: string, state: RemedyState): Promise<void> {
    await this.change(id, { state });
  }

  /** The unit waits for a word about a later due date. */
  async openAsk(id: string, until: CalendarDate): Promise<void> {
    await this.change(id, { askedUntil: until });
  }

  /** Nothing is asked for any more. */
  async endAsk(id: string): Promise<void> {
    await this.change(id, { askedUntil: null });
  }

  /** The later due date counts from now on. */
  async extend(id: string, until: CalendarDate): Promise<void> {
    await this.change(id, { askedUntil: null, extendedTo: until });
  }

  private async change(
    id: string,
    columns: Partial<Pick<RequestRecipientEntity, 'state' | 'extendedTo' | 'askedUntil'>>,
  ): Promise<void> {
    const recipients = await this.db.repository(RequestRecipientEntity);
    await recipients.update({ id }, { ...columns, version: () => 'version + 1' });
  }
}
