import type { HolidayView } from '@kiemtra/shared/calendar';
import { createCast, type Cast } from '../testing/cast.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let cast: Cast;
beforeAll(async () => {
  server = await startTestServer();
  cast = await createCast(server);
});
afterAll(() => server.close());

const tet = { name: 'Tết Nguyên đán', isWorkingDay: false };

describe('PUT /holidays/:date', () => {
  it('sets a holiday that everybody of the province then reads', async () => {
    expect((await cast.as('planner').put('/holidays/2026-02-17', tet)).status).toBe(204);
    const { body } = await cast.as('unitOfficer').get<HolidayView[]>('/holidays?year=2026');
    expect(body).toEqual([{ date: '2026-02-17', ...tet }]);
  });

  it('is refused to those who may not, and changes nothing', async () => {
    const answer = await cast.as('unitOfficer').put('/holidays/2026-04-30', tet);
    expect(answer.status).toBe(403);
    expect((await cast.as('planner').get<HolidayView[]>('/holidays?year=2026')).body).toHaveLength(1);
  });

  it.each([['2026-02-30'], ['hom-nay'], ['%00']])('finds no day %s', async (date) => {
    expect((await cast.as('planner').put(`/holidays/${date}`, tet)).status).toBe(404);
  });

  it('names every wrong field', async () => {
    const answer = await cast.as('planner').put('/holidays/2026-02-18', { name: '', isWorkingDay: 'có', extra: 1 });
    expect(answer.status).toBe(422);
    expect(answer.problem.violations.map(({ path }) => path).sort()).toEqual(['extra', 'isWorkingDay', 'name']);
  });
});

describe('DELETE /holidays/:date', () => {
  it('removes it, and only of the own province', async () => {
    const other = await createCast(server);
    expect((await other.as('planner').delete('/holidays/2026-02-17')).status).toBe(404);
    expect((await cast.as('planner').delete('/holidays/2026-02-17')).status).toBe(204);
    expect((await cast.as('planner').get<HolidayView[]>('/holidays?year=2026')).body).toEqual([]);
  });
});
