import { Injectable } from '@nestjs/common';
import type { ManifestLine } from '@kiemtra/shared/visits';
import { Database } from '../platform/database/database.js';
import type { VisitEntity } from './visit.entity.js';
import type { HoldingRow } from './visit.rows.js';

export interface Unfinished {
  /** Criteria on which values of several members stand side by side. */
  conflicts: number;
  /** Operations of the visit that wait for a decision. */
  undecided: number;
}

/** What stands in the way of closing a visit, and what was closed. */
@Injectable()
export class ClosingsRepository {
  constructor(private readonly db: Database) {}

  async countUnfinished({ id, targetId }: Pick<VisitEntity, 'id' | 'targetId'>): Promise<Unfinished> {
    const row = await this.db.one<Unfinished>(
      `select (select coalesce(sum(conflicts), 0) from assessment where target_id = $2)
           + (select count(*) from whole_cell where target_id = $2 and siblings is not null) as conflicts,
         (select count(*) from parked_operation where visit_id = $1 and decision is null) as undecided`,
      [id, targetId],
    );
    return row ?? { conflicts: 0, undecided: 0 };
  }

  /**
   * Devices that took the visit to the field. What a device called unsent and has sent since is not missing: its highest
   * number is what counts.
   */
  listHolding(id: string): Promise<HoldingRow[]> {
    return this.db.query<HoldingRow>(
      `select c.lane_id as lane, l.account_id, m.name, greatest(c.max_seq - l.acked_through, 0) as missing,
              c.lost_at is not null as is_lost, c.contacted_at, lane_is_ready(l.id, v.id) as is_ready
       from visit v
       join fieldwork_contact c on v.id = any(c.packs)
       join fieldwork_lane l on l.id = c.lane_id
       cross join lateral (
         select t.name from team_member t where t.team_id = v.team_id and t.account_id = l.account_id
         order by t.left_at nulls first, t.rank limit 1
       ) m
       where v.id = $1 order by m.name, c.lane_id`,
      [id],
    );
  }

  /** Everything that is recorded of a target, as it stands at one moment. */
  listRecorded(targetId: string): Promise<ManifestLine[]> {
    return this.db.query<ManifestLine>(
      `select a.criterion_key as criterion, a.field, a.rev, a.value, '{}'::text[] as files
       from assessment s join answer a on a.assessment_id = s.id where s.target_id = $1
       union all
       select coalesce(w.criterion_key, ''), w.field, w.rev, w.value, '{}' from whole_cell w where w.target_id = $1
       union all
       select e.criterion_key, 'evidence', 0, null, array_agg(e.sha256)
       from assessment s join evidence e on e.assessment_id = s.id
       where s.target_id = $1 and e.removed_at is null group by s.id, e.criterion_key`,
      [targetId],
    );
  }

  /** Keeps what a visit was closed with. The caller holds the visit. */
  async add(visitId: string, manifest: string): Promise<void> {
    await this.db.query(
      `insert into visit_revision (province_id, visit_id, number, manifest)
       select $1, $2, count(*) + 1, $3 from visit_revision where visit_id = $2`,
      [this.db.provinceId, visitId, manifest],
    );
  }

  /** What the visit was closed with last; null when that was before anything was kept of it. */
  async findManifest(visitId: string): Promise<string | null> {
    const row = await this.db.one<{ manifest: string }>(
      'select manifest from visit_revision where visit_id = $1 order by number desc limit 1',
      [visitId],
    );
    return row?.manifest ?? null;
  }
}
