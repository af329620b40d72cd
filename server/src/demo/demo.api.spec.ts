import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { newId } from '@kiemtra/shared/kernel';
import { AppModule } from '../app.module.js';
import { importNationalUnits } from '../commands/national-units.js';
import { Database } from '../platform/database/database.js';
import { testConfig, TestClock } from '../testing/test-server.js';
import { demoAccountLines, loadDemo } from './demo.js';
import { redateSample } from './redate.js';

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

  it('shows Sóc Trăng 2022 in Cần Thơ under the names of its time, with nothing that its source does not state', async () => {
    const [plan] = await inProvince(
      '92',
      `select title, number, issued_on, starts_on, ends_on, state from plan where year = 2022`,
    );
    expect(plan).toEqual({
      title: 'Ủy ban nhân dân thành phố Sóc Trăng kiểm tra công tác cải cách hành chính năm 2022',
      number: '120/KH-UBND',
      issued_on: '2022-08-23',
      starts_on: '2022-10-25',
      ends_on: '2022-10-27',
      state: 'concluded',
    });
    const targets = await inProvince<{ name: string; successor: string }>(
      '92',
      `select n.name, s.name as successor from plan_target t join plan p on p.id = t.plan_id and p.year = 2022
       join organization o on o.id = t.organization_id
       join organization_name n on n.organization_id = o.id
       join organization_name s on s.organization_id = o.successor_id order by t.position`,
    );
    expect(targets).toEqual([
      { name: 'UBND Phường 1', successor: 'UBND phường Phú Lợi' },
      { name: 'UBND Phường 3', successor: 'UBND phường Phú Lợi' },
      { name: 'UBND Phường 5', successor: 'UBND phường Sóc Trăng' },
      { name: 'UBND Phường 8', successor: 'UBND phường Sóc Trăng' },
      { name: 'UBND Phường 10', successor: 'UBND phường Mỹ Xuyên' },
    ]);
    const [found] = await inProvince(
      '92',
      `select count(*) filter (where kind = 'strength') as strengths, count(*) filter (where kind = 'shortcoming') as shortcomings
      from finding where plan_id in (select id from plan where year = 2022)`,
    );
    expect(found).toEqual({ strengths: 4, shortcomings: 5 });
    const requests = await inProvince<{ due_on: string | null; issued_on: string | null }>(
      '92',
      `select q.issued_on, r.due_on from request q join request_recipient r on r.request_id = q.id where q.plan_id in (select id from plan where year = 2022)`,
    );
    expect(requests).toEqual(Array.from({ length: 4 }, () => ({ issued_on: null, due_on: null })));
  });

  it('keeps the unnamed units of Bắc Ninh 2018 as labels with counts', async () => {
    const labels = await inProvince(
      '24',
      `select label, unit_count from plan_target where label is not null order by position`,
    );
    expect(labels).toEqual([
      { label: 'UBND cấp huyện', unit_count: 7 },
      { label: 'xã thuộc các huyện được kiểm tra', unit_count: 14 },
    ]);
  });

  it('keeps the district and its communes of Đồng Tháp 2020, with the host of the visit', async () => {
    const [visit] = await inProvince<{ date: string; half_day: string; hosts: { name: string }[] }>(
      '82',
      'select date, half_day, hosts from visit',
    );
    expect(visit).toMatchObject({
      date: '2020-05-26',
      half_day: 'morning',
      hosts: [{ name: 'Phạm Tấn Xiếu' }, {}, {}],
    });
  });

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
