import { Injectable } from '@nestjs/common';
import type { AreaCode, Outcome, Tally } from '@kiemtra/shared/criteria';
import type { CellField, CellValue, Word } from '@kiemtra/shared/fieldwork';
import type { Decimal } from '@kiemtra/shared/kernel';
import { Database } from '../platform/database/database.js';

/** One cell of an answer with its last word, and what the engine made of it if it is an input. */
export interface AnswerRow {
  assessment_id: string;
  criterion_key: string;
  field: CellField;
  value: CellValue;
  rev: number;
  lane_id: string;
  seq: number;
  account_id: string;
  said_at: string;
  offset_ms: number;
  received_at: Date;
  /** Null for none. */
  siblings: readonly Word[] | null;
  outcome: Outcome | null;
  points: Decimal | null;
  max_points: Decimal | null;
  vseq: number;
}

export interface TargetAnswerRow extends AnswerRow {
  target_id: string;
}

/** An assessment, beside each asked cell that it has; `criterion_key` is null when it has none of them. */
export type AskedRow = Omit<TargetAnswerRow, 'criterion_key'> & { criterion_key: string | null };

/** The target of an assessment and the version it is held to. */
export interface AssessmentPlace {
  target: string;
  version: string;
}

/** What a save adds to a kept total. */
export interface AreaChange {
  assessment_id: string;
  area: AreaCode;
  tally: Tally;
}

export interface AssessmentChange {
  id: string;
  conflicts: number;
}

const KEY = ['assessment_id uuid', 'criterion_key text', 'field text'];
const CONTENT = [
  'value jsonb',
  'rev integer',
  'lane_id uuid',
  'seq integer',
  'account_id uuid',
  'said_at text',
  'offset_ms bigint',
  'received_at timestamptz',
  'siblings jsonb',
  'outcome text',
  'points numeric',
  'max_points numeric',
  'vseq bigint',
];
const nameOf = (column: string): string => column.slice(0, column.indexOf(' '));
const SELECTED = [...KEY, ...CONTENT].slice(1).map((column) => `a.${nameOf(column)}`);
const SAVE = `
  with answers as (
    insert into answer (province_id, ${[...KEY, ...CONTENT].map(nameOf).join(', ')})
    select $1, r.* from json_to_recordset($2) as r(${[...KEY, ...CONTENT].join(', ')})
    on conflict (province_id, assessment_id, criterion_key, field)
    do update set ${CONTENT.map((column) => `${nameOf(column)} = excluded.${nameOf(column)}`).join(', ')}
  ), areas as (
    update assessment_area a
    set points = a.points + c.points, max_points = a.max_points + c.max, bonus = a.bonus + c.bonus,
        penalty = a.penalty + c.penalty, full_count = a.full_count + c."full", short_count = a.short_count + c.short,
        excluded_count = a.excluded_count + c.excluded, not_checked_count = a.not_checked_count + c."notChecked"
    from json_to_recordset($3) as c(assessment_id uuid, area text, points numeric, max numeric, bonus numeric,
      penalty numeric, "full" integer, short integer, excluded integer, "notChecked" integer)
    where a.assessment_id = c.assessment_id and a.area = c.area
  )
  update assessment s set conflicts = s.conflicts + c.conflicts, changed_at = $5
  from json_to_recordset($4) as c(id uuid, conflicts integer) where s.id = c.id`;

@Injectable()
export class AnswersRepository {
  constructor(private readonly db: Database) {}

  /** The assessments of the places, each beside its cells of these criteria. */
  findAsked(places: readonly AssessmentPlace[], criteria: readonly string[]): Promise<AskedRow[]> {
    return this.db.query<AskedRow>(
      `select s.target_id, s.id as assessment_id, ${SELECTED.join(', ')}
       from unnest($1::uuid[], $2::uuid[]) as p(target_id, version_id)
       join assessment s on s.target_id = p.target_id and s.criteria_version_id = p.version_id and s.round = 'on_site'
       left join answer a on a.assessment_id = s.id and a.criterion_key = any($3)`,
      [places.map(({ target }) => target), places.map(({ version }) => version), criteria],
    );
  }

  /** All cells of targets under the versions they are held to. */
  list(targets: readonly string[]): Promise<TargetAnswerRow[]> {
    return this.db.query<TargetAnswerRow>(
      `select s.target_id, s.id as assessment_id, ${SELECTED.join(', ')}
       from assessment s
       join plan_target t on t.id = s.target_id and t.criteria_version_id = s.criteria_version_id
       join answer a on a.assessment_id = s.id
       where s.target_id = any($1) and s.round = 'on_site' order by s.target_id, a.criterion_key, a.field`,
      [targets],
    );
  }

  async create(
    id: string,
    { target, version }: AssessmentPlace,
    areas: readonly { area: AreaCode; tally: Tally }[],
    at: Date,
  ): Promise<void> {
    await this.db.query(
      `with created as (
         insert into assessment (province_id, id, target_id, criteria_version_id, round, changed_at)
         values ($1, $2, $3, $4, 'on_site', $5)
       )
       insert into assessment_area (province_id, assessment_id, area, total)
       select $1, $2, area, total from unnest($6::text[], $7::integer[]) as a(area, total)`,
      [
        this.db.provinceId,
        id,
        target,
        version,
        at,
        areas.map(({ area }) => area),
        areas.map(({ tally }) => tally.total),
      ],
    );
  }

  /** Cells as they are now, and what that changes in the kept totals. */
  async save(
    answers: readonly AnswerRow[],
    areas: readonly AreaChange[],
    assessments: readonly AssessmentChange[],
    at: Date,
  ): Promise<void> {
    await this.db.query(SAVE, [
      this.db.provinceId,
      JSON.stringify(answers),
      JSON.stringify(areas.map(({ tally, ...place }) => ({ ...place, ...tally }))),
      JSON.stringify(assessments),
      at,
    ]);
  }
}
