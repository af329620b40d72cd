import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { newId } from '@kiemtra/shared/kernel';
import { AppModule } from '../app.module.js';
import { importNationalUnits } from '../commands/national-units.js';
import { Database } from '../platform/database/database.js';
import { testConfig, TestClock } from '../testing/test-server.js';
import { demoAccountLines, loadDemo } from './demo.js';
import { redateSample } from './redate.js';
import { BAC_NINH_2018 } from './testing/bac-ninh-2018.source.js';
import { DONG_THAP_2020 } from './testing/dong-thap-2020.source.js';
import { READ_CAMPAIGN } from './testing/read-campaign.js';
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
  await app.close();
});

const inProvince = async <Row>(code: string, sql: string) => {
  const [province] = await db.directory<{ id: string }>('select id from province where unit_code = $1', [code]);
  return db.within({ requestId: newId(), provinceId: province?.id ?? null, caller: null }, () => db.query<Row>(sql));
};

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

  it('gives each part of the sample something to do', async () => {
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

  it('moves the week of visits to the week of today', async () => {
    clock.at = new Date('2026-12-09T03:00:00Z');
    expect(await redateSample(app)).toBe(14);
    expect(await redateSample(app)).toBe(0);
    const [week] = await inProvince(
      '92',
      `select min(date) as first, max(date) as last from visit where state = 'notified'`,
    );
    expect(week).toEqual({ first: '2026-12-07', last: '2026-12-11' });
  });
});
