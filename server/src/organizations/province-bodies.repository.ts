import { Injectable } from '@nestjs/common';
import { ORGANIZATION_KINDS, TWO_TIER_START, isCommitteeKind, nameSearchText } from '@kiemtra/shared/organizations';
import { Database } from '../platform/database/database.js';
import type { LineRow, NewBody, UnitLine } from './province-bodies.js';

const COMMITTEES = ORGANIZATION_KINDS.filter(isCommitteeKind);

/** Which side of 01/07/2025 a unit stands on: the same code may be another unit on the other side. */
export type Side = 'before' | 'since';

/** SQL: the row stands on the side `$1`. */
const onSide = (row: string) => `(${row}.valid_from >= '${TWO_TIER_START}') = ($1 = 'since')`;

@Injectable()
export class ProvinceBodiesRepository {
  constructor(private readonly db: Database) {}

  /** Code of the administrative unit that the province of this work is. */
  async unitCode(): Promise<string> {
    const row = await this.db.one<{ unit_code: string }>('select unit_code from province where id = $1', [
      this.db.provinceId,
    ]);
    if (!row) throw new Error('the work has no province');
    return row.unit_code;
  }

  /** The units with these codes, and those directly below them when asked. */
  async lines(side: Side, codes: readonly string[], withBelow = false): Promise<UnitLine[]> {
    const rows = await this.db.query<LineRow>(
      `select u.id, u.code, u.kind, u.name, p.code as "parentCode", u.valid_from as "validFrom", u.valid_to as "validTo"
       from administrative_unit u left join administrative_unit p on p.id = u.parent_id
       where ${onSide('u')} and (u.code = any($2) or ($3 and p.code = any($2)))
       order by length(u.code), u.code, u.valid_from`,
      [side, codes, withBelow],
    );
    const lines = new Map<string, LineRow[]>();
    for (const row of rows) lines.set(row.code, [...(lines.get(row.code) ?? []), row]);
    return [...lines.values()];
  }

  /** People's Committees that the province already has, by the code of their unit. */
  async committees(side: Side): Promise<Map<string, string>> {
    const rows = await this.db.query<{ id: string; code: string }>(
      `select o.id, u.code from organization o join administrative_unit u on u.id = o.administrative_unit_id
       where ${onSide('u')} and o.kind = any($2)`,
      [side, COMMITTEES],
    );
    return new Map(rows.map(({ id, code }) => [code, id]));
  }

  async insertAll(bodies: readonly NewBody[]): Promise<void> {
    await this.db.query(
      `insert into organization (province_id, id, kind, administrative_unit_id, parent_id, valid_from, valid_to)
       select $1, * from unnest($2::uuid[], $3::text[], $4::integer[], $5::uuid[], $6::date[], $7::date[])`,
      [
        this.db.provinceId,
        bodies.map((body) => body.id),
        bodies.map((body) => body.kind),
        bodies.map((body) => body.administrativeUnitId),
        bodies.map((body) => body.parentId),
        bodies.map((body) => body.validFrom),
        bodies.map((body) => body.validTo),
      ],
    );
    const names = bodies.flatMap((body) => body.names.map((name) => ({ ...name, id: body.id })));
    await this.db.query(
      `insert into organization_name (province_id, organization_id, valid_from, valid_to, name, search_text)
       select $1, * from unnest($2::uuid[], $3::date[], $4::date[], $5::text[], $6::text[])`,
      [
        this.db.provinceId,
        names.map((name) => name.id),
        names.map((name) => name.validFrom),
        names.map((name) => name.validTo),
        names.map((name) => name.name),
        names.map(nameSearchText),
      ],
    );
  }

  /** Leads committees that ended on 01/07/2025 to the committee of the unit that theirs went into, where the province has it. */
  async linkSuccessors(): Promise<void> {
    await this.db.query(
      `update organization o set successor_id = next.id
       from administrative_succession s
       join administrative_unit n on n.id = s.new_id
       join administrative_unit line on line.code = n.code and line.valid_from >= '${TWO_TIER_START}'
       join organization next on next.administrative_unit_id = line.id and next.kind = any($1)
       where s.old_id = o.administrative_unit_id and s.effective_on = '${TWO_TIER_START}'
         and o.kind = any($1) and o.successor_id is null`,
      [COMMITTEES],
    );
  }
}
