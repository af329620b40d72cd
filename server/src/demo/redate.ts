import type { INestApplicationContext } from '@nestjs/common';
import { addDays, daysBetween, newId, type CalendarDate } from '@kiemtra/shared/kernel';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { sampleMonday } from './sample-campaign.js';

/** Moves every sample campaign by whole weeks, so that its week of visits is this week. Gives the number of days moved. */
export async function redateSample(app: INestApplicationContext): Promise<number> {
  const db = app.get(Database);
  let moved = 0;
  for (const { id } of await db.directory<{ id: string }>('select id from province')) {
    moved = (await db.within({ requestId: newId(), provinceId: id, caller: null }, () => redateProvince(app))) || moved;
  }
  return moved;
}

async function redateProvince(app: INestApplicationContext): Promise<number> {
  const db = app.get(Database);
  const plan = await db.one<{ starts_on: CalendarDate }>(
    `select starts_on from plan where is_sample and state <> 'draft' and starts_on is not null order by starts_on limit 1`,
  );
  if (!plan) return 0;
  // The sample begins in the week before its week of visits.
  const days = daysBetween(addDays(plan.starts_on, 7), sampleMonday(app.get(Clock).today()));
  if (days === 0) return 0;
  const ofSample = `plan_id in (select id from plan where is_sample)`;
  await db.query(`update visit set date = date + $1::int where ${ofSample}`, [days]);
  await db.query(`update team set decision_on = decision_on + $1::int where ${ofSample}`, [days]);
  await db.query(
    `update request_recipient set due_on = due_on + $1::int where request_id in (select id from request where ${ofSample})`,
    [days],
  );
  await db.query(`update request set issued_on = issued_on + $1::int where ${ofSample}`, [days]);
  await db.query(
    `update plan set issued_on = issued_on + $1::int, starts_on = starts_on + $1::int, ends_on = ends_on + $1::int where is_sample`,
    [days],
  );
  return days;
}
