import { newId } from '@kiemtra/shared/kernel';
import { noticeText, type NoticeCountView, type NoticesView } from '@kiemtra/shared/reminders';
import type { Part } from '../testing/cast.js';
import { accepted } from '../testing/deeds.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { DailyReminders } from './daily-reminders.service.js';
import { createAddressed, type Addressed } from './testing/addressed.js';

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

const remindOn = (day: string) => {
  server.clock.at = new Date(`${day}T07:00:00+07:00`);
  return server.app.get(DailyReminders).remind(ward.cast.provinceId);
};
const list = async (part: Part) => (await accepted(ward.cast.as(part).get<NoticesView>('/notices'))).items;
const texts = async (part: Part) => (await list(part)).map(noticeText);
const count = async (part: Part) => (await accepted(ward.cast.as(part).get<NoticeCountView>('/notices/count'))).unread;
const move = (part: Part, organizationId: string) =>
  server.db.directory('update account set organization_id = $2 where id = $1', [
    ward.cast.accounts[part],
    organizationId,
  ]);

describe('GET /notices', () => {
  it('tells a unit of its own requests alone, the newest of each', async () => {
    await remindOn('2026-03-20');
    await remindOn('2026-03-26');
    expect(await list('unitOfficer')).toMatchObject([
      {
        kind: 'due',
        days: -1,
        toldOn: '2026-03-26',
        isRead: false,
        recipient: 'UBND phường Một',
        text: 'Niêm yết thủ tục hành chính.',
        dueOn: '2026-03-27',
        recipientId: ward.recipientId,
      },
    ]);
    for (const part of ['otherUnitOfficer', 'planner', 'leader'] as const) expect(await list(part)).toEqual([]);
  });

  it('tells the planner of every escalation, the leader of the last step', async () => {
    await remindOn('2026-03-30');
    const first = 'Báo cáo khắc phục quá hạn 1 ngày làm việc, báo đến Cán bộ đầu mối của đơn vị';
    expect([await texts('unitOfficer'), await texts('planner')]).toEqual([[first], [first]]);
    expect(await texts('leader')).toEqual([]);
    await remindOn('2026-04-20');
    const last = 'Báo cáo khắc phục quá hạn 16 ngày làm việc, báo đến Lãnh đạo Sở';
    for (const part of ['unitOfficer', 'planner', 'leader'] as const) expect(await texts(part)).toEqual([last]);
  });

  it('tells the body above a unit from its step on, without a way into the request', async () => {
    await move('otherUnitOfficer', ward.cast.organizations.people);
    await remindOn('2026-04-06');
    expect(await list('otherUnitOfficer')).toEqual([]);
    await remindOn('2026-04-13');
    expect(await list('otherUnitOfficer')).toMatchObject([{ recipient: 'UBND phường Một', recipientId: null }]);
  });

  it('tells the department of a report, and nobody once it is accepted', async () => {
    await remindOn('2026-03-30');
    const officer = ward.cast.as('unitOfficer');
    const at = `/request-recipients/${ward.recipientId}`;
    await accepted(officer.post(`${at}/acknowledge`, { id: newId() }));
    await accepted(officer.post(`${at}/report`, { id: newId(), text: 'Đã niêm yết.', files: [] }));
    expect([await list('unitOfficer'), await list('planner')]).toEqual([[], []]);
    // The thread bears the time of the database; this Monday is after any day on which this runs.
    await remindOn('2099-01-05');
    for (const part of ['planner', 'leader'] as const) expect(await list(part)).toMatchObject([{ kind: 'decision' }]);
    expect(await list('unitOfficer')).toEqual([]);
    await accepted(ward.cast.as('planner').post(`${at}/accept`, { id: newId() }));
    expect(await list('planner')).toEqual([]);
  });

  it('keeps what concerns the own body from people of the department', async () => {
    await move('planner', ward.cast.organizations.wardOne);
    await remindOn('2026-04-20');
    expect([await list('planner'), await count('planner')]).toEqual([[], 0]);
    expect(await list('leader')).toHaveLength(1);
  });

  it('ends when the plan is cancelled or the due date is another', async () => {
    await remindOn('2026-04-20');
    const change = (sql: string, id: string) =>
      server.inProvince(ward.cast.provinceId, () => server.db.query(sql, [id]));
    await change(`update request_recipient set due_on = '2026-05-29' where id = $1`, ward.recipientId);
    expect(await list('unitOfficer')).toEqual([]);
    await change(`update request_recipient set due_on = '2026-03-27' where id = $1`, ward.recipientId);
    expect(await list('unitOfficer')).toHaveLength(1);
    await change(`update plan set state = 'cancelled' where id = $1`, ward.planId);
    expect(await list('unitOfficer')).toEqual([]);
  });
});

describe('POST /notices/read', () => {
  it('is the reader’s own, and the next notice counts again', async () => {
    await remindOn('2026-03-30');
    const [notice] = await list('unitOfficer');
    const body = { noticeIds: [notice?.id ?? ''] };
    expect([await count('unitOfficer'), await count('planner')]).toEqual([1, 1]);
    for (const _ of [1, 2]) await accepted(ward.cast.as('unitOfficer').post('/notices/read', body));
    expect([await count('unitOfficer'), await count('planner')]).toEqual([0, 1]);
    expect(await list('unitOfficer')).toMatchObject([{ isRead: true }]);
    await remindOn('2026-04-06');
    expect(await count('unitOfficer')).toBe(1);
  });

  it('refuses what is told to others, and an empty list', async () => {
    await remindOn('2026-03-30');
    const [notice] = await list('unitOfficer');
    const other = ward.cast.as('otherUnitOfficer');
    expect((await other.post('/notices/read', { noticeIds: [notice?.id] })).status).toBe(404);
    expect((await other.post('/notices/read', { noticeIds: [] })).problem.violations).toMatchObject([
      { path: 'noticeIds' },
    ]);
    const readings = () => server.db.query('select from notice_reading');
    expect(await server.inProvince(ward.cast.provinceId, readings)).toEqual([]);
  });
});
