import { Injectable } from '@nestjs/common';
import { newId, type CalendarDate } from '@kiemtra/shared/kernel';
import type { RequestKind } from '@kiemtra/shared/remediation';
import { Database } from '../platform/database/database.js';
import { RequestEntity, RequestFindingEntity, RequestRecipientEntity } from './request.entity.js';
import type { RequestRow } from './remedy.rows.js';
import { scopeParameters, type RemedyScope } from './remedy-scope.js';

export interface RecipientContent {
  id: string;
  organizationId: string | null;
  label: string | null;
  workingDays: number | null;
}

export interface RequestContent {
  kind: RequestKind | null;
  text: string;
  measure: string | null;
  workingDays: number | null;
  findingIds: string[];
  recipients: RecipientContent[];
}

const SELECT = `
  select q.id, q.plan_id, q.kind, q.text, q.measure, q.working_days, q.number, q.issued_on, q.version,
         exists (select from request_recipient r where r.request_id = q.id and r.state <> 'draft') as is_issued,
         array(select x.finding_id from request_finding x join finding f on f.id = x.finding_id
               where x.request_id = q.id order by f.position, f.id) as finding_ids
  from request q`;

/** SQL: the scope in the parameters `$1` (plans) and `$2` (unit). */
const VISIBLE = `(
  (q.plan_id = any($1) and q.id not in (select kept_requests()))
  or exists (select from request_recipient r where r.request_id = q.id and r.organization_id = $2 and r.state <> 'draft')
)`;

@Injectable()
export class RequestsRepository {
  constructor(private readonly db: Database) {}

  list(scope: RemedyScope, planId: string): Promise<RequestRow[]> {
    return this.db.query<RequestRow>(`${SELECT} where ${VISIBLE} and q.plan_id = $3 order by q.position, q.id`, [
      ...scopeParameters(scope),
      planId,
    ]);
  }

  find(scope: RemedyScope, id: string): Promise<RequestRow | null> {
    return this.db.one<RequestRow>(`${SELECT} where ${VISIBLE} and q.id = $3`, [...scopeParameters(scope), id]);
  }

  /** Holds the request against being changed or issued until this work ends. */
  async lock(id: string): Promise<void> {
    await this.db.query('select id from request where id = $1 for update', [id]);
  }

  /** Holds the findings as they are until this work ends. */
  async lockFindings(requestId: string): Promise<void> {
    await this.db.query(
      'select f.id from finding f join request_finding x on x.finding_id = f.id where x.request_id = $1 order by f.id for share of f',
      [requestId],
    );
  }

  async insert(id: string, planId: string, createdBy: string | null, content: RequestContent): Promise<void> {
    const { kind, text, measure, workingDays } = content;
    const requests = await this.db.repository(RequestEntity);
    const row = await this.db.one<{ position: number }>(
      'select coalesce(max(position), -1) + 1 as position from request where plan_id = $1',
      [planId],
    );
    const { provinceId } = this.db;
    const position = row?.position ?? 0;
    await requests.insert({ provinceId, id, planId, createdBy, kind, text, measure, workingDays, position });
    await this.insertParts(id, content);
  }

  async update(id: string, version: number, content: RequestContent): Promise<void> {
    const { kind, text, measure, workingDays } = content;
    const requests = await this.db.repository(RequestEntity);
    await requests.update({ id }, { kind, text, measure, workingDays, version: version + 1 });
    await this.deleteParts(id);
    await this.insertParts(id, content);
  }

  async delete(id: string): Promise<void> {
    await this.deleteParts(id);
    await this.db.query('delete from request where id = $1', [id]);
  }

