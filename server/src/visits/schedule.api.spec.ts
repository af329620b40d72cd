import { newId } from '@kiemtra/shared/kernel';
import type { PlanSavedView, PlanView } from '@kiemtra/shared/plans';
import type { VisitListItemView } from '@kiemtra/shared/visits';
import { aMember, aSecondPlan, anIssuedPlan, type TestPlan } from '../plans/testing/plans.js';
import { createCast, type Cast, type Part } from '../testing/cast.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { AFTERNOON, MORNING, aVisit, act, readVisit, schedule, visitBody } from './testing/visits.js';

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

describe('POST /plans/:planId/visits', () => {
  it('keeps a visit with whom the team will meet', async () => {
    const hosts = [{ name: 'Phạm Văn B', position: 'Chủ tịch UBND phường' }];
    const visit = visitBody(plan, { hosts, place: 'Bộ phận Một cửa' });
    expect((await schedule(cast, plan, visit)).status).toBe(204);
    expect(await readVisit(cast, visit.id)).toMatchObject({
      ...MORNING,
      state: 'planned',
      place: 'Bộ phận Một cửa',
      target: { id: plan.wardOne, name: 'UBND phường Một' },
      team: { id: plan.team, name: 'Đoàn kiểm tra số 1' },
      plan: { id: plan.id, number: '12/KH-UBND' },
      hosts: [{ name: 'Phạm Văn B', position: 'Chủ tịch UBND phường', organization: null }],
      teamMembers: [
        { name: 'lead', role: 'lead' },
        { name: 'inspector', role: 'member' },
      ],
      isMine: false,
    });
  });

  it('makes one visit of the same request sent twice, also at once, and refuses the id for another one', async () => {
    const visit = visitBody(plan);
    const answers = await Promise.all([
      schedule(cast, plan, visit),
      schedule(cast, plan, visit),
      schedule(cast, plan, visit),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    expect((await schedule(cast, plan, { ...visit, ...AFTERNOON })).problem.code).toBe('request.id-reused');
  });

  it('refuses target and team of another plan, both at once', async () => {
    const second = await aSecondPlan(server, cast);
    const answer = await schedule(cast, plan, visitBody(plan, { targetId: second.wardOne, teamId: second.team }));
    expect(answer.problem.violations.map(({ path }) => path)).toEqual(['targetId', 'teamId']);
  });

  it('is refused to who may not, in a plan that is over, and for another province', async () => {
    expect((await cast.as('lead').post(`/plans/${plan.id}/visits`, visitBody(plan))).status).toBe(403);
    expect((await other.as('planner').post(`/plans/${plan.id}/visits`, visitBody(plan))).status).toBe(404);
    await cast.as('planner').post(`/plans/${plan.id}/cancel`, { version: plan.version });
    expect((await schedule(cast, plan, visitBody(plan))).problem.code).toBe('plans.not-now');
  });
});

describe('a half-day', () => {
  it('holds one visit of a team', async () => {
    await aVisit(cast, plan);
    const answer = await schedule(cast, plan, visitBody(plan, { targetId: plan.wardTwo }));
    expect(answer.status).toBe(409);
    expect(answer.problem.title).toBe(
      'Không xếp được: Đoàn kiểm tra số 1 đã có cuộc kiểm tra tại UBND phường Một (kế hoạch số 12/KH-UBND), Thứ Ba, 03/03/2026 · sáng.',
    );
    expect(answer.problem.violations).toMatchObject([{ path: 'halfDay' }]);
    expect((await schedule(cast, plan, visitBody(plan, { targetId: plan.wardTwo, ...AFTERNOON }))).status).toBe(204);
  });

  it('holds a person in one of two teams', async () => {
    const second = await aSecondPlan(server, cast, aMember(cast, 'inspector'));
    await aVisit(cast, plan);
    const answer = await schedule(cast, second, visitBody(plan, { targetId: second.wardTwo, teamId: second.team }));
    expect(answer.problem.title).toMatch(/^Không xếp được: inspector đã có cuộc kiểm tra tại UBND phường Một \(Đoàn/);
  });

  it('holds a person without an account, known by name and position', async () => {
    const guest = () => ({ ...aMember(cast, 'inspector'), accountId: null, name: 'Lê Văn C', position: 'Chuyên viên' });
    const version = plan.version;
    const members = [aMember(cast, 'lead', 'lead'), guest()].map((member) =>
      member.role === 'lead' ? { ...member, id: plan.leadMembership } : member,
    );
    const teams = [{ id: plan.team, name: 'Đoàn kiểm tra số 1', members }];
    expect((await cast.as('planner').put(`/plans/${plan.id}/teams`, { version, teams })).status).toBe(200);
    const second = await aSecondPlan(server, cast, { ...guest(), name: 'lê văn c' });
    const third = await aSecondPlan(server, cast, { ...guest(), position: 'Trưởng phòng' });
    await aVisit(cast, plan);
    const same = await schedule(cast, second, visitBody(plan, { targetId: second.wardTwo, teamId: second.team }));
    expect(same.problem.title).toContain('lê văn c đã có cuộc kiểm tra');
    const namesake = await schedule(cast, third, visitBody(plan, { targetId: third.wardTwo, teamId: third.team }));
    expect(namesake.status).toBe(204);
  });

  it('is free again when the visit is cancelled or moved', async () => {
    const id = await aVisit(cast, plan);
    const { id: _, ...content } = visitBody(plan, AFTERNOON);
    expect((await cast.as('planner').patch(`/visits/${id}`, { version: 1, ...content })).status).toBe(204);
    const second = await aVisit(cast, plan, { targetId: plan.wardTwo });
    expect(await act(cast, 'planner', second, 'cancel')).toBe(204);
    await aVisit(cast, plan, { targetId: plan.wardTwo });
  });

  it('is refused to the person who joins a team that is busy elsewhere then', async () => {
    const second = await aSecondPlan(server, cast);
    await aVisit(cast, plan);
    const visit = visitBody(plan, { targetId: second.wardTwo, teamId: second.team });
    expect((await schedule(cast, second, visit)).status).toBe(204);
    const { teams } = (await cast.as('planner').get<PlanView>(`/plans/${second.id}`)).body;
    const members = [...(teams[0]?.members ?? []), aMember(cast, 'inspector')];
    const body = { version: second.version, teams: [{ id: second.team, name: 'Đoàn kiểm tra số 2', members }] };
    const answer = await cast.as('planner').put(`/plans/${second.id}/teams`, body);
    expect(answer.problem.code).toBe('visits.clash');
    expect((await readVisit(cast, visit.id)).teamMembers).toHaveLength(1);
  });

  const DAYS = ['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13', '2026-03-16', '2026-03-17'];

  it('goes to one of several planners who want it at once', async () => {
    const second = await aSecondPlan(server, cast, aMember(cast, 'inspector'));
    const winners = await Promise.all(
      DAYS.map(async (date) => {
        const answers = await Promise.all([
          schedule(cast, plan, visitBody(plan, { date })),
          schedule(cast, plan, visitBody(plan, { date, targetId: plan.wardTwo })),
          schedule(cast, second, visitBody(plan, { date, targetId: second.wardOne, teamId: second.team })),
        ]);
        return answers.map(({ status }) => status).sort();
      }),
    );
    expect(winners).toEqual(DAYS.map(() => [204, 409, 409]));
  });

  it('is not lost between a new visit and a new member who come at once', async () => {
    const second = await aSecondPlan(server, cast);
    const [first] = (await cast.as('planner').get<PlanView>(`/plans/${second.id}`)).body.teams;
    let { version } = second;
    const staff = async (...more: ReturnType<typeof aMember>[]) => {
      const teams = [{ id: second.team, name: 'Đoàn kiểm tra số 2', members: [...(first?.members ?? []), ...more] }];
      const answer = await cast.as('planner').put<PlanSavedView>(`/plans/${second.id}/teams`, { version, teams });
      if (answer.status === 200) ({ version } = answer.body);
      return answer.status;
    };
    for (const date of DAYS) {
      await aVisit(cast, plan, { date });
      const statuses = await Promise.all([
        staff(aMember(cast, 'inspector')),
        schedule(cast, second, visitBody(plan, { date, targetId: second.wardTwo, teamId: second.team })).then(
          ({ status }) => status,
        ),
      ]);
      expect(statuses.filter((status) => status === 409)).toHaveLength(1);
      expect(await staff()).toBe(200);
    }
  });
});

describe('the own unit', () => {
  const work = (part: Part, at: string) =>
    server.db.directory('update account set organization_id = $2 where id = $1', [cast.accounts[part], at]);

  it('is inspected by nobody', async () => {
    const planner = cast.as('planner');
    await work('inspector', cast.organizations.wardOne);
    const answer = await schedule(cast, plan, visitBody(plan));
    expect(answer.problem.title).toBe(
      'Không xếp được: inspector công tác tại chính đơn vị được kiểm tra (UBND phường Một).',
    );
    expect(answer.problem.violations).toMatchObject([{ path: 'teamId' }]);
    expect((await schedule(cast, plan, visitBody(plan, { targetId: plan.wardTwo }))).status).toBe(204);
    expect((await planner.get<VisitListItemView[]>('/visits')).body).toHaveLength(1);
  });

  it('is also what stands above the body where one works', async () => {
    const room = newId();
    await server.inProvince(cast.provinceId, () =>
      server.db.query(
        `insert into organization (province_id, id, kind, parent_id, valid_from) values ($1, $2, 'office', $3, '2025-07-01')`,
        [cast.provinceId, room, cast.organizations.wardOne],
      ),
    );
    await work('inspector', room);
    expect((await schedule(cast, plan, visitBody(plan))).problem.title).toContain('(UBND phường Một)');
    expect((await schedule(cast, plan, visitBody(plan, { targetId: plan.wardTwo }))).status).toBe(204);
  });

  it('stays closed to who has come to work there since the visit was planned', async () => {
    const id = await aVisit(cast, plan);
    await work('inspector', cast.organizations.wardOne);
    for (const [part, what] of [
      ['planner', 'notify'],
      ['lead', 'check-in'],
    ] as const) {
      const { problem } = await cast.as(part).post(`/visits/${id}/${what}`);
      expect([problem.code, problem.title]).toEqual([
        'visits.own-unit',
        'inspector công tác tại chính đơn vị được kiểm tra (UBND phường Một). Đề nghị thay người trong đoàn trước.',
      ]);
    }
    await work('inspector', cast.organizations.department);
    expect(await act(cast, 'lead', id, 'check-in')).toBe(204);
  });
});

describe('PATCH /visits/:visitId', () => {
  it('refuses to write over what somebody else changed', async () => {
    const id = await aVisit(cast, plan);
    const { id: _, ...content } = visitBody(plan, { place: 'Hội trường' });
    expect((await cast.as('planner').patch(`/visits/${id}`, { version: 1, ...content })).status).toBe(204);
    expect((await cast.as('planner').patch(`/visits/${id}`, { version: 1, ...content })).problem.code).toBe(
      'request.stale',
    );
    expect((await readVisit(cast, id)).place).toBe('Hội trường');
  });

  it('leaves a visit that has begun as it is', async () => {
    const id = await aVisit(cast, plan);
    await act(cast, 'lead', id, 'check-in');
    const { id: _, ...content } = visitBody(plan, AFTERNOON);
    const { version } = await readVisit(cast, id);
    const answer = await cast.as('planner').patch(`/visits/${id}`, { version, ...content });
    expect(answer.problem.code).toBe('visits.not-now');
  });
});
