import { Injectable } from '@nestjs/common';
import { AREA_CODES } from '@kiemtra/shared/criteria';
import type { ListFindingsDto } from '@kiemtra/shared/findings';
import { Database } from '../platform/database/database.js';
import { FindingEntity } from './finding.entity.js';
import type { AnswerRow, FindingRow } from './finding.rows.js';

/** Which findings an access sees: those of these plans that are not kept from it, and those that this unit was told. */
export interface FindingScope {
  planIds: string[];
  unitId: string | null;
}

export type FindingContent = Omit<
  FindingEntity,
  'provinceId' | 'id' | 'planId' | 'position' | 'createdBy' | 'createdAt' | 'version'
>;

const FROM = `
  from finding f
  join plan p on p.id = f.plan_id
  left join plan_target t on t.id = f.target_id
  left join criterion c on c.version_id = f.criteria_version_id and c.key = f.criterion_key`;

/** SQL: the finding `f` stands in a request or a draft conclusion that units have read. */
const IS_ISSUED = `(exists (
  select from request_finding x join request_recipient r on r.request_id = x.request_id
  where x.finding_id = f.id and r.state <> 'draft'
) or exists (
  select from draft_conclusion_finding i join draft_conclusion d on d.id = i.draft_id
  where i.finding_id = f.id and d.state <> 'preparing'
))`;

const SELECT = `
  select f.id, f.plan_id, f.target_id, coalesce(organization_name_on(t.organization_id, naming_day(p)), t.label) as target_name, f.visit_id, f.criteria_version_id,
         f.criterion_key, c.content->>'code' as criterion_code, c.content->>'text' as criterion_text, f.area, f.kind, f.text,
         f.extent, f.legal_basis, f.cause, f.severity, f.version,
         (select count(*) from evidence e where e.finding_id = f.id and e.removed_at is null) as evidence_count,
         ${IS_ISSUED} as is_issued,
         exists (select from draft_conclusion_finding i where i.finding_id = f.id and i.settling = 'drop') as is_withdrawn
  ${FROM}`;

/** Strengths first, by area, in the order of writing. */
const ORDER = `order by f.kind desc, array_position('{${AREA_CODES.join(',')}}'::text[], f.area), f.position, f.id`;

/** SQL: the scope in the parameters `$1` (plans) and `$2` (unit). */
const VISIBLE = `(
  (f.plan_id = any($1) and f.id not in (select kept_findings())) or f.id in (select findings_told_to($2))
)`;

@Injectable()
export class FindingsRepository {
  constructor(private readonly db: Database) {}

  list(scope: FindingScope, { planId, targetId, kind, area }: ListFindingsDto): Promise<FindingRow[]> {
    return this.db.query<FindingRow>(
      `${SELECT} where ${VISIBLE} and f.plan_id = $3 and ($4::uuid is null or f.target_id = $4)
         and ($5::text is null or f.kind = $5) and ($6::text is null or f.area = $6) ${ORDER}`,
      [...parameters(scope), planId, targetId ?? null, kind ?? null, area ?? null],
    );
  }

  find(scope: FindingScope, id: string): Promise<FindingRow | null> {
    return this.db.one<FindingRow>(`${SELECT} where ${VISIBLE} and f.id = $3`, [...parameters(scope), id]);
  }

  /** What a recipient reads as the reasons of its request. */
  listForRecipient(recipientId: string): Promise<FindingRow[]> {
    return this.db.query<FindingRow>(
      `${SELECT} join request_finding x on x.finding_id = f.id join request_recipient r on r.request_id = x.request_id
       where r.id = $1 and is_meant_for(r, t.organization_id) and f.id not in (select kept_findings()) ${ORDER}`,
      [recipientId],
    );
  }

  /**
   * Shortcomings of other plans at the unit of a target, and at those it took over, that stand in an issued request nobody
   * has settled yet, newest first.
   */
  listOpenOfUnit(targetId: string): Promise<FindingRow[]> {
    return this.db.query<FindingRow>(
      `${SELECT} join plan_target here on here.id = $1 and t.organization_id in (select body_and_before(here.organization_id))
       where f.plan_id <> here.plan_id and f.kind = 'shortcoming' and f.id not in (select kept_findings())
         and exists (
           select from request_finding x join request_recipient r on r.request_id = x.request_id
           where x.finding_id = f.id and r.state <> 'draft' and not is_remedied(r, f.id)
         )
       order by naming_day(p) desc, array_position('{${AREA_CODES.join(',')}}'::text[], f.area), f.position, f.id`,
      [targetId],
    );
  }

  /** Where the issued requests that hold these findings stand. */
  listAnswers(findingIds: readonly string[]): Promise<AnswerRow[]> {
    return this.db.query<AnswerRow>(
      `select f.id as finding_id, q.id as request_id, q.text, r.state, due_day(r) as due_on
       from finding f
       left join plan_target t on t.id = f.target_id
       join request_finding x on x.finding_id = f.id
       join request q on q.id = x.request_id
       join request_recipient r on r.request_id = q.id
       where f.id = any($1) and r.state <> 'draft' and is_meant_for(r, t.organization_id) order by q.position, r.position`,
      [findingIds],
    );
  }