  /** What its editor wrote; findings sorted by id. */
  async content(id: string): Promise<RequestContent> {
    const row = await this.db.one<RequestContent>(
      `select kind, text, measure, working_days as "workingDays",
              array(select finding_id from request_finding where request_id = q.id order by finding_id) as "findingIds",
              coalesce((
                select jsonb_agg(jsonb_build_object('id', id, 'organizationId', organization_id, 'label', label, 'workingDays', working_days)
                                 order by position)
                from request_recipient where request_id = q.id
              ), '[]') as recipients
       from request q where id = $1`,
      [id],
    );
    if (!row) throw new Error('the request was read before');
    return row;
  }

  /** The number and date of the paper and the due dates; with an actor the way begins with the first entry of every thread. */
  async issue(
    id: string,
    { number, issuedOn }: { number: string | null; issuedOn: CalendarDate | null },
    recipients: readonly { id: string; dueOn: CalendarDate | null }[],
    actor: { accountId: string; displayName: string } | null,
  ): Promise<void> {
    const requests = await this.db.repository(RequestEntity);
    await requests.update({ id }, { number, issuedOn, version: () => 'version + 1' });
    const ids = recipients.map((recipient) => recipient.id);
    await this.db.query(
      `update request_recipient r set state = $3, due_on = d.due_on, version = r.version + 1
       from unnest($1::uuid[], $2::date[]) as d(id, due_on) where r.id = d.id`,
      [ids, recipients.map(({ dueOn }) => dueOn), actor ? 'issued' : 'unstated'],
    );
    if (!actor) return;
    await this.db.query(
      `insert into remedy_entry (province_id, id, recipient_id, act, account_id, actor_name)
       select $1, e.id, e.recipient_id, 'issue', $4, $5 from unnest($2::uuid[], $3::uuid[]) as e(id, recipient_id)`,
      [this.db.provinceId, ids.map(() => newId()), ids, actor.accountId, actor.displayName],
    );
  }

  /** Whether one of its findings lies with a unit for its words. */
  async hasFindingsWithUnit(requestId: string): Promise<boolean> {
    const row = await this.db.one(
      `select from request_finding x
       join draft_conclusion_finding i on i.finding_id = x.finding_id join draft_conclusion d on d.id = i.draft_id
       where x.request_id = $1 and d.state = 'put' limit 1`,
      [requestId],
    );
    return row !== null;
  }

  /** How many of the findings belong to the plan, were not withdrawn and are not kept from the caller. */
  async countFindings(planId: string, findingIds: readonly string[]): Promise<number> {
    const row = await this.db.one<{ count: number }>(
      `select count(*) as count from finding where plan_id = $1 and id = any($2) and id not in (select kept_findings())
         and id not in (select finding_id from draft_conclusion_finding where settling = 'drop' and finding_id = any($2))`,
      [planId, findingIds],
    );
    return row?.count ?? 0;
  }

  /** Inspected bodies of the plan to which the caller may not write: the own one and those above it. */
  async ownBodies(planId: string): Promise<Set<string>> {
    const rows = await this.db.query<{ id: string }>(
      'select t.organization_id as id from own_targets() t where t.plan_id = $1',
      [planId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Those of the bodies that this province has. */
  async knownOrganizations(ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.db.query<{ id: string }>('select id from organization where id = any($1)', [ids]);
    return new Set(rows.map(({ id }) => id));
  }

  private async insertParts(requestId: string, { findingIds, recipients }: RequestContent): Promise<void> {
    const { provinceId } = this.db;
    const findings = await this.db.repository(RequestFindingEntity);
    if (findingIds.length > 0) {
      await findings.insert(findingIds.map((findingId) => ({ provinceId, requestId, findingId })));
    }
    const addressed = await this.db.repository(RequestRecipientEntity);
    if (recipients.length > 0) {
      await addressed.insert(
        recipients.map((recipient, position) => ({ ...recipient, provinceId, requestId, position })),
      );
    }
  }

  private async deleteParts(requestId: string): Promise<void> {
    await this.db.query('delete from request_finding where request_id = $1', [requestId]);
    await this.db.query('delete from request_recipient where request_id = $1', [requestId]);
  }
}
