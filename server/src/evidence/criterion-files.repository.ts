import { Injectable } from '@nestjs/common';
import type { Capture, Stamp } from '@kiemtra/shared/fieldwork';
import { Database } from '../platform/database/database.js';

/** A file with the criterion of the assessment that it proves; target and criterion are null when it proves another thing. */
export interface CriterionFileRow {
  id: string;
  target_id: string | null;
  criterion_key: string | null;
  name: string;
  media_type: string;
  size: number;
  sha256: string;
  capture: Capture | null;
  stamp: Stamp | null;
  removal_stamp: Stamp | null;
  is_received: boolean;
}

/** A file as it is to be. */
export interface CriterionFileChange {
  id: string;
  assessment_id: string;
  criterion_key: string;
  name: string;
  media_type: string;
  size: number;
  sha256: string;
  capture: Capture | null;
  added_by: string;
  added_at: string;
  stamp: Stamp;
  removed_at: string | null;
  removal_stamp: Stamp | null;
  vseq: number;
}

/** SQL: the bytes that were announced are here. */
const IS_RECEIVED = 'exists (select from file f where f.id = e.id and f.sha256 = e.sha256)';

const SELECT = `
  select e.id, s.target_id, e.criterion_key, e.name, e.media_type, e.size, e.sha256, e.capture, e.stamp, e.removal_stamp, e.vseq,
         ${IS_RECEIVED} as is_received
  from evidence e`;

@Injectable()
export class CriterionFilesRepository {
  constructor(private readonly db: Database) {}

  find(ids: readonly string[]): Promise<CriterionFileRow[]> {
    return this.db.query<CriterionFileRow>(
      `${SELECT} left join assessment s on s.id = e.assessment_id where e.id = any($1)`,
      [ids],
    );
  }

  /** Files of targets under the versions they are held to, removed ones included. */
  list(targets: readonly string[]): Promise<CriterionFileRow[]> {
    return this.db.query<CriterionFileRow>(
      `${SELECT} join assessment s on s.id = e.assessment_id
       join plan_target t on t.id = s.target_id and t.criteria_version_id = s.criteria_version_id
       where s.target_id = any($1) order by e.added_at, e.id`,
      [targets],
    );
  }

  /** Files of a target that were announced or taken away after a number, in the order of that. */
  listSince(target: string, after: number, limit: number): Promise<(CriterionFileRow & { vseq: number })[]> {
    return this.db.query<CriterionFileRow & { vseq: number }>(
      `${SELECT} join assessment s on s.id = e.assessment_id
       join plan_target t on t.id = s.target_id and t.criteria_version_id = s.criteria_version_id
       where s.target_id = $1 and e.vseq > $2 order by e.vseq limit $3`,
      [target, after, limit],
    );
  }

  /** Files of a target that were announced, not taken away, and have not come. */
  async countMissing(target: string): Promise<number> {
    const row = await this.db.one<{ count: number }>(
      `select count(*) as count from evidence e join assessment s on s.id = e.assessment_id
       where s.target_id = $1 and e.removed_at is null and not ${IS_RECEIVED}`,
      [target],
    );
    return row?.count ?? 0;
  }

  /** Adds files, or takes them away; gives how many of the files there were to write are the caller's to write. */
  async save(files: readonly CriterionFileChange[]): Promise<number> {
    const written = await this.db.query(
      `insert into evidence (province_id, id, assessment_id, criterion_key, name, media_type, size, sha256, capture, added_by,
         added_at, stamp, removed_at, removal_stamp, vseq)
       select $1, r.* from json_to_recordset($2) as r(id uuid, assessment_id uuid, criterion_key text, name text,
         media_type text, size integer, sha256 text, capture jsonb, added_by uuid, added_at timestamptz, stamp jsonb,
         removed_at timestamptz, removal_stamp jsonb, vseq bigint)
       on conflict (province_id, id) do update
       set removed_at = excluded.removed_at, removal_stamp = excluded.removal_stamp, vseq = excluded.vseq
       where evidence.stamp = excluded.stamp
       returning id`,
      [this.db.provinceId, JSON.stringify(files)],
    );
    return written.length;
  }
}
