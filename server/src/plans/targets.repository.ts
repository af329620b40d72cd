import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../platform/database/database.js';
import type { Access } from '../platform/http/route.js';
import { PlanTargetEntity } from './plan.entity.js';
import type { NamedTargetRow, TargetOfPlanRow } from './plan.rows.js';
import type { TargetRow } from './plan-content.js';
import { SEES_OWN_PART, SEES_WHOLE, reachParameters, unitNameOf } from './plans.access.js';

const SELECT = `
  select t.id, t.plan_id, t.organization_id, coalesce(t.label, ${unitNameOf('t.organization_id')}) as name, t.unit_count,
         t.parent_id, t.criteria_version_id, p.kind as plan_kind, p.state as plan_state,
         (select count(*) from visit v where v.target_id = t.id and v.state <> 'cancelled'
            and v.id not in (select kept_visits())) as visit_count,
         t.id in (select o.id from own_targets() o) as is_own
  from plan_target t join plan p on p.id = t.plan_id`;

@Injectable()
export class TargetsRepository {
  constructor(private readonly db: Database) {}

  /** All targets of a plan, or with `unitId` the target that is this unit. */
  list(planId: string, unitId: string | null = null): Promise<NamedTargetRow[]> {
    return this.db.query<NamedTargetRow>(
      `${SELECT} where t.plan_id = $1 and ($2::uuid is null or t.organization_id = $2) order by t.position`,
      [planId, unitId],
    );
  }

  findVisible(access: Access, id: string): Promise<TargetOfPlanRow | null> {
    return this.db.one<TargetOfPlanRow>(
      `${SELECT} where t.id = $5 and (${SEES_WHOLE} or (t.organization_id = $4 and ${SEES_OWN_PART}))`,
      [...reachParameters(access), id],
    );
  }

  async names(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.db.query<NamedTargetRow>(`${SELECT} where t.id = any($1)`, [ids]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Targets that bear one of these ids, of whatever plan. */
  async findByIds(ids: readonly string[]): Promise<PlanTargetEntity[]> {
    const targets = await this.db.repository(PlanTargetEntity);
    return targets.findBy({ id: In([...ids]), provinceId: this.db.provinceId });
  }

  /** Names of the targets that any visit was ever planned to. */
  async visitedNames(ids: readonly string[]): Promise<string[]> {
    const rows = await this.db.query<NamedTargetRow>(
      `${SELECT} where t.id = any($1) and exists (select from visit v where v.target_id = t.id) order by t.position`,
      [ids],
    );
    return rows.map(({ name }) => name);
  }

  /** Targets that stay under one of them stand alone until they are saved under another. */
  async remove(ids: readonly string[]): Promise<void> {
    await this.db.query('update plan_target set parent_id = null where parent_id = any($1)', [ids]);
    await this.db.query('delete from plan_target where id = any($1)', [ids]);
  }

  async save(rows: TargetRow[]): Promise<void> {
    if (rows.length === 0) return;
    const targets = await this.db.repository(PlanTargetEntity);
    const { provinceId } = this.db;
    await targets.upsert(
      rows.map((row) => ({ ...row, provinceId })),
      ['provinceId', 'id'],
    );
  }

  async pinCriteria(planId: string, versionId: string): Promise<number> {
    const rows = await this.db.query(
      'update plan_target set criteria_version_id = $2 where plan_id = $1 returning id',
      [planId, versionId],
    );
    return rows.length;
  }
}
