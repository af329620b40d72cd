import { newId } from '@kiemtra/shared/kernel';
import type { VisitListItemView } from '@kiemtra/shared/visits';
import { aMember, aSecondPlan, anIssuedPlan, type TestPlan } from '../plans/testing/plans.js';
import { createCast, type Cast, type Part } from '../testing/cast.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { AFTERNOON, aVisit, act, readVisit, schedule, visitBody } from './testing/visits.js';
import { VisitsService } from './visits.service.js';

let server: TestServer;
let cast: Cast;
let other: Cast;
let plan: TestPlan;
beforeAll(async () => {
  server = await startTestServer();
  other = await createCast(server);
});
beforeEach(async () => {
  cast = await createCast(server);
  plan = await anIssuedPlan(server, cast);
});
afterAll(() => server.close());

const statusFor = async (part: Part, id: string) => (await cast.as(part).get(`/visits/${id}`)).status;

describe('a visit from its notice to its end', () => {
  it('is seen by the unit from the notice on, and by no other unit', async () => {
    const id = await aVisit(cast, plan);
    expect(await statusFor('unitOfficer', id)).toBe(404);
    expect(await act(cast, 'planner', id, 'notify')).toBe(204);
    expect(await statusFor('unitOfficer', id)).toBe(200);
    expect(await statusFor('otherUnitOfficer', id)).toBe(404);
    expect((await cast.as('unitOfficer').get<VisitListItemView[]>('/visits')).body).toHaveLength(1);
  });

  it('is begun by any member of the team, which starts the plan, and finalised by its head alone', async () => {
    const id = await aVisit(cast, plan);
    expect(await act(cast, 'otherInspector', id, 'check-in')).toBe(404);
    expect(await act(cast, 'planner', id, 'check-in')).toBe(403);
    expect(await act(cast, 'inspector', id, 'check-in')).toBe(204);
    expect(await act(cast, 'inspector', id, 'check-in')).toBe(409);
    expect((await readVisit(cast, id, 'lead')).plan.state).toBe('in_progress');
    expect(await act(cast, 'inspector', id, 'finalise')).toBe(404);
    expect(await act(cast, 'lead', id, 'finalise')).toBe(204);
    const finalised = await readVisit(cast, id, 'lead');
    expect(finalised).toMatchObject({ state: 'finalised', isMine: true, isLead: true });
    expect(finalised.finalisedAt).not.toBeNull();
    const lines = await server.inProvince(cast.provinceId, () =>
      server.db.query('select actor_name, summary from audit_event where subject_id = $1 order by id', [id]),
    );
    expect(lines).toEqual([
      {
        actor_name: 'Chuyên viên kế hoạch',
        summary: 'Xếp lịch cuộc kiểm tra tại UBND phường Một, Thứ Ba, 03/03/2026 · sáng',
      },
      { actor_name: 'Thành viên một', summary: 'Bắt đầu cuộc kiểm tra tại UBND phường Một, Thứ Ba, 03/03/2026 · sáng' },
      {
        actor_name: 'Trưởng đoàn',
        summary: expect.stringMatching(
          /^Chốt cuộc kiểm tra tại UBND phường Một, Thứ Ba, 03\/03\/2026 · sáng, mã kết quả [0-9A-F]{4}-[0-9A-F]{4}$/,
        ),
      },
    ]);
  });

  it('begins once when two members say so at once, each at another unit of the plan', async () => {
    const [one, two] = [await aVisit(cast, plan), await aVisit(cast, plan, { targetId: plan.wardTwo, ...AFTERNOON })];
    const statuses = await Promise.all([
      act(cast, 'lead', one, 'check-in'),
      act(cast, 'inspector', one, 'check-in'),
      act(cast, 'inspector', two, 'check-in'),
    ]);
    expect(statuses.sort()).toEqual([204, 204, 409]);
  });

  it('is not finalised while values of two members stand side by side', async () => {
    const id = await aVisit(cast, plan);
    await act(cast, 'lead', id, 'check-in');
    await server.inProvince(cast.provinceId, () =>
      server.db.query(
        `insert into assessment (province_id, id, target_id, criteria_version_id, round, conflicts, changed_at)
         select province_id, $2, id, criteria_version_id, 'on_site', 1, now() from plan_target where id = $1`,
        [plan.wardOne, newId()],
      ),
    );
    const answer = await cast.as('lead').post(`/visits/${id}/finalise`);
    expect(answer.problem.title).toMatch(/^Còn 1 tiêu chí có ý kiến khác nhau/);
  });

  it('keeps its plan from being cancelled or concluded while it is open', async () => {
    const id = await aVisit(cast, plan);
    const end = (name: string) => cast.as('planner').post(`/plans/${plan.id}/${name}`, { version: plan.version });
    expect((await end('cancel')).problem.code).toBe('plans.has-open-visits');
    await act(cast, 'lead', id, 'check-in');
    expect((await end('conclude')).problem.code).toBe('plans.has-open-visits');
    await act(cast, 'lead', id, 'finalise');
    expect((await end('conclude')).status).toBe(200);
  });

  it('keeps its team from being taken out of the plan', async () => {
    await aVisit(cast, plan);
    const answer = await cast.as('planner').put(`/plans/${plan.id}/teams`, { version: plan.version, teams: [] });
    expect(answer.problem.code).toBe('plans.team-has-visits');
  });
});

