import type { AuditActorView, AuditEventView } from '@kiemtra/shared/audit';
import { newId } from '@kiemtra/shared/kernel';
import { createCast, type Cast } from '../testing/cast.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let cast: Cast;
beforeAll(async () => {
  server = await startTestServer();
  cast = await createCast(server);
  for (const day of ['01', '02', '03']) {
    await cast.as('planner').put(`/holidays/2027-01-${day}`, { name: 'Nghỉ bù', isWorkingDay: false });
  }
});
afterAll(() => server.close());

const list = async (query = '') => (await cast.as('leader').get<AuditEventView[]>(`/audit${query}`)).body;

describe('GET /audit', () => {
  it('tells who did what when, in Vietnamese, newest first', async () => {
    const [newest] = await list();
    expect(newest).toMatchObject({ actorName: 'Chuyên viên kế hoạch', summary: 'Đặt ngày nghỉ 03/01/2027: Nghỉ bù' });
    expect(Math.abs(Date.parse(newest?.at ?? '') - Date.now())).toBeLessThan(60_000);
  });

  it('gives the history of one record, page by page', async () => {
    const ofProvince = `?kind=province&subjectId=${cast.provinceId}&limit=2`;
    const first = await list(ofProvince);
    const second = await list(`${ofProvince}&before=${first.at(-1)?.id ?? ''}`);
    expect([...first, ...second].map(({ summary }) => summary.slice(14, 24))).toEqual([
      '03/01/2027',
      '02/01/2027',
      '01/01/2027',
    ]);
    expect(await list('?kind=visit')).toEqual([]);
  });

  it('tells of one person and of some days alone', async () => {
    await cast.as('administrator').put('/holidays/2027-02-01', { name: 'Nghỉ Tết', isWorkingDay: false });
    const actors = (await cast.as('leader').get<AuditActorView[]>('/audit/actors')).body;
    expect(actors).toContainEqual({ id: cast.accounts.planner, name: 'Chuyên viên kế hoạch' });
    const ofPlanner = await list(`?actorId=${cast.accounts.planner}`);
    expect(new Set(ofPlanner.map(({ actorName }) => actorName))).toEqual(new Set(['Chuyên viên kế hoạch']));
    // 00:30 of 05/01/2027 in Vietnam is still the day before in UTC.
    await server.inProvince(cast.provinceId, () =>
      server.db.query(
        `insert into audit_event (province_id, id, at, actor_name, action, summary, subject_kind, subject_id, request_id)
         values ($1, $2, '2027-01-04T17:30:00Z', 'Hệ thống', 'x', 'Việc ban đêm', 'province', $1, 'x')`,
        [cast.provinceId, newId()],
      ),
    );
    const on = async (from: string, to: string) => (await list(`?from=${from}&to=${to}`)).map(({ summary }) => summary);
    expect(await on('2027-01-05', '2027-01-05')).toEqual(['Việc ban đêm']);
    expect(await on('2027-01-04', '2027-01-04')).toEqual([]);
    expect((await cast.as('leader').get('/audit?from=2027-02-30')).status).toBe(422);
    expect((await cast.as('unitOfficer').get('/audit/actors')).status).toBe(403);
    const other = await createCast(server);
    expect((await other.as('leader').get<AuditActorView[]>('/audit/actors')).body).not.toContainEqual(actors[0]);
  });

  it('is closed to units and shows no other province', async () => {
    expect((await cast.as('unitOfficer').get('/audit')).status).toBe(403);
    const other = await createCast(server);
    expect((await other.as('leader').get<AuditEventView[]>(`/audit?subjectId=${cast.provinceId}`)).body).toEqual([]);
  });

  it('cannot be changed by the app', async () => {
    for (const sql of ['delete from audit_event', `update audit_event set summary = ''`, 'truncate audit_event']) {
      await expect(server.inProvince(cast.provinceId, () => server.db.query(sql))).rejects.toThrow(/permission denied/);
    }
  });
});
