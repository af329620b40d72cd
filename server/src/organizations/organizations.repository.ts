import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@kiemtra/shared/kernel';
import { nameSearchText, type OrganizationKind, type OrganizationName } from '@kiemtra/shared/organizations';
import { Database } from '../platform/database/database.js';
import type { Access } from '../platform/http/route.js';
import { OrganizationEntity, OrganizationNameEntity } from './organization.entity.js';
import type { OrganizationRow } from './organization.rows.js';
import { inVietnameseOrder, matchesWords, searchWords } from './search.js';

export interface OrganizationFilter {
  search?: string | undefined;
  kind?: OrganizationKind | undefined;
  parentId?: string | undefined;
  at: CalendarDate;
  limit: number;
}

/** SQL: a body, or a name, holds on the day `$1`. */
const holds = (row: string) => `${row}.valid_from <= $1 and (${row}.valid_to is null or $1 < ${row}.valid_to)`;

/** The body under its name of the day `$1`; before its first name the first, after its end the last. */
const SELECT = `
  select o.id, o.kind, n.name, n.short_name, o.parent_id, o.successor_id, o.administrative_unit_id, o.valid_from, o.valid_to,
         o.version, exists (select from organization c where c.parent_id = o.id and ${holds('c')}) as has_children`;
const NAME = `
  join lateral (
    select n.name, n.short_name from organization_name n where n.organization_id = o.id
    order by n.valid_from <= $1 desc, case when n.valid_from <= $1 then n.valid_from end desc, n.valid_from limit 1
  ) n on true`;

/** SQL: what the caller may see, `$2` being null for the whole province, else the caller's unit with all below it. */
const VISIBLE = `($2::uuid is null or o.id in (
  with recursive own as (
    select id from organization where id = $2
    union select c.id from organization c join own on c.parent_id = own.id
  ) select id from own))`;

/** The value of `$2` in `VISIBLE`; a caller who belongs to no unit sees none. */
function ownUnit(access: Access): string | null {
  return access.reaches.includes('province') ? null : (access.organizationId ?? access.accountId);
}

@Injectable()
export class OrganizationsRepository {
  constructor(private readonly db: Database) {}

  async list(
    { search, kind, parentId, at, limit }: OrganizationFilter,
    access: Access,
  ): Promise<{ rows: OrganizationRow[]; total: number }> {
    const rows = await this.db.query<OrganizationRow & { total: number }>(
      `${SELECT}, count(*) over () as total from organization o ${NAME}
       where ${holds('o')} and ${VISIBLE} and ($3::text is null or o.kind = $3) and ($4::uuid is null or o.parent_id = $4)
         and ($5::text[] is null or exists (
           select from organization_name s where s.organization_id = o.id and ${matchesWords('s.search_text', '$5')}))
       order by ${inVietnameseOrder('n.name')}, o.id limit $6`,
      [at, ownUnit(access), kind ?? null, parentId ?? null, searchWords(search), limit],
    );
    return { rows, total: rows[0]?.total ?? 0 };
  }

  findVisible(id: string, at: CalendarDate, access: Access): Promise<OrganizationRow | null> {
    return this.db.one<OrganizationRow>(`${SELECT} from organization o ${NAME} where ${VISIBLE} and o.id = $3`, [
      at,
      ownUnit(access),
      id,
    ]);
  }

  findRow(id: string, at: CalendarDate): Promise<OrganizationRow | null> {
    return this.db.one<OrganizationRow>(`${SELECT} from organization o ${NAME} where o.id = $2`, [at, id]);
  }

  /** What stands above the body, the top of the tree first. */
  listAbove(id: string, at: CalendarDate): Promise<OrganizationRow[]> {
    return this.db.query<OrganizationRow>(
      `with recursive above (id, step) as (
         select parent_id, 1 from organization where id = $2
         union all select o.parent_id, step + 1 from above join organization o on o.id = above.id
       )
       ${SELECT} from above join organization o on o.id = above.id ${NAME} order by above.step desc`,
      [at, id],
    );
  }

  /** Everything that went into the body, by whatever steps, under its last name; the latest first. */
  listPredecessors(id: string, at: CalendarDate): Promise<OrganizationRow[]> {
    return this.db.query<OrganizationRow>(
      `with recursive earlier (id) as (
         select id from organization where successor_id = $2
         union select o.id from earlier join organization o on o.successor_id = earlier.id
       )
       ${SELECT} from earlier join organization o on o.id = earlier.id ${NAME}
       order by o.valid_to desc, ${inVietnameseOrder('n.name')}, o.id`,
      [at, id],
    );
  }

  async find(id: string): Promise<OrganizationEntity | null> {
    const organizations = await this.db.repository(OrganizationEntity);
    return organizations.findOneBy({ id, provinceId: this.db.provinceId });
  }

  async names(organizationId: string): Promise<OrganizationName[]> {
    const names = await this.db.repository(OrganizationNameEntity);
    return names.find({
      where: { organizationId, provinceId: this.db.provinceId },
      order: { validFrom: 'asc' },
      select: { validFrom: true, validTo: true, name: true, shortName: true },
    });
  }

  /**
   * Names of the other bodies below the same one (at the top without one), each as long as its body has it. Nobody else
   * names a body there until this work ends.
   */
  async holdNamesBeside(id: string, parentId: string | null): Promise<OrganizationName[]> {
    const place = `${this.db.provinceId}/names-below/${parentId ?? ''}`;
    await this.db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [place]);
    return this.db.query<OrganizationName>(
      `select n.name, n.short_name as "shortName", n.valid_from as "validFrom", coalesce(n.valid_to, o.valid_to) as "validTo"
       from organization o join organization_name n on n.organization_id = o.id
       where o.id <> $1 and o.parent_id is not distinct from $2 order by n.valid_from`,
      [id, parentId],
    );
  }

  async countChildrenOn(id: string, date: CalendarDate): Promise<number> {
    const row = await this.db.one<{ count: number }>(
      `select count(*) as count from organization c where c.parent_id = $2 and ${holds('c')}`,
      [date, id],
    );
    return row?.count ?? 0;
  }

  async insert(organization: Omit<OrganizationEntity, 'provinceId'>, name: OrganizationName): Promise<void> {
    const { provinceId } = this.db;
    const organizations = await this.db.repository(OrganizationEntity);
    await organizations.insert({ ...organization, provinceId });
    await this.replaceNames(organization.id, [name]);
  }

  async replaceNames(organizationId: string, names: OrganizationName[]): Promise<void> {
    const { provinceId } = this.db;
    const stored = await this.db.repository(OrganizationNameEntity);
    await stored.delete({ organizationId, provinceId });
    await stored.insert(
      names.map(({ name, shortName, validFrom, validTo }) => {
        const searchText = nameSearchText({ name, shortName });
        return { organizationId, provinceId, name, shortName, validFrom, validTo, searchText };
      }),
    );
  }

  /** Changes the version the editor saw; false when somebody was faster. */
  async update(
    id: string,
    version: number,
    change: Partial<Pick<OrganizationEntity, 'kind' | 'validTo' | 'successorId'>>,
  ): Promise<boolean> {
    const organizations = await this.db.repository(OrganizationEntity);
    const { affected } = await organizations.update(
      { id, version, provinceId: this.db.provinceId },
      { ...change, version: version + 1 },
    );
    return affected === 1;
  }
}
