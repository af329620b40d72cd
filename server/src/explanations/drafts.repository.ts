import { Injectable } from '@nestjs/common';
import type { ListDraftConclusionsDto } from '@kiemtra/shared/explanations';
import type { CalendarDate } from '@kiemtra/shared/kernel';
import { SURPRISE_KINDS } from '@kiemtra/shared/plans';
import { BEGUN_VISIT_STATES } from '@kiemtra/shared/visits';
import { Database } from '../platform/database/database.js';
import { DraftConclusionEntity, PutFindingEntity } from './explanation.entity.js';
import type { DraftRow } from './explanations.rows.js';

/** Which drafts an access sees: those of these plans that are not kept from it, and those that were put to this unit. */
export interface DraftScope {
  planIds: string[];
  unitId: string | null;
}

/** What its editor chose; findings sorted by id. */
export interface DraftContent {
  findingIds: string[];
  workingDays: number;
}

const quoted = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');

/** SQL: the stance of the last word of the unit about the finding `i` of a draft. */
export const LAST_STANCE = `(
  select n.stance from explanation n where n.draft_id = i.draft_id and n.finding_id = i.finding_id
  order by n.position desc limit 1
)`;

const SELECT = `
  select d.id, d.plan_id, p.title as plan_title, d.target_id,
         coalesce(organization_name_on(t.organization_id, naming_day(p)), t.label) as target_name, d.state, d.working_days,
         d.put_on, d.due_on, d.version, c.*,
         d.target_id in (select o.id from own_targets() o) as is_own,
         p.kind in (${quoted(SURPRISE_KINDS)}) and not exists (
           select from visit v where v.target_id = d.target_id and v.state in (${quoted(BEGUN_VISIT_STATES)})
         ) as is_secret
  from draft_conclusion d
  join plan p on p.id = d.plan_id
  join plan_target t on t.id = d.target_id
  cross join lateral (
    select count(*) as finding_count,
           count(*) filter (where w.settling is null and w.stance is null) as unanswered_count,
           count(*) filter (where w.settling is null and w.stance = 'disagree') as disputed_count
    from (select i.settling, ${LAST_STANCE} as stance from draft_conclusion_finding i where i.draft_id = d.id) w
  ) c`;

/** SQL: the scope in the parameters `$1` (plans) and `$2` (unit). */
const VISIBLE = `(
  (d.plan_id = any($1) and d.id not in (select kept_drafts())) or d.id in (select drafts_told_to($2))
)`;

@Injectable()
export class DraftsRepository {
  constructor(private readonly db: Database) {}

  /** Open ones first, the nearest due date first. */
  list({ planIds, unitId }: DraftScope, { planId, targetId, state }: ListDraftConclusionsDto): Promise<DraftRow[]> {
    return this.db.query<DraftRow>(
      `${SELECT} where ${VISIBLE} and ($3::uuid is null or d.plan_id = $3) and ($4::uuid is null or d.target_id = $4)
         and ($5::text is null or d.state = $5)
       order by d.state = 'closed', d.due_on nulls last, d.created_at, d.id`,
      [planIds, unitId, planId ?? null, targetId ?? null, state ?? null],
    );
  }

  find({ planIds, unitId }: DraftScope, id: string): Promise<DraftRow | null> {
    return this.db.one<DraftRow>(`${SELECT} where ${VISIBLE} and d.id = $3`, [planIds, unitId, id]);
  }

  /** Nobody else acts on the draft until this work ends. */
  async lock(id: string): Promise<void> {
    await this.db.query('select id from draft_conclusion where id = $1 for update', [id]);
  }

  async content(id: string): Promise<DraftContent> {
    const row = await this.db.one<DraftContent>(
      `select working_days as "workingDays",
              array(select finding_id from draft_conclusion_finding where draft_id = d.id order by finding_id) as "findingIds"
       from draft_conclusion d where id = $1`,
      [id],
    );
    if (!row) throw new Error('the draft was read before');
    return row;
  }

  async insert(
    draft: Pick<DraftConclusionEntity, 'id' | 'planId' | 'targetId' | 'createdBy' | 'createdAt'>,
    { findingIds, workingDays }: DraftContent,
  ): Promise<void> {
    const drafts = await this.db.repository(DraftConclusionEntity);
    await drafts.insert({ ...draft, provinceId: this.db.provinceId, workingDays });
    await this.insertFindings(draft.id, findingIds);
  }

  async update(id: string, { findingIds, workingDays }: DraftContent): Promise<void> {
    const drafts = await this.db.repository(DraftConclusionEntity);
    await drafts.update({ id }, { workingDays, version: () => 'version + 1' });
    await this.deleteFindings(id);
    await this.insertFindings(id, findingIds);
  }

  async delete(id: string): Promise<void> {
    await this.deleteFindings(id);
    await this.db.query('delete from draft_conclusion where id = $1', [id]);
  }

  /** From here on the unit reads it; what each finding says now is kept. */
  async put(id: string, putOn: CalendarDate, dueOn: CalendarDate): Promise<void> {
    const drafts = await this.db.repository(DraftConclusionEntity);
    await drafts.update({ id }, { state: 'put', putOn, dueOn, version: () => 'version + 1' });
    await this.db.query(
      'update draft_conclusion_finding i set put_text = f.text from finding f where f.id = i.finding_id and i.draft_id = $1',
      [id],
    );
  }

  async close(id: string): Promise<void> {
    const drafts = await this.db.repository(DraftConclusionEntity);
    await drafts.update({ id }, { state: 'closed', version: () => 'version + 1' });
  }

  /** How many of the findings stand in another draft. */
  async countElsewhere(draftId: string, findingIds: readonly string[]): Promise<number> {
    const row = await this.db.one<{ count: number }>(
      'select count(distinct finding_id) as count from draft_conclusion_finding where finding_id = any($1) and draft_id <> $2',
      [findingIds, draftId],
    );
    return row?.count ?? 0;
  }

  /** The unit of a target, and whether it is the caller's body or stands above it. */
  async unitOf(targetId: string): Promise<{ organization_id: string | null; is_own: boolean } | null> {
    return this.db.one(
      `select t.organization_id, t.id in (select o.id from own_targets() o) as is_own from plan_target t where t.id = $1`,
      [targetId],
    );
  }

  private async insertFindings(draftId: string, findingIds: readonly string[]): Promise<void> {
    const findings = await this.db.repository(PutFindingEntity);
    await findings.insert(findingIds.map((findingId) => ({ provinceId: this.db.provinceId, draftId, findingId })));
  }

  private async deleteFindings(draftId: string): Promise<void> {
    await this.db.query('delete from draft_conclusion_finding where draft_id = $1', [draftId]);
  }
}
