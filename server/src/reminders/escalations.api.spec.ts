import type { EscalationView, LadderView } from '@kiemtra/shared/reminders';
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
const ladderOf = () => `/plans/${ward.planId}/escalation-ladder`;
const set = (body: object) => ward.cast.as('planner').put<LadderView>(ladderOf(), body);
const LATER = { version: 0, officer: 2, head: 4, superior: 8, leader: 12 };

describe('the ladder of a campaign', () => {
  it('is the usual one until the planner sets another', async () => {
    const get = () => accepted(ward.cast.as('leader').get<LadderView>(ladderOf()));
    expect(await get()).toEqual({ version: 0, officer: 1, head: 6, superior: 11, leader: 16 });
    expect(await accepted(set(LATER))).toEqual({ ...LATER, version: 1 });
    await remindOn('2026-03-30');
    const first = await accepted(ward.cast.as('planner').get(`/plans/${ward.planId}/escalations`));
    expect(first).toEqual([]);
    await remindOn('2026-04-02');
    const then = await accepted(ward.cast.as('planner').get(`/plans/${ward.planId}/escalations`));
    expect(then).toMatchObject([{ step: 2, days: 4 }]);
  });

  it('takes the same twice as one, and refuses what another has changed', async () => {
    for (const _ of [1, 2]) expect((await set(LATER)).body.version).toBe(1);
    expect((await set({ ...LATER, leader: 20 })).problem.code).toBe('request.stale');
    expect((await set({ ...LATER, leader: 20, version: 1 })).body).toMatchObject({ leader: 20, version: 2 });
    expect((await set({ ...LATER, leader: 21, version: 7 })).problem.code).toBe('request.stale');
  });

  it('names every step that does not ascend or is out of bounds, and changes nothing', async () => {
    const down = await set({ ...LATER, superior: 4, leader: 4 });
    expect([down.status, down.problem.violations.map(({ path }) => path)]).toEqual([422, ['superior', 'leader']]);
    const wide = await set({ ...LATER, officer: 0, leader: 251 });
    expect([wide.status, wide.problem.violations.map(({ path }) => path)]).toEqual([422, ['officer', 'leader']]);
    expect((await accepted(ward.cast.as('planner').get<LadderView>(ladderOf()))).version).toBe(0);
  });
});

describe('the steps that were taken', () => {
  it('stand with the request for unit and department, and in the list of the campaign', async () => {
    await remindOn('2026-03-30');
    await remindOn('2026-04-06');
    const line = { recipientId: ward.recipientId, recipient: 'UBND phường Một', dueOn: '2026-03-27', daysLate: 6 };
    const expected = [
      { ...line, step: 1, days: 1, toldOn: '2026-03-30' },
      { ...line, step: 2, days: 6, toldOn: '2026-04-06' },
    ];
    const ofPlan = await accepted(ward.cast.as('leader').get<EscalationView[]>(`/plans/${ward.planId}/escalations`));
    expect(ofPlan).toMatchObject(expected);
    const path = `/request-recipients/${ward.recipientId}/escalations`;
    for (const part of ['unitOfficer', 'planner', 'viewer', 'lead'] as const)
      expect(await accepted(ward.cast.as(part).get<EscalationView[]>(path))).toMatchObject(expected);
    expect((await ward.cast.as('otherUnitOfficer').get(path)).status).toBe(404);
  });

  it('say that a request is late no longer', async () => {
    await remindOn('2026-03-30');
    await server.inProvince(ward.cast.provinceId, () =>
      server.db.query(`update request_recipient set state = 'accepted' where id = $1`, [ward.recipientId]),
    );
    const list = await accepted(ward.cast.as('leader').get<EscalationView[]>(`/plans/${ward.planId}/escalations`));
    expect(list).toMatchObject([{ step: 1, daysLate: null }]);
  });
});
