import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@kiemtra/shared/kernel';
import { Database } from '../platform/database/database.js';
import { FindingRepeatEntity } from './finding-repeat.entity.js';

/** A shortcoming beside one of an earlier plan at the same unit. */
export interface EarlierRow {
  finding_id: string;
  /** The set of criteria that the finding comes from. */
  set_id: string | null;
  id: string;
  plan_id: string;
  plan_title: string;
  plan_year: number;
  on_day: CalendarDate;
  unit: string;
  text: string;
  earlier_set_id: string | null;
  criterion_key: string | null;
}

export interface JudgementRow {
  finding_id: string;
  earlier_ids: string[];
  account_id: string;
  actor_name: string;
  at: Date;
}

@Injectable()
export class RepeatsRepository {
  constructor(private readonly db: Database) {}

  /**
   * Shortcomings of earlier plans at the units of these findings and at those they took over, newest first; what was found
   * of a plan as a whole was found of each of its units.
   */
  listEarlier(findingIds: readonly string[]): Promise<EarlierRow[]> {
    return this.db.query<EarlierRow>(
      `select * from (
         select distinct on (f.id, e.id) f.id as finding_id, fv.set_id, e.id, ep.id as plan_id, ep.title as plan_title,
           ep.year as plan_year, naming_day(ep) as on_day, organization_name_on(et.organization_id, naming_day(ep)) as unit,
           e.text, ev.set_id as earlier_set_id, e.criterion_key
         from finding f
         join plan p on p.id = f.plan_id
         join plan_target t on t.id = f.target_id
         cross join lateral body_and_before(t.organization_id) b(id)
         join plan_target et on et.organization_id = b.id
         join plan ep on ep.id = et.plan_id and naming_day(ep) < naming_day(p)
         join finding e on e.plan_id = ep.id and (e.target_id = et.id or e.target_id is null) and e.kind = 'shortcoming'
         left join criteria_version fv on fv.id = f.criteria_version_id
         left join criteria_version ev on ev.id = e.criteria_version_id
         where f.id = any($1) and f.kind = 'shortcoming' and e.id not in (select kept_findings())
           and not exists (select from draft_conclusion_finding i where i.finding_id = e.id and i.settling = 'drop')
         order by f.id, e.id, et.id
       ) earlier order by on_day desc, plan_id, id`,
      [findingIds],
    );
  }

  listJudgements(findingIds: readonly string[]): Promise<JudgementRow[]> {
    return this.db.query<JudgementRow>(
      'select finding_id, earlier_ids, account_id, actor_name, at from finding_repeat where finding_id = any($1)',
      [findingIds],
    );
  }

  async judge(judgement: Omit<FindingRepeatEntity, 'provinceId'>): Promise<void> {
    const judgements = await this.db.repository(FindingRepeatEntity);
    await judgements.upsert({ ...judgement, provinceId: this.db.provinceId }, ['provinceId', 'findingId']);
  }
}
