import { WorkingCalendar } from '@kiemtra/shared/calendar';
import { dateInVietnam, newId } from '@kiemtra/shared/kernel';
import { AppModule } from '../app.module.js';
import { createApplication } from '../platform/http/application.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { accepted } from '../testing/deeds.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { DailyReminders, REMINDERS } from './daily-reminders.service.js';
import { always, createAddressed, type Addressed } from './testing/addressed.js';

// Weeks are lived through day by day.
jest.setTimeout(60_000);

let server: TestServer;
let ward: Addressed;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  ward = await createAddressed(server);
});

const run = () => server.app.get(DailyReminders).run(always);
const runAt = (day: string, time = '07:00') => {
  server.clock.at = new Date(`${day}T${time}:00+07:00`);
  return run();
};

const linesOf = async ({ cast, recipientId }: Addressed) => {
  const rows = await server.inProvince(cast.provinceId, () =>
    server.db.query<{ line: string }>(
      `select told_on || ' ' || kind || ' ' || step as line from notice where recipient_id = $1 order by told_on, id`,
      [recipientId],
    ),
  );
  return rows.map(({ line }) => line);
};
const historyOf = async ({ cast, recipientId }: Addressed) => {
  const { body } = await cast
    .as('planner')
    .get<{ summary: string }[]>(`/audit?kind=request_recipient&subjectId=${recipientId}`);
  return body.map(({ summary }) => summary).filter((summary) => summary.startsWith('Quá hạn'));
};

/** Twice a day from the first day on. */
async function liveThrough(from: string, days: number): Promise<void> {
  for (let halfDay = 0; halfDay < days * 2; halfDay += 1) {
    server.clock.at = new Date(Date.parse(`${from}T07:00:00+07:00`) + halfDay * 43_200_000);
    await run();
  }
}

describe('the daily job', () => {
  it('reminds before and on the due date and goes up the ladder over four weeks', async () => {
    await liveThrough('2026-03-14', 6 * 7);
    expect(await linesOf(ward)).toEqual([
      '2026-03-20 due -5',
      '2026-03-26 due -1',
      '2026-03-27 due 0',
      '2026-03-30 escalation 1',
      '2026-04-06 escalation 2',
      '2026-04-13 escalation 3',
      '2026-04-20 escalation 4',
    ]);
    expect(await historyOf(ward)).toEqual([
      'Quá hạn 16 ngày làm việc, UBND phường Một: báo đến Lãnh đạo Sở',
      'Quá hạn 11 ngày làm việc, UBND phường Một: báo đến Cơ quan cấp trên của đơn vị',
      'Quá hạn 6 ngày làm việc, UBND phường Một: báo đến Người đứng đầu đơn vị',
      'Quá hạn 1 ngày làm việc, UBND phường Một: báo đến Cán bộ đầu mối của đơn vị',
    ]);
  });

  it('begins a day at seven in the morning', async () => {
    await runAt('2026-03-19');
    await runAt('2026-03-20', '06:59');
    expect(await linesOf(ward)).toEqual([]);
    await runAt('2026-03-20', '07:00');
    expect(await linesOf(ward)).toEqual(['2026-03-20 due -5']);
  });

  it('counts over the holidays of the province', async () => {
    await accepted(ward.cast.as('planner').put('/holidays/2026-03-26', { name: 'Nghỉ', isWorkingDay: false }));
    await liveThrough('2026-03-14', 13);
    expect(await linesOf(ward)).toEqual(['2026-03-19 due -5', '2026-03-25 due -1']);
  });

  it('goes by the date that was granted', async () => {
    const { cast, recipientId } = ward;
    await server.inProvince(cast.provinceId, () =>
      server.db.query(`update request_recipient set extended_to = '2026-04-10' where id = $1`, [recipientId]),
    );
    await liveThrough('2026-03-14', 4 * 7);
    expect(await linesOf(ward)).toEqual(['2026-04-03 due -5', '2026-04-09 due -1', '2026-04-10 due 0']);
  });

  it('tells the newest alone after days on which no server ran', async () => {
    await runAt('2026-03-20');
    await runAt('2026-04-15');
    await runAt('2026-04-16');
    expect(await linesOf(ward)).toEqual(['2026-03-20 due -5', '2026-04-15 escalation 3']);
  });

  it('tells the department of a report, and the unit nothing while it waits', async () => {
    const officer = ward.cast.as('unitOfficer');
    await accepted(officer.post(`/request-recipients/${ward.recipientId}/acknowledge`, { id: newId() }));
    const report = { id: newId(), text: 'Đã niêm yết.', files: [] };
    await accepted(officer.post(`/request-recipients/${ward.recipientId}/report`, report));
    // The thread bears the time of the database.
    const next = new WorkingCalendar([]).after(dateInVietnam(new Date()), 1);
    await runAt(next);
    expect(await linesOf(ward)).toEqual([`${next} decision 1`]);
  });

  it('tells nothing of a plan that was cancelled', async () => {
    await server.inProvince(ward.cast.provinceId, () =>
      server.db.query(`update plan set state = 'cancelled' where id = $1`, [ward.planId]),
    );
    await runAt('2026-04-15');
    expect(await linesOf(ward)).toEqual([]);
  });
});

