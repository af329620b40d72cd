/**
 * How answers travel to Postgres and back, column by column: a hundred cells are read and written at every batch, and a list
 * of values costs a third of a hundred objects. Codes, keys, numbers and instants hold neither commas nor quotes nor
 * backslashes; values and siblings are JSON.
 */
import type { AnswerRow, WrittenRow } from './answers.repository.js';

const READ: Record<keyof AnswerRow, { sql: string; as: 'text' | 'number' | 'json' }> = {
  criterion_key: { sql: 'a.criterion_key', as: 'text' },
  field: { sql: 'a.field', as: 'text' },
  value: { sql: 'a.value', as: 'json' },
  rev: { sql: 'a.rev', as: 'number' },
  lane_id: { sql: 'a.lane_id', as: 'text' },
  seq: { sql: 'a.seq', as: 'number' },
  account_id: { sql: 'a.account_id', as: 'text' },
  received_at: { sql: `to_char(a.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`, as: 'text' },
  siblings: { sql: 'a.siblings', as: 'json' },
  outcome: { sql: 'a.outcome', as: 'text' },
  points: { sql: 'a.points::text', as: 'text' },
  max_points: { sql: 'a.max_points::text', as: 'text' },
};
const READ_NAMES = Object.keys(READ) as (keyof AnswerRow)[];

/** SQL: the columns of an answer `a`, decimals and instants as text. */
export const ANSWER_COLUMNS = READ_NAMES.map((name) => `${READ[name].sql} as ${name}`).join(', ');

/** SQL: the columns of many answers `a`, each as one list; null for no answers. */
export const ANSWER_LISTS = READ_NAMES.map((name) => {
  const { sql, as } = READ[name];
  return `${as === 'json' ? `json_agg(${sql})` : `string_agg(coalesce((${sql})::text, ''), ',')`} as ${name}`;
}).join(', ');

/** What `ANSWER_LISTS` gives. */
export type AnswerLists = Record<keyof AnswerRow, string | unknown[] | null>;

/** The answers out of their lists. */
export function answersOf(lists: AnswerLists): AnswerRow[] {
  const columns = READ_NAMES.map((name) => [name, READ[name].as, listOf(lists[name])] as const);
  return listOf(lists.criterion_key).map((_, at) => {
    const row: Partial<Record<keyof AnswerRow, unknown>> = {};
    for (const [name, as, values] of columns) {
      const value = values[at];
      row[name] = as === 'number' ? Number(value) : value === '' ? null : value;
    }
    // Every column is one of the row's, and of its type.
    return row as unknown as AnswerRow;
  });
}

function listOf(list: string | unknown[] | null): unknown[] {
  return typeof list === 'string' ? list.split(',') : (list ?? []);
}

const WRITTEN: Record<keyof WrittenRow, string> = {
  assessment_id: 'uuid',
  criterion_key: 'text',
  field: 'text',
  value: 'jsonb',
  rev: 'integer',
  lane_id: 'uuid',
  seq: 'integer',
  account_id: 'uuid',
  received_at: 'timestamptz',
  siblings: 'jsonb',
  outcome: 'text',
  points: 'numeric',
  max_points: 'numeric',
  vseq: 'bigint',
};
const NAMES = Object.keys(WRITTEN) as (keyof WrittenRow)[];
const KEY: readonly string[] = ['assessment_id', 'criterion_key', 'field'];

/** SQL: writes answers of a province from the lists of `writtenLists`, which begin at the given parameter. */
export function upsertAnswers(
  province: string,
  common: Partial<Record<keyof WrittenRow, string>>,
  first: number,
): string {
  const given = NAMES.map((name, index) => {
    const list = `$${first + index}`;
    return WRITTEN[name] === 'jsonb' ? `jsonb_array_elements(${list}::jsonb)` : `unnest(${list}::${WRITTEN[name]}[])`;
  });
  const values = NAMES.map((name) => {
    // JSON's null is nothing said.
    if (WRITTEN[name] === 'jsonb') return `nullif(r.${name}, 'null')`;
    return common[name] ? `coalesce(r.${name}, ${common[name]})` : `r.${name}`;
  });
  const changes = NAMES.filter((name) => !KEY.includes(name)).map((name) => `${name} = excluded.${name}`);
  return `insert into answer (province_id, ${NAMES.join(', ')})
    select ${province}, ${values.join(', ')} from rows from (${given.join(', ')}) as r(${NAMES.join(', ')})
    on conflict (province_id, ${KEY.join(', ')}) do update set ${changes.join(', ')}`;
}

/** Answers as the parameters of `upsertAnswers`. */
export function writtenLists(rows: readonly WrittenRow[]): string[] {
  return NAMES.map((name) => {
    if (WRITTEN[name] === 'jsonb') return JSON.stringify(rows.map((row) => row[name]));
    // No column but the JSON ones holds an object.
    const plain = rows.map((row) => row[name] as string | number | null);
    return `{${plain.map((value) => (value === null ? 'NULL' : `"${value}"`)).join(',')}}`;
  });
}
