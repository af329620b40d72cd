import { Injectable } from '@nestjs/common';
import type { EvidenceLoad, PromisedFile } from '@kiemtra/shared/evidence';
import { Database } from '../platform/database/database.js';
import { Statement } from '../platform/database/statement.js';

/** A file or the promise of one: what stands under an id. */
export interface StandingRow {
  id: string;
  sha256: string;
  size: number;
  name: string;
  uploaded_by: string;
  /** When it was promised or, if it is there, received. */
  since: Date;
  is_received: boolean;
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

const HOLD = new Statement('hold-upload', 'select pg_advisory_xact_lock(hashtextextended($1, 0))');

const FIND = new Statement(
  'find-upload',
  `select id, sha256, size, name, uploaded_by, uploaded_at as since, true as is_received from file where id = $1
   union all
   select id, sha256, size, name, uploaded_by, created_at, false from upload
   where id = $1 and not exists (select from file where id = $1)`,
);

const FIND_ANNOUNCED = new Statement(
  'find-announced',
  `select e.sha256, e.added_by, case when s.id is null then null else (${LOAD}) end as load
   from evidence e left join assessment s on s.id = e.assessment_id where e.id = $1`,
);

const ADD = new Statement(
  'add-upload',
  `insert into upload (province_id, id, sha256, size, name, uploaded_by, created_at)
   values ($1, $2, $3, $4, $5, $6, $7)`,
);

const END = new Statement('end-upload', 'delete from upload where id = $1');

@Injectable()
export class UploadsRepository {
  constructor(private readonly db: Database) {}

  /** Waits until nobody else works on the upload and gives what stands under its id; held until the work ends. */
  async hold(id: string): Promise<StandingRow | null> {
    // In one round trip: what is read behind the lock is what its last holder left.
    const [, standing] = await Promise.all([this.db.query(HOLD, [`upload ${id}`]), this.find(id)]);
    return standing;
  }

  find(id: string): Promise<StandingRow | null> {
    return this.db.one<StandingRow>(FIND, [id]);
  }

  /** Stands when the work ends. */
  add({ id, sha256, size, name }: PromisedFile, accountId: string, now: Date): void {
    this.db.queryLast(ADD, [this.db.provinceId, id, sha256, size, name, accountId, now]);
  }

  /** Ends the promise when the work ends. */
  end(id: string): void {
    this.db.queryLast(END, [id]);
  }

  /** Null when no operation has announced a file under this id. */
  findAnnounced(id: string): Promise<AnnouncedRow | null> {
    return this.db.one<AnnouncedRow>(FIND_ANNOUNCED, [id]);
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
