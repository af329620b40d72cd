import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { addDays, newId } from '@kiemtra/shared/kernel';
import { ROLES } from '@kiemtra/shared/users';
import { AppModule } from '../app.module.js';
import { importNationalUnits } from '../commands/national-units.js';
import { Database } from '../platform/database/database.js';
import { testConfig, TestClock } from '../testing/test-server.js';
import { DEMO_PARTS, DEMO_UNIT_PARTS } from './accounts.js';
import { DemoActor } from './demo-actor.js';
import { demoAccountLines, loadDemo } from './demo.js';
import { redateSample } from './redate.js';
import { BAC_NINH_2018 } from './testing/bac-ninh-2018.source.js';
import { DONG_THAP_2020 } from './testing/dong-thap-2020.source.js';
import { FIRST_THINGS } from './testing/first-things.js';
import { leaveDemo } from './testing/leave-demo.js';
import { READ_CAMPAIGN } from './testing/read-campaign.js';
import { COMPLETE_THE_SAMPLE, SAMPLE_ROWS, TABLES_WITH_TIMES, WALKED_TABLES, timesOf } from './testing/sample-walk.js';
import { SOC_TRANG_2022 } from './testing/soc-trang-2022.source.js';

let app: INestApplicationContext;
let db: Database;
const clock = new TestClock();
const lines: string[] = [];

beforeAll(async () => {
  clock.at = new Date('2026-11-25T03:00:00Z');
  app = await NestFactory.createApplicationContext(AppModule.of(testConfig(), { clock }), { logger: ['error'] });
  db = app.get(Database);
  await importNationalUnits(app);
  await loadDemo(app, (line) => lines.push(line));
}, 60_000);
afterAll(async () => {
  await db.directory(`delete from try_counter`);
  await leaveDemo(db);
  await app.close();
});

const within = async <T>(code: string, work: () => Promise<T>) => {
  const [province] = await db.directory<{ id: string }>('select id from province where unit_code = $1', [code]);
  return db.within({ requestId: newId(), provinceId: province?.id ?? null, caller: null }, work);
};
const inProvince = <Row>(code: string, sql: string) => within(code, () => db.query<Row>(sql));

/** A day moved by days; an instant moved too, as ISO text, but never past now. */
function later(time: string, days: number, now: Date): string {
  if (!time.includes('T')) return addDays(time, days);
  return new Date(Math.min(new Date(time).getTime() + days * 86_400_000, now.getTime())).toISOString();
}

