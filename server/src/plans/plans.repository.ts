import { Injectable } from '@nestjs/common';
import { foldText } from '@kiemtra/shared/kernel';
import type { ListPlansDto } from '@kiemtra/shared/plans';
import { OPEN_VISIT_STATES } from '@kiemtra/shared/visits';
import { Database } from '../platform/database/database.js';
import type { Access } from '../platform/http/route.js';
import { PlanEntity } from './plan.entity.js';
import type { CriteriaRow, PlanRow } from './plan.rows.js';
import { SEES_OWN_PART, SEES_WHOLE, list, reachParameters, unitNameOf } from './plans.access.js';

const SELECT = `
  select p.id, p.kind, p.title, p.year, p.number, p.issued_on, p.authority_id, ${unitNameOf('p.authority_id')} as authority_name,
         p.legal_bases, p.areas, p.other_contents, p.data_from, p.data_to, p.starts_on, p.ends_on, p.schedule_note,
         p.criteria_version_id, s.name as criteria_name, c.number as criteria_number, p.state, p.is_sample, p.version,
         w.sees_whole, u.unit_count, v.visit_count, v.finalised_visit_count
  from plan p
  cross join lateral (select ${SEES_WHOLE} as sees_whole) w
  cross join lateral (
    select coalesce(sum(case when t.organization_id is null then t.unit_count else 1 end), 0) as unit_count
    from plan_target t where t.plan_id = p.id and (w.sees_whole or t.organization_id = $4)
  ) u
  cross join lateral (
    select count(*) as visit_count, count(*) filter (where v.state = 'finalised') as finalised_visit_count
    from visit v join plan_target t on t.id = v.target_id
    where v.plan_id = p.id and v.state <> 'cancelled' and (
      (w.sees_whole and v.id not in (select kept_visits())) or (t.organization_id = $4 and v.state <> 'planned'))
  ) v
  left join criteria_version c on c.id = p.criteria_version_id
  left join criteria_set s on s.id = c.set_id
  where (w.sees_whole or ${SEES_OWN_PART})`;

@Injectable()
export class PlansRepository {
  constructor(private readonly db: Database) {}

  listVisible(access: Access, { year, state, kind, search }: ListPlansDto): Promise<PlanRow[]> {
    return this.db.query<PlanRow>(
      `${SELECT} and ($5::integer is null or p.year = $5) and ($6::text is null or p.state = $6)
         and ($7::text is null or p.kind = $7) and strpos(p.search_text, $8) > 0
       order by p.year desc, coalesce(p.starts_on, p.issued_on) desc nulls first, p.id desc`,
      [...reachParameters(access), year ?? null, state ?? null, kind ?? null, foldText(search ?? '')],
    );
  }

  findVisible(access: Access, id: string): Promise<PlanRow | null> {
    return this.db.one<PlanRow>(`${SELECT} and p.id = $5`, [...reachParameters(access), id]);
  }

  async listWholeIds(access: Access): Promise<string[]> {
    const parameters = reachParameters(access).slice(0, 3);
    const rows = await this.db.query<{ id: string }>(`select p.id from plan p where ${SEES_WHOLE}`, parameters);
    return rows.map(({ id }) => id);
  }

  /** Whether the plan is a surprise that is kept from the caller. */
  async isKept(id: string): Promise<boolean> {
    const rows = await this.db.query('select from kept_plans() as id where id = $1', [id]);
    return rows.length > 0;
  }

  async find(id: string): Promise<PlanEntity | null> {
    const plans = await this.db.repository(PlanEntity);
    return plans.findOneBy({ id, provinceId: this.db.provinceId });
  }

  /** The plan, held until the work ends: with `write` nobody else may hold it, with `read` nobody may change it. */
  async findAndHold(id: string, mode: 'read' | 'write'): Promise<PlanEntity | null> {
    const plans = await this.db.repository(PlanEntity);
    return plans.findOne({
      where: { id, provinceId: this.db.provinceId },
      lock: { mode: mode === 'read' ? 'pessimistic_read' : 'pessimistic_write' },
    });
  }

  /** False when there is a plan with this id. */
  async insert(plan: Omit<PlanEntity, 'provinceId' | 'createdAt' | 'version'>): Promise<boolean> {
    const plans = await this.db.repository(PlanEntity);
    const { raw } = await plans
      .createQueryBuilder()
      .insert()
      .values({ ...plan, provinceId: this.db.provinceId })
      .orIgnore()
      .returning('id')
      .execute();
    return (raw as unknown[]).length > 0;
  }

  async update(plan: PlanEntity): Promise<void> {
    const plans = await this.db.repository(PlanEntity);
    await plans.save(plan);
  }

  async countOpenVisits(planId: string): Promise<number> {
    const row = await this.db.one<{ count: number }>(
      `select count(*) as count from visit where plan_id = $1 and state in (${list(OPEN_VISIT_STATES)})`,
      [planId],
    );
    return row?.count ?? 0;
  }

  findCriteria(versionId: string): Promise<CriteriaRow | null> {
    return this.db.one<CriteriaRow>(
      `select s.name, v.number, v.state = 'published' as is_published
       from criteria_version v join criteria_set s on s.id = v.set_id where v.id = $1`,
      [versionId],
    );
  }

  /** Which of these bodies the province has. */
  async knownUnits(ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.db.query<{ id: string }>('select id from organization where id = any($1)', [ids]);
    return new Set(rows.map(({ id }) => id));
  }
}
