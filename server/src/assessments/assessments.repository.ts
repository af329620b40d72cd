import { Injectable } from '@nestjs/common';
import type { AreaCode } from '@kiemtra/shared/criteria';
import type { Decimal } from '@kiemtra/shared/kernel';
import { Database } from '../platform/database/database.js';

/** A kept area total with what its assessment keeps. */
export interface AreaRow {
  target_id: string;
  conflicts: number;
  changed_at: Date;
  area: AreaCode;
  points: Decimal;
  max_points: Decimal;
  bonus: Decimal;
  penalty: Decimal;
  total: number;
  full_count: number;
  short_count: number;
  excluded_count: number;
  not_checked_count: number;
}

@Injectable()
export class AssessmentsRepository {
  constructor(private readonly db: Database) {}

  /** The kept totals of targets under the versions they are held to; those without an answer are missing. */
  listAreas(targets: readonly string[]): Promise<AreaRow[]> {
    return this.db.query<AreaRow>(
      `select s.target_id, s.conflicts, s.changed_at, a.area, trim_scale(a.points) as points,
              trim_scale(a.max_points) as max_points, trim_scale(a.bonus) as bonus, trim_scale(a.penalty) as penalty,
              a.total, a.full_count, a.short_count, a.excluded_count, a.not_checked_count
       from assessment s
       join plan_target t on t.id = s.target_id and t.criteria_version_id = s.criteria_version_id
       join assessment_area a on a.assessment_id = s.id
       where s.target_id = any($1) and s.round = 'on_site'`,
      [targets],
    );
  }

  /** Names of accounts, whatever became of them. */
  async namesOfAccounts(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.db.query<{ id: string; display_name: string }>(
      'select id, display_name from account where province_id = $1 and id = any($2)',
      [this.db.provinceId, ids],
    );
    return new Map(rows.map(({ id, display_name }) => [id, display_name]));
  }
}
