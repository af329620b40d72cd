import { Injectable } from '@nestjs/common';
import type { OrganizationKind } from '@kiemtra/shared/organizations';
import type { RecordedVisit } from '@kiemtra/shared/papers';
import { Database } from '../platform/database/database.js';

/** The body whose plan it is, under its name at the time of the plan. */
export interface AuthorityRow {
  kind: OrganizationKind;
  name: string;
  superior: string | null;
  province: string;
}

@Injectable()
export class PapersRepository {
  constructor(private readonly db: Database) {}

  /** Visits of a plan by day, without those that were cancelled; who may read them is the caller's matter. */
  listVisits(planId: string): Promise<RecordedVisit[]> {
    return this.db.query<RecordedVisit>(
      `select v.target_id as "targetId", v.team_id as "teamId", v.date, v.half_day as "halfDay", v.place, v.state
       from visit v where v.plan_id = $1 and v.state <> 'cancelled'
       order by v.date nulls last, v.half_day desc nulls last, v.team_id, v.id`,
      [planId],
    );
  }

  async getAuthority(planId: string): Promise<AuthorityRow> {
    const row = await this.db.one<AuthorityRow>(
      `select o.kind, organization_name_on(o.id, naming_day(p)) as name,
              organization_name_on(o.parent_id, naming_day(p)) as superior, r.name as province
       from plan p join organization o on o.id = p.authority_id join province r on r.id = o.province_id
       where p.id = $1`,
      [planId],
    );
    if (!row) throw new Error('a plan has an authority');
    return row;
  }
}
