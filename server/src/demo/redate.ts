import { WorkingCalendar, type Holiday } from '@kiemtra/shared/calendar';
import { addDays, dateInVietnam, daysBetween, type CalendarDate } from '@kiemtra/shared/kernel';
import { dueDate } from '@kiemtra/shared/remediation';
import type { QueryRunner } from 'typeorm';
import type { Config } from '../platform/config/config.js';
import { ownerDataSource } from '../platform/database/data-source.js';
import { runSql } from '../platform/database/statement.js';
import { sampleMonday } from './sample-campaign.js';
import { SAMPLE_TIMES, type Times } from './sample-times.js';

/**
 * Moves every sample campaign by whole weeks, so that its week of visits is this week. Gives the number of days moved.
 * It works as the owner of the tables, because the application itself cannot change a thread.
 */
export async function redateSample(config: Config, now: Date): Promise<number> {
  const source = await ownerDataSource(config).initialize();
  const runner = source.createQueryRunner();
  try {
    let moved = 0;
    for (const { id } of await runSql<{ id: string }>(runner, 'select id from province order by id', [])) {
      await runner.startTransaction();
      await runner.query(`select set_config('app.province_id', $1, true)`, [id]);
      moved = (await redateProvince(runner, now)) || moved;
      await runner.commitTransaction();
    }
    return moved;
  } finally {
    await runner.release();
    await source.destroy();
  }
}

async function redateProvince(runner: QueryRunner, now: Date): Promise<number> {
  const [plan] = await runSql<{ starts_on: CalendarDate }>(
    runner,
    `select starts_on from plan where is_sample and state <> 'draft' and starts_on is not null order by starts_on limit 1`,
    [],
  );
  if (!plan) return 0;
  // The sample begins in the week before its week of visits.
  const days = daysBetween(addDays(plan.starts_on, 7), sampleMonday(dateInVietnam(now)));
  if (days === 0) return 0;
  for (const times of SAMPLE_TIMES) await runner.query(moveOf(times, days, now));
  await countTermsAnew(runner);
  return days;
}

/** SQL: the move of one table. What was done stays done: an instant moves to now at most. */
function moveOf({ table, rows, days = [], instants = [], siblings = [] }: Times, by: number, now: Date): string {
  const last = `'${now.toISOString()}'`;
  const text = (at: string) => `case when ${at}::timestamptz + interval '${by} days' > ${last} then ${last}
    else (left(${at}, 10)::date + ${by})::text || substr(${at}, 11) end`;
  const sets = [
    ...days.map((column) => `${column} = ${column} + ${by}`),
    // The least of null and now would be now.
    ...instants.map(
      (column) =>
        `${column} = case when ${column} is not null then least(${column} + interval '${by} days', ${last}) end`,
    ),
    ...siblings.map(
      (column) => `${column} = (
        select jsonb_agg(word || jsonb_build_object('by', word->'by' || jsonb_build_object(
          'received_at', ${text(`(word->'by'->>'received_at')`)}
        )) order by place) from jsonb_array_elements(${column}) with ordinality as words (word, place)
      )`,
    ),
  ];
  return `update ${table} set ${sets.join(', ')} where ${rows}`;
}

/** SQL: when the term of each row of the sample with a due date begins, and how long it is. */
const TERMS = {
  request_recipient: `
    select r.id, q.issued_on as begins_on, r.working_days from request_recipient r join request q on q.id = r.request_id
    join plan p on p.id = q.plan_id where p.is_sample and r.due_on is not null`,
  draft_conclusion: `
    select d.id, d.put_on as begins_on, d.working_days from draft_conclusion d
    join plan p on p.id = d.plan_id where p.is_sample and d.due_on is not null`,
};

/** Due dates follow from the days on which their terms begin over the province's working days. */
async function countTermsAnew(runner: QueryRunner): Promise<void> {
  const calendar = new WorkingCalendar(
    await runSql<Holiday>(runner, `select date, is_working_day as "isWorkingDay" from holiday`, []),
  );
  for (const [table, sql] of Object.entries(TERMS)) {
    const terms = await runSql<{ id: string; begins_on: CalendarDate; working_days: number }>(runner, sql, []);
    await runner.query(
      `update ${table} r set due_on = d.due_on from unnest($1::uuid[], $2::date[]) as d(id, due_on) where r.id = d.id`,
      [
        terms.map(({ id }) => id),
        terms.map(({ begins_on, working_days }) => dueDate(begins_on, working_days, calendar)),
      ],
    );
  }
}
