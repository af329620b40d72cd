import { Injectable } from '@nestjs/common';
import type { AreaCode, Outcome, Tally } from '@kiemtra/shared/criteria';
import type { CellField, CellValue, Word } from '@kiemtra/shared/fieldwork';
import type { Decimal } from '@kiemtra/shared/kernel';
import { ANSWER_COLUMNS, ANSWER_LISTS, upsertAnswers, writtenLists, type AnswerLists } from './answer-columns.js';
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
  /** An instant as JSON writes it. */
  received_at: string;
  /** Null for none. */
  siblings: readonly Word[] | null;
  outcome: Outcome | null;
  points: Decimal | null;
  max_points: Decimal | null;
}

export interface TargetAnswerRow extends AnswerRow {
  target_id: string;
}

export interface ChangedAnswerRow extends AnswerRow {
  vseq: number;
}

/** What is the same in every word of one batch. */
export interface SaidIn {
  lane: string;
  account: string;
  /** An instant as JSON writes it. */
  receivedAt: string;
}

/** An answer as it is written. Of a word that was said in the batch it leaves out what all of them have in common. */
export interface WrittenRow extends Omit<AnswerRow, 'lane_id' | 'account_id' | 'received_at'> {
  assessment_id: string;
  lane_id: string | null;
  account_id: string | null;
  received_at: string | null;
  vseq: number;
}

/** An assessment with those of its cells that were asked for, column by column. */
export interface AskedRow extends AnswerLists {
  target_id: string;
  assessment_id: string;
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

/** The parameters of `SAVE` before the lists of answers. */
const COMMON = { lane_id: '$5', account_id: '$6', received_at: '$4' };
const FIRST_LIST = 7;

const FIND_ASKED = new Statement(
  'find-asked-answers',
  `select s.target_id, s.id as assessment_id, c.*
   from (select distinct v.target_id from visit v where v.id = any($1)) asked
   join plan_target t on t.id = asked.target_id
   join assessment s on s.target_id = t.id and s.criteria_version_id = t.criteria_version_id and s.round = 'on_site'
   cross join lateral (
     select ${ANSWER_LISTS} from answer a where a.assessment_id = s.id and a.criterion_key = any($2)
   ) c`,
);

const SAVE = new Statement(
  'save-answers',
  `with answers as (
    ${upsertAnswers('$1', COMMON, FIRST_LIST)}
  ), areas as (
    update assessment_area a
    set points = a.points + c.points, max_points = a.max_points + c.max, bonus = a.bonus + c.bonus,
        penalty = a.penalty + c.penalty, full_count = a.full_count + c."full", short_count = a.short_count + c.short,
        excluded_count = a.excluded_count + c.excluded, not_checked_count = a.not_checked_count + c."notChecked"
    from json_to_recordset($2) as c(assessment_id uuid, area text, points numeric, max numeric, bonus numeric,
      penalty numeric, "full" integer, short integer, excluded integer, "notChecked" integer)
    where a.assessment_id = c.assessment_id and a.area = c.area
  )
  update assessment s set conflicts = s.conflicts + c.conflicts, changed_at = $4
  from json_to_recordset($3) as c(id uuid, conflicts integer) where s.id = c.id`,
);

@Injectable()
export class AnswersRepository {
  constructor(private readonly db: Database) {}

  /** The assessments of the targets of visits, each beside its cells of these criteria. */
  findAsked(visits: readonly string[], criteria: readonly string[]): Promise<AskedRow[]> {
    return this.db.query<AskedRow>(FIND_ASKED, [visits, criteria]);
  }

  /** All cells of targets under the versions they are held to. */
  list(targets: readonly string[]): Promise<TargetAnswerRow[]> {
    return this.db.query<TargetAnswerRow>(
      `select s.target_id, ${ANSWER_COLUMNS}
       from assessment s
       join plan_target t on t.id = s.target_id and t.criteria_version_id = s.criteria_version_id
       join answer a on a.assessment_id = s.id
       where s.target_id = any($1) and s.round = 'on_site' order by s.target_id, a.criterion_key, a.field`,
      [targets],
    );
  }

  /** Cells of a target that changed after a number, in the order of their last changes. */
  listSince(target: string, after: number, limit: number): Promise<ChangedAnswerRow[]> {
    return this.db.query<ChangedAnswerRow>(
      `select a.vseq, ${ANSWER_COLUMNS}
       from assessment s
       join plan_target t on t.id = s.target_id and t.criteria_version_id = s.criteria_version_id
       join answer a on a.assessment_id = s.id
       where s.target_id = $1 and s.round = 'on_site' and a.vseq > $2 order by a.vseq limit $3`,
      [target, after, limit],
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

  /** Cells as they are now, and what that changes in the kept totals; stands when the work ends. */
  save(
    answers: readonly WrittenRow[],
    areas: readonly AreaChange[],
    assessments: readonly AssessmentChange[],
    { lane, account, receivedAt }: SaidIn,
  ): void {
    this.db.queryLast(SAVE, [
      this.db.provinceId,
      JSON.stringify(areas.map(({ tally, ...place }) => ({ ...place, ...tally }))),
      JSON.stringify(assessments),
      receivedAt,
      lane,
      account,
      ...writtenLists(answers),
    ]);
  }
}
