import { Injectable } from '@nestjs/common';
import { foldText } from '@kiemtra/shared/kernel';
import { isValidOn, unitFullName } from '@kiemtra/shared/organizations';
import { Database } from '../../platform/database/database.js';
import { buildNationalUnits, type NationalUnit, type NationalUnits, type UnitKey } from './national-units.js';
import { readNationalSources } from './sources.js';

/** Any number of its own: imports wait for each other. */
const LOCK = 7_202_502;

export interface ImportSummary {
  units: number;
  successions: number;
  issues: number;
}

/** Brings the national units of the database to the lists that ship with this release; a second run changes nothing. */
@Injectable()
export class NationalImport {
  constructor(private readonly db: Database) {}

  async run(): Promise<ImportSummary> {
    const national = buildNationalUnits(readNationalSources());
    await this.db.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const parents = parentsIn(national.units);
    await this.writeUnits(national.units, parents);
    const idOf = await this.storedIds();
    await this.writeParents(national.units, parents, idOf);
    await this.writeSuccessions(national.successions, idOf);
    await this.writeIssues(national.unusable);
    return {
      units: national.units.length,
      successions: national.successions.length,
      issues: national.unusable.length,
    };
  }

  private async writeUnits(units: NationalUnit[], parents: Parents): Promise<void> {
    await this.db.query(
      `insert into administrative_unit as u (code, kind, name, valid_from, valid_to, search_text)
       select * from unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::date[], $6::text[])
       on conflict (code, kind, valid_from) do update
         set name = excluded.name, valid_to = excluded.valid_to, search_text = excluded.search_text
         where (u.name, u.valid_to, u.search_text) is distinct from (excluded.name, excluded.valid_to, excluded.search_text)`,
      [
        units.map((unit) => unit.code),
        units.map((unit) => unit.kind),
        units.map((unit) => unit.name),
        units.map((unit) => unit.validFrom),
        units.map((unit) => unit.validTo),
        units.map((unit) => searchTextOf(unit, parents)),
      ],
    );
  }

  /** The stored rows, for everything that points at a unit: a join by code and day would run without statistics. */
  private async storedIds(): Promise<(key: UnitKey) => number> {
    const rows = await this.db.query<{ id: number; code: string; valid_from: string }>(
      'select id, code, valid_from from administrative_unit',
    );
    const ids = new Map(rows.map(({ id, code, valid_from }) => [`${code} ${valid_from}`, id]));
    return ({ code, validFrom }) => {
      const id = ids.get(`${code} ${validFrom}`);
      if (id === undefined) throw new Error(`unit ${code} of ${validFrom} is not stored`);
      return id;
    };
  }

  private async writeParents(units: NationalUnit[], parents: Parents, idOf: (key: UnitKey) => number): Promise<void> {
    const below = units.flatMap((unit) => {
      const parent = parents(unit);
      return parent ? [{ id: idOf(unit), parentId: idOf(parent) }] : [];
    });
    await this.db.query(
      `update administrative_unit u set parent_id = listed.parent_id
       from unnest($1::integer[], $2::integer[]) as listed (id, parent_id)
       where u.id = listed.id and u.parent_id is distinct from listed.parent_id`,
      [below.map(({ id }) => id), below.map(({ parentId }) => parentId)],
    );
  }

  private async writeSuccessions(
    successions: NationalUnits['successions'],
    idOf: (key: UnitKey) => number,
  ): Promise<void> {
    await this.db.query('delete from administrative_succession');
    await this.db.query(
      `insert into administrative_succession (old_id, new_id, effective_on)
       select * from unnest($1::integer[], $2::integer[], $3::date[])`,
      [
        successions.map((item) => idOf(item.old)),
        successions.map((item) => idOf(item.new)),
        successions.map((item) => item.effectiveOn),
      ],
    );
  }

  private async writeIssues(issues: NationalUnits['unusable']): Promise<void> {
    await this.db.query('delete from administrative_import_issue');
    await this.db.query(
      'insert into administrative_import_issue (reason, row) select * from unnest($1::text[], $2::jsonb[])',
      [issues.map((issue) => issue.reason), issues.map((issue) => JSON.stringify(issue.row))],
    );
  }
}

type Parents = (unit: NationalUnit) => NationalUnit | undefined;

/** The unit above is the row that held on the first day. */
function parentsIn(units: NationalUnit[]): Parents {
  const rows = new Map<string, NationalUnit[]>();
  for (const unit of units) rows.set(unit.code, [...(rows.get(unit.code) ?? []), unit]);
  return ({ parentCode, validFrom }) => rows.get(parentCode ?? '')?.find((row) => isValidOn(row, validFrom));
}

/** Own name, code and the names of the units above: "phuong 1 31513 thanh pho soc trang tinh soc trang". */
function searchTextOf(unit: NationalUnit, parents: Parents): string {
  const above: string[] = [];
  for (let parent = parents(unit); parent; parent = parents(parent)) above.push(unitFullName(parent));
  return foldText([unitFullName(unit), unit.code, ...above].join(' '));
}