describe('a surprise', () => {
  it('is not notified, and is known to the unit only when the team has come', async () => {
    plan = await anIssuedPlan(server, cast, 'surprise');
    const id = await aVisit(cast, plan);
    expect((await cast.as('planner').post(`/visits/${id}/notify`)).problem.code).toBe('visits.surprise-not-notified');
    const seen = async () => [
      await statusFor('unitOfficer', id),
      (await cast.as('unitOfficer').get(`/plans/${plan.id}`)).status,
      (await cast.as('unitOfficer').get<unknown[]>('/visits')).body.length,
      (await cast.as('unitOfficer').get<unknown[]>('/plans?kind=surprise')).body.length,
    ];
    expect(await seen()).toEqual([404, 404, 0, 0]);
    await act(cast, 'lead', id, 'check-in');
    expect(await seen()).toEqual([200, 200, 1, 1]);
    expect(await statusFor('otherUnitOfficer', id)).toBe(404);
    expect((await cast.as('otherUnitOfficer').get(`/plans/${plan.id}`)).status).toBe(404);
  });
});

describe('GET /visits', () => {
  it('gives the visits of some days, of a plan, and of the own teams, in their order', async () => {
    const afternoon = await aVisit(cast, plan, { ...AFTERNOON, targetId: plan.wardTwo });
    const morning = await aVisit(cast, plan);
    await aVisit(cast, plan, { date: '2026-03-10' });
    const second = await aSecondPlan(server, cast);
    await schedule(
      cast,
      second,
      visitBody(plan, { targetId: second.wardTwo, teamId: second.team, date: '2026-03-04' }),
    );
    const ids = async (part: Part, query: string) =>
      (await cast.as(part).get<VisitListItemView[]>(`/visits?${query}`)).body.map(({ id }) => id);
    const week = 'from=2026-03-02&to=2026-03-08';
    expect((await ids('leader', week)).slice(0, 2)).toEqual([morning, afternoon]);
    expect(await ids('leader', week)).toHaveLength(3);
    expect(await ids('leader', `${week}&plan=${plan.id}`)).toHaveLength(2);
    expect(await ids('lead', week)).toEqual([morning, afternoon]);
    expect(await ids('otherInspector', 'mine=true')).toHaveLength(1);
    expect((await other.as('leader').get<unknown[]>(`/visits?plan=${plan.id}`)).body).toEqual([]);
    expect((await cast.as('leader').get('/visits?from=hom-nay')).status).toBe(422);
  });

  it('finds no visit of another province', async () => {
    const id = await aVisit(cast, plan);
    expect((await other.as('planner').get(`/visits/${id}`)).status).toBe(404);
    for (const name of ['notify', 'cancel']) {
      expect((await other.as('planner').post(`/visits/${id}/${name}`)).status).toBe(404);
    }
    expect((await readVisit(cast, id)).state).toBe('planned');
  });
});

describe('what field work asks', () => {
  it('tells for all visits at once who belongs to the team, did once, or never did', async () => {
    const [one, two] = [await aVisit(cast, plan), await aVisit(cast, plan, { ...AFTERNOON, targetId: plan.wardTwo })];
    const members = [{ ...aMember(cast, 'lead', 'lead'), id: plan.leadMembership }];
    const teams = [{ id: plan.team, name: 'Đoàn kiểm tra số 1', members }];
    await cast.as('planner').put(`/plans/${plan.id}/teams`, { version: plan.version, teams });
    const ask = (part: Part) =>
      server.inProvince(cast.provinceId, () =>
        server.app.get(VisitsService).findForRecording([one, two, newId()], cast.accounts[part]),
      );
    const lead = await ask('lead');
    expect([...lead.keys()].sort()).toEqual([one, two].sort());
    expect(lead.get(one)).toMatchObject({ target_id: plan.wardOne, plan_id: plan.id, state: 'planned', is_lead: true });
    expect(lead.get(one)?.criteria_version_id).not.toBeNull();
    expect(lead.get(two)?.membership).toBe('member');
    expect((await ask('inspector')).get(one)).toMatchObject({ membership: 'former', is_lead: false });
    expect((await ask('otherInspector')).get(one)?.membership).toBe('never');
  });
});

describe('a recorded visit', () => {
  it('may lack its day', async () => {
    const id = newId();
    const { id: _, ...content } = visitBody(plan);
    const nothingKnown = { date: null, halfDay: null, checkedInAt: null, finalisedAt: null };
    await server.inProvince(cast.provinceId, () =>
      server.app.get(VisitsService).record({
        ...content,
        ...nothingKnown,
        id,
        planId: plan.id,
        state: 'finalised',
      }),
    );
    expect(await readVisit(cast, id)).toMatchObject({ date: null, halfDay: null, state: 'finalised' });
    expect(await statusFor('unitOfficer', id)).toBe(200);
  });
});