describe('the demonstration', () => {
  it('holds four provinces and tells its accounts', async () => {
    expect(lines).toHaveLength(4);
    expect((await demoAccountLines(app)).join('\n')).toMatch(
      /mật khẩu chung[\s\S]*can-tho\.demo-kehoach[\s\S]*can-tho\.demo-donvi2/,
    );
  });

  it.each([SOC_TRANG_2022, DONG_THAP_2020, BAC_NINH_2018])(
    'tells of "$plan.title" what its source states and nothing else',
    async ({ unitCode, ...stated }) => {
      expect(await inProvince(unitCode, READ_CAMPAIGN)).toEqual([stated]);
    },
  );

  it.each(Object.entries(FIRST_THINGS))('gives %s something to do right after login', async (part, lists) => {
    await within('92', async () => {
      const actor = await DemoActor.of(app, `can-tho.demo-${part}`);
      for (const read of lists) expect(await read(app, actor)).not.toEqual([]);
    });
  });

  it('tells of every account that can log in, one at least for each role', async () => {
    const told = (await demoAccountLines(app)).flatMap((line) => /demo-(\w+)/.exec(line)?.[1] ?? []);
    expect(told).toEqual(Object.keys(FIRST_THINGS));
    const parts = [...DEMO_PARTS, ...DEMO_UNIT_PARTS].filter(({ name }) => told.includes(name));
    expect(new Set(parts.map(({ role }) => role))).toEqual(new Set(ROLES));
  });

  it.each(['92', '82', '24', '68'])(
    'has every part at its own body in province %s, which the sample does not inspect',
    async (code) => {
      const bodies = await inProvince<{ part: string; body: string; is_target: boolean }>(
        code,
        `select split_part(login_name, '.demo-', 2) as part, n.name as body,
              exists (select from plan_target t join plan p on p.id = t.plan_id where p.is_sample and t.organization_id = n.organization_id) as is_target
       from account a join organization_name n on n.organization_id = a.organization_id and n.valid_to is null
       where login_name like '%.demo-%' and not 'unit_officer' = any(roles) order by 1`,
      );
      expect(bodies.filter(({ is_target: isTarget }) => isTarget)).toEqual([]);
      expect(bodies).toHaveLength(DEMO_PARTS.length);
      expect(bodies.find(({ part }) => part === 'thamdinh')?.body).toBe('Sở Tư pháp');
      expect(bodies.find(({ part }) => part === 'nguoixem')?.body).toMatch(/^Văn phòng UBND (tỉnh|thành phố)$/);
    },
  );

  it('holds a request in each state that a part may meet', async () => {
    const states = await inProvince<{ state: string }>(
      '92',
      `select state from request_recipient where due_on is not null order by state`,
    );
    expect(states.map(({ state }) => state)).toEqual(['accepted', 'acknowledged', 'issued', 'reported', 'returned']);
    const [checked] = await inProvince(
      '92',
      `select sum(full_count) as met, sum(short_count) as missed, sum(not_checked_count) as not_checked, sum(total) as total
       from assessment_area`,
    );
    expect(checked).toEqual({ met: 68, missed: 5, not_checked: 2, total: 76 });
  });

  describe('when it is moved to another week', () => {
    const WEEKS = 5;
    const read = async () => timesOf(await inProvince('92', SAMPLE_ROWS));
    let before: Map<string, string>;
    let days: number;

    beforeAll(async () => {
      await inProvince('92', COMPLETE_THE_SAMPLE);
      before = await read();
      clock.at = new Date('2026-12-30T03:00:00Z');
      days = await redateSample(testConfig(), clock.now());
    });

    it('knows every table that bears times', async () => {
      const tables = await inProvince<{ name: string }>('92', TABLES_WITH_TIMES);
      expect(tables.map(({ name }) => name)).toEqual(WALKED_TABLES);
      const walked = [...before.keys()].map((place) => place.split('.')[0] ?? '');
      expect([...new Set(walked)].sort()).toEqual(WALKED_TABLES);
    });

    it('takes every day and instant along, and leaves nothing that was done in the future', async () => {
      expect(days).toBe(WEEKS * 7);
      const moved = new Map(
        [...before]
          .filter(([place]) => !place.endsWith('.due_on'))
          .map(([place, time]) => [place, place.endsWith('.data_from') ? time : later(time, WEEKS * 7, clock.now())]),
      );
      const after = [...(await read())].filter(([place]) => !place.endsWith('.due_on'));
      expect(new Map(after.map(([place, time]) => [place, later(time, 0, clock.now())]))).toEqual(moved);
    });

    it('counts the terms anew, over New Year', async () => {
      const due = await inProvince(
        '92',
        'select distinct working_days, due_on from request_recipient where due_on is not null order by working_days',
      );
      expect(due).toEqual([
        { working_days: 5, due_on: '2027-01-04' },
        { working_days: 10, due_on: '2027-01-11' },
        { working_days: 15, due_on: '2027-01-18' },
      ]);
      expect(await inProvince('92', 'select put_on, due_on from draft_conclusion')).toEqual([
        { put_on: '2026-12-30', due_on: '2027-01-07' },
      ]);
    });

    it('puts the week of visits into the week of today, and stays there', async () => {
      const [week] = await inProvince(
        '92',
        `select min(date) as first, max(date) as last from visit where state = 'notified'`,
      );
      expect(week).toEqual({ first: '2026-12-28', last: '2027-01-01' });
      expect(await redateSample(testConfig(), clock.now())).toBe(0);
    });
  });
});