describe('two servers on one database', () => {
  let second: Awaited<ReturnType<typeof createApplication>>;
  beforeAll(async () => {
    second = await createApplication(AppModule.of(server.config, { clock: server.clock }), server.config);
    await second.init();
  });
  afterAll(() => second.close());

  it('tell once', async () => {
    server.clock.at = new Date('2026-03-30T00:00:00Z');
    await Promise.all([run(), second.get(DailyReminders).run(always), run(), second.get(DailyReminders).run(always)]);
    expect(await linesOf(ward)).toEqual(['2026-03-30 escalation 1']);
    expect(await historyOf(ward)).toHaveLength(1);
  });

  it('do once what both took', async () => {
    server.clock.at = new Date('2026-03-30T00:00:00Z');
    const remind = (at: typeof second) => at.get(DailyReminders).remind(ward.cast.provinceId);
    await Promise.all([remind(server.app), remind(second)]);
    expect(await linesOf(ward)).toEqual(['2026-03-30 escalation 1']);
    expect(await historyOf(ward)).toHaveLength(1);
  });

  it('leave nothing half told: what breaks off in the middle is done by whoever comes next', async () => {
    server.clock.at = new Date('2026-03-30T00:00:00Z');
    const { provinceId } = ward.cast;
    // Somebody holds the very notice that is about to be written, until the job gives up.
    const held = server.inProvince(provinceId, async () => {
      await server.db.query(
        `insert into notice (province_id, id, recipient_id, kind, counted_from, step, days, told_on)
         values ($1, $2, $3, 'escalation', '2026-03-27', 1, 1, '2026-03-30')`,
        [provinceId, newId(), ward.recipientId],
      );
      await expect(server.app.get(DailyReminders).remind(provinceId)).rejects.toThrow(/lock timeout/);
      throw new Error('taken back');
    });
    await expect(held).rejects.toThrow('taken back');
    expect([await linesOf(ward), await historyOf(ward)]).toEqual([[], []]);
    await second.get(DailyReminders).run(always);
    expect(await linesOf(ward)).toEqual(['2026-03-30 escalation 1']);
  });

  it('do what a server took that died', async () => {
    server.clock.at = new Date('2026-03-30T00:00:00Z');
    const { provinceId } = ward.cast;
    await server.inProvince(provinceId, () => server.app.get(Jobs).send(REMINDERS, { provinceId }, provinceId));
    const taken = await server.db.directory(
      `update pgboss.job set state = 'active', started_on = now() where name = 'reminders' and singleton_key = $1 returning id`,
      [provinceId],
    );
    expect(taken).toHaveLength(1);
    await second.get(DailyReminders).run(always);
    expect(await linesOf(ward)).toEqual(['2026-03-30 escalation 1']);
  });
});
