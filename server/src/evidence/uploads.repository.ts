import { Injectable } from '@nestjs/common';
import type { EvidenceLoad, PromisedFile } from '@kiemtra/shared/evidence';
import { Database } from '../platform/database/database.js';

export interface UploadRow {
  id: string;
  sha256: string;
  size: number;
  name: string;
  uploaded_by: string;
  created_at: Date;
}

/** Who announced a file and as what, with what its criterion, target and unit hold besides. */
export interface AnnouncedRow {
  sha256: string;
  added_by: string;
  load: EvidenceLoad | null;
}

/** Bytes count from the moment they are on their way. */
const LOAD = `
  select json_build_object(
    'filesOfCriterion', count(*) filter (where o.assessment_id = e.assessment_id and o.criterion_key = e.criterion_key),
    'target', coalesce(sum(o.size) filter (where t.id = own.id), 0),
    'unitOfYear', coalesce(sum(o.size), 0))
  from plan_target own
  join plan own_plan on own_plan.id = own.plan_id
  join plan_target t on t.id = own.id or t.organization_id = own.organization_id
  join plan p on p.id = t.plan_id and p.year = own_plan.year
  join assessment a on a.target_id = t.id
  join evidence o on o.assessment_id = a.id and o.removed_at is null and o.id <> e.id
  where own.id = s.target_id
    and (exists (select from file f where f.id = o.id) or exists (select from upload u where u.id = o.id))`;

@Injectable()
export class UploadsRepository {
  constructor(private readonly db: Database) {}

  /** Waits until nobody else works on the upload; held until the work ends. */
  async hold(id: string): Promise<void> {
    await this.db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`upload ${id}`]);
  }

  find(id: string): Promise<UploadRow | null> {
    return this.db.one<UploadRow>('select id, sha256, size, name, uploaded_by, created_at from upload where id = $1', [
      id,
    ]);
  }

  async insert({ id, sha256, size, name }: PromisedFile, accountId: string, now: Date): Promise<void> {
    await this.db.query(
      `insert into upload (province_id, id, sha256, size, name, uploaded_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [this.db.provinceId, id, sha256, size, name, accountId, now],
    );
  }

  async delete(id: string): Promise<void> {
    await this.db.query('delete from upload where id = $1', [id]);
  }

  /** Null when no operation has announced a file under this id. */
  findAnnounced(id: string): Promise<AnnouncedRow | null> {
    return this.db.one<AnnouncedRow>(
      `select e.sha256, e.added_by, case when s.id is null then null else (${LOAD}) end as load
       from evidence e left join assessment s on s.id = e.assessment_id where e.id = $1`,
      [id],
    );
  }

  /** Bytes that the account promised and that no operation has announced. */
  async countUnannounced(accountId: string): Promise<number> {
    const row = await this.db.one<{ bytes: string }>(
      `select coalesce(sum(u.size), 0) as bytes from upload u
       where u.uploaded_by = $1 and not exists (select from evidence e where e.id = u.id)`,
      [accountId],
    );
    return Number(row?.bytes ?? 0);
  }
}