  /** Holds the finding against being changed or issued until this work ends. */
  async lock(id: string): Promise<void> {
    await this.db.query('select id from finding where id = $1 for update', [id]);
  }

  async insert(id: string, planId: string, createdBy: string | null, content: FindingContent): Promise<void> {
    const findings = await this.db.repository(FindingEntity);
    const row = await this.db.one<{ position: number }>(
      'select coalesce(max(position), -1) + 1 as position from finding where plan_id = $1',
      [planId],
    );
    const { provinceId } = this.db;
    await findings.insert({ ...content, provinceId, id, planId, createdBy, position: row?.position ?? 0 });
  }

  async update(id: string, version: number, content: FindingContent): Promise<void> {
    const findings = await this.db.repository(FindingEntity);
    await findings.update({ id, version }, { ...content, version: version + 1 });
  }

  /** How many of these are about the target and no unit has read; all are held until the work ends. */
  async holdOpen(targetId: string, ids: readonly string[]): Promise<number> {
    await this.lockAll(ids);
    const row = await this.db.one<{ count: number }>(
      `select count(*) as count from finding f where f.id = any($1) and f.target_id = $2 and not ${IS_ISSUED}`,
      [ids, targetId],
    );
    return row?.count ?? 0;
  }

  private async lockAll(ids: readonly string[]): Promise<void> {
    await this.db.query('select id from finding where id = any($1) order by id for update', [ids]);
  }

  /** Of these, held until the work ends: those that units have read, and those that were not raised on site. */
  async holdClosed(ids: readonly string[]): Promise<{ id: string; is_issued: boolean }[]> {
    await this.lockAll(ids);
    return this.db.query(
      `select f.id, ${IS_ISSUED} as is_issued from finding f
       where f.id = any($1) and (${IS_ISSUED} or not exists (
         select from whole_cell w where w.target_id = f.target_id and w.field = 'finding:' || f.id))`,
      [ids],
    );
  }

  /** Writes a finding as it was said on site: a new one at the end of its plan, which it gives. */
  async put(id: string, createdBy: string, content: FindingContent): Promise<string> {
    const row = await this.db.one<{ plan_id: string }>(
      `insert into finding (province_id, id, plan_id, target_id, visit_id, criteria_version_id, criterion_key, area, kind, text,
         extent, legal_basis, cause, severity, position, created_by)
       select $1, $2, v.plan_id, $3, v.id, $5, $6, $7, $8, $9, $10, $11, $12, $13,
         coalesce((select max(position) + 1 from finding where plan_id = v.plan_id), 0), $14
       from visit v where v.id = $4
       on conflict (province_id, id) do update set criteria_version_id = excluded.criteria_version_id,
         criterion_key = excluded.criterion_key, area = excluded.area, kind = excluded.kind, text = excluded.text,
         extent = excluded.extent, legal_basis = excluded.legal_basis, cause = excluded.cause, severity = excluded.severity,
         version = finding.version + 1
       returning plan_id`,
      [
        this.db.provinceId,
        id,
        content.targetId,
        content.visitId,
        content.criteriaVersionId,
        content.criterionKey,
        content.area,
        content.kind,
        content.text,
        content.extent,
        content.legalBasis,
        content.cause,
        content.severity,
        createdBy,
      ],
    );
    if (!row) throw new Error(`There is no visit ${content.visitId}.`);
    return row.plan_id;
  }

  /** What it says from now on. */
  async setText(id: string, text: string): Promise<void> {
    const findings = await this.db.repository(FindingEntity);
    await findings.update({ id }, { text, version: () => 'version + 1' });
  }

  async takeOutOfRequests(id: string): Promise<void> {
    await this.db.query('delete from request_finding where finding_id = $1', [id]);
  }

  /** Takes it out of drafts of requests and of conclusions, and deletes it; gives what it said, null when there is none. */
  async delete(id: string): Promise<Pick<FindingRow, 'plan_id' | 'kind' | 'text'> | null> {
    await this.takeOutOfRequests(id);
    await this.db.query('delete from draft_conclusion_finding where finding_id = $1', [id]);
    return this.db.one('delete from finding where id = $1 returning plan_id, kind, text', [id]);
  }

  /** Which of the things that a finding refers to are there and belong together. */
  async references(planId: string, { targetId, visitId, criteriaVersionId, criterionKey }: FindingContent) {
    const row = await this.db.one<{ target: boolean; visit: boolean; criterion: boolean; isOwn: boolean }>(
      `select $2::uuid is null or exists (select from plan_target where id = $2 and plan_id = $1) as target,
              $3::uuid is null or exists (
                select from visit where id = $3 and plan_id = $1 and ($2::uuid is null or target_id = $2)) as visit,
              $4::uuid is null or exists (select from criterion where version_id = $4 and key = $5) as criterion,
              exists (
                select from own_targets() o
                where o.id = coalesce($2, (select v.target_id from visit v where v.id = $3))) as "isOwn"`,
      [planId, targetId, visitId, criteriaVersionId, criterionKey],
    );
    return row ?? { target: false, visit: false, criterion: false, isOwn: false };
  }
}

function parameters({ planIds, unitId }: FindingScope): unknown[] {
  return [planIds, unitId];
}
