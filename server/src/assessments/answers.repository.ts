import { Injectable } from '@nestjs/common';
import type { AreaCode, Outcome, Tally } from '@kiemtra/shared/criteria';
import type { CellField, CellValue, Word } from '@kiemtra/shared/fieldwork';
import type { Decimal } from '@kiemtra/shared/kernel';
import { Database } from '../platform/database/database.js';
import { Statement } from '../platform/database/statement.js';

/** One cell of an answer with its last word, and what the engine made of it if it is an input. */
export interface AnswerRow {
  criterion_key: string;
  field: CellField;
  value: CellValue;
  rev: number;
  lane_id: string;
  seq: number;
  account_id: string;
  said_at: string;
  offset_ms: number;
  /** An instant as JSON writes it. */
  received_at: string;
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

/** What is the same in every word of one batch. */
export interface SaidIn {
  lane: string;
  account: string;
  /** An instant as JSON writes it. */
  receivedAt: string;
}

/** An answer as it is written. Of a word that was said in the batch it leaves out what all of them have in common. */
export interface WrittenRow extends Omit<AnswerRow, keyof typeof COMMON> {
  assessment_id: string;
  lane_id?: string;
  account_id?: string;
  received_at?: string;
}

/** An assessment with those of its cells that were asked for. */
export interface AskedRow {
  target_id: string;
  assessment_id: string;
  answers: AnswerRow[];
}

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

const COLUMNS: Record<keyof Required<WrittenRow>, string> = {
  assessment_id: 'uuid',
  criterion_key: 'text',
  field: 'text',
  value: 'jsonb',
  rev: 'integer',
  lane_id: 'uuid',
  seq: 'integer',
  account_id: 'uuid',
  said_at: 'text',
  offset_ms: 'bigint',
  received_at: 'timestamptz',
  siblings: 'jsonb',
  outcome: 'text',
  points: 'numeric',
  max_points: 'numeric',
  vseq: 'bigint',
};
const COMMON = { lane_id: '$6', account_id: '$7', received_at: '$5' };
const KEY: readonly string[] = ['assessment_id', 'criterion_key', 'field'];
const NAMES = Object.keys(COLUMNS) as (keyof WrittenRow)[];

const WRITTEN = NAMES.map((name) =>
  name in COMMON ? `coalesce(r.${name}, ${COMMON[name as keyof typeof COMMON]})` : `r.${name}`,
);

/** As JSON carries them: decimals and instants as text. */
const SELECTED = `a.criterion_key, a.field, a.value, a.rev, a.lane_id, a.seq, a.account_id, a.said_at, a.offset_ms,
  to_char(a.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as received_at,
  a.siblings, a.outcome, a.points::text, a.max_points::text, a.vseq`;

/** One JSON value for all cells of an assessment: a hundred rows are read at every batch. */
const FIND_ASKED = new Statement(
  'find-asked-answers',
  `select s.target_id, s.id as assessment_id, coalesce((
     select json_agg(r) from (
       select ${SELECTED} from answer a where a.assessment_id = s.id and a.criterion_key = any($3)
     ) r
   ), '[]') as answers
   from unnest($1::uuid[], $2::uuid[]) as p(target_id, version_id)
   join assessment s on s.target_id = p.target_id and s.criteria_version_id = p.version_id and s.round = 'on_site'`,
);

const SAVE = new Statement(
  'save-answers',
  `with answers as (
    insert into answer (province_id, ${NAMES.join(', ')})
    select $1, ${WRITTEN.join(', ')} from json_to_recordset($2) as r(${NAMES.map((name) => `${name} ${COLUMNS[name]}`).join(', ')})
    on conflict (province_id, ${KEY.join(', ')})
    do update set ${NAMES.filter((name) => !KEY.includes(name))
      .map((name) => `${name} = excluded.${name}`)
      .join(', ')}
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
  from json_to_recordset($4) as c(id uuid, conflicts integer) where s.id = c.id`,
);

@Injectable()
export class AnswersRepository {
  constructor(private readonly db: Database) {}

  /** The assessments of the places, each beside its cells of these criteria. */
  findAsked(places: readonly AssessmentPlace[], criteria: readonly string[]): Promise<AskedRow[]> {
    return this.db.query<AskedRow>(FIND_ASKED, [
      places.map(({ target }) => target),
      places.map(({ version }) => version),
      criteria,
    ]);
  }

  /** All cells of targets under the versions they are held to. */
  list(targets: readonly string[]): Promise<TargetAnswerRow[]> {
    return this.db.query<TargetAnswerRow>(
      `select s.target_id, ${SELECTED}
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
    at: string,
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
    answers: readonly WrittenRow[],
    areas: readonly AreaChange[],
    assessments: readonly AssessmentChange[],
    { lane, account, receivedAt }: SaidIn,
  ): Promise<void> {
    await this.db.query(SAVE, [
      this.db.provinceId,
      JSON.stringify(answers),
      JSON.stringify(areas.map(({ tally, ...place }) => ({ ...place, ...tally }))),
      JSON.stringify(assessments),
      receivedAt,
      lane,
      account,
    ]);
  }
}
