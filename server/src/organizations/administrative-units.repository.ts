import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@kiemtra/shared/kernel';
import {
  ADMINISTRATIVE_UNIT_KINDS,
  UNIT_KIND_FACTS,
  type ImportIssueReason,
  type UnitLevel,
} from '@kiemtra/shared/organizations';
import { Database } from '../platform/database/database.js';
import { AdministrativeUnitEntity } from './administrative-unit.entity.js';
import type { ImportIssueRow, UnitRow } from './organization.rows.js';
import { inVietnameseOrder, matchesWords, searchWords } from './search.js';

export interface UnitFilter {
  search?: string | undefined;
  level?: UnitLevel | undefined;
  parentCode?: string | undefined;
  at: CalendarDate;
  limit: number;
}

/** SQL: the row holds on the day `$1`. */
const holds = (row: string) => `${row}.valid_from <= $1 and (${row}.valid_to is null or $1 < ${row}.valid_to)`;

/** SQL: the units above on the day `$1`, found by code because a row above may have ended meanwhile (xã → phường). */
const ABOVE = `
  left join administrative_unit p0 on p0.id = u.parent_id
  left join administrative_unit p on p.code = p0.code and ${holds('p')}
  left join administrative_unit g0 on g0.id = p.parent_id
  left join administrative_unit g on g.code = g0.code and ${holds('g')}`;

const COLUMNS = `u.id, u.code, u.kind, u.name, u.valid_from, u.valid_to,
  to_jsonb(array_remove(array[
    case when p.id is not null then jsonb_build_object('kind', p.kind, 'name', p.name) end,
    case when g.id is not null then jsonb_build_object('kind', g.kind, 'name', g.name) end], null)) as above`;

@Injectable()
export class AdministrativeUnitsRepository {
  constructor(private readonly db: Database) {}

  async list({ search, level, parentCode, at, limit }: UnitFilter): Promise<{ rows: UnitRow[]; total: number }> {
    const words = searchWords(search);
    const kinds = ADMINISTRATIVE_UNIT_KINDS.filter((kind) => UNIT_KIND_FACTS[kind].level === level);
    const rows = await this.db.query<UnitRow & { total: number }>(
      `with found as (
         select u.*, count(*) over () as total from administrative_unit u
         where ${holds('u')} and ($2::text[] is null or u.kind = any($2)) and ${matchesWords('u.search_text', '$4')}
           and ($3::text is null or exists (select from administrative_unit a where a.id = u.parent_id and a.code = $3))
         order by ($5::text is not null and starts_with(u.search_text, $5 || ' ')) desc,
           ${inVietnameseOrder('u.name')}, u.code
         limit $6)
       select ${COLUMNS}, u.total from found u ${ABOVE}
       order by ($5::text is not null and starts_with(u.search_text, $5 || ' ')) desc, ${inVietnameseOrder('u.name')}, u.code`,
      [at, level ? kinds : null, parentCode ?? null, words, words?.join(' ') ?? null, limit],
    );
    return { rows, total: rows[0]?.total ?? 0 };
  }

  findRow(id: number, at: CalendarDate): Promise<UnitRow | null> {
    return this.db.one<UnitRow>(`select ${COLUMNS} from administrative_unit u ${ABOVE} where u.id = $2`, [at, id]);
  }

  async find(id: number): Promise<AdministrativeUnitEntity | null> {
    const units = await this.db.repository(AdministrativeUnitEntity);
    return units.findOneBy({ id });
  }

  async countIssues(): Promise<{ reason: ImportIssueReason; count: number }[]> {
    return this.db.query(
      'select reason, count(*) as count from administrative_import_issue group by reason order by count(*) desc, reason',
    );
  }

  async listIssues(reason: ImportIssueReason | null, limit: number): Promise<ImportIssueRow[]> {
    return this.db.query(
      'select reason, row from administrative_import_issue where $1::text is null or reason = $1 order by id limit $2',
      [reason, limit],
    );
  }
}
