import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { scopeParameters, type RemedyScope } from './remedy-scope.js';

export interface RemedyRateRow {
  plan_id: string;
  plan_title: string;
  organization_id: string;
  name: string;
  remedied: number;
  total: number;
}

@Injectable()
export class RemedyRatesRepository {
  constructor(private readonly db: Database) {}

  /**
   * Per campaign and unit: shortcomings in requests that were issued to it, and those it has remedied in every one of these.
   * A request of the past that does not say what became of it counts nowhere.
   */
  list(scope: RemedyScope, planId: string | null): Promise<RemedyRateRow[]> {
    return this.db.query<RemedyRateRow>(
      `with found as (
         select q.plan_id, r.organization_id, f.id, bool_and(is_remedied(r, f.id)) as is_remedied
         from request_recipient r
         join request q on q.id = r.request_id
         join request_finding x on x.request_id = q.id
         join finding f on f.id = x.finding_id
         left join plan_target t on t.id = f.target_id
         where ((q.plan_id = any($1) and q.id not in (select kept_requests())) or r.organization_id = $2)
           and ($3::uuid is null or q.plan_id = $3)
           and r.organization_id is not null and r.state not in ('draft', 'unstated') and f.kind = 'shortcoming'
           and is_meant_for(r, t.organization_id) and f.id not in (select kept_findings())
         group by q.plan_id, r.organization_id, f.id
       ), counted as (
         select plan_id, organization_id, count(*) filter (where is_remedied) as remedied, count(*) as total
         from found group by plan_id, organization_id
       )
       select c.*, p.title as plan_title, organization_name_on(c.organization_id, naming_day(p)) as name
       from counted c join plan p on p.id = c.plan_id
       order by c.remedied::numeric / c.total, c.total - c.remedied desc, name`,
      [...scopeParameters(scope), planId],
    );
  }
}
