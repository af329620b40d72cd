import { newId } from '@kiemtra/shared/kernel';
import type { InspectorView, PlanSavedView, PlanView } from '@kiemtra/shared/plans';
import { createCast, type Cast } from '../testing/cast.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { aDraft, aMember, addCriteriaVersion, anIssuedPlan, planContent } from './testing/plans.js';

let server: TestServer;
let cast: Cast;
let other: Cast;
beforeAll(async () => {
  server = await startTestServer();
  cast = await createCast(server);
  other = await createCast(server);
});
afterAll(() => server.close());

const read = async (id: string, by: Cast = cast) => (await by.as('planner').get<PlanView>(`/plans/${id}`)).body;
const paths = ({ violations }: { violations: { path: string }[] }) => violations.map(({ path }) => path).sort();

describe('PUT /plans/:planId/targets', () => {
  it('keeps a tree of units and labels in its order, and the ids of what stays', async () => {
    const plan = await aDraft(server, cast);
    const group = newId();
    const targets = [
      { id: group, label: 'UBND cấp huyện', unitCount: 7 },
      { id: plan.wardTwo, organizationId: cast.organizations.wardTwo, parentId: group },
    ];
    const put = (version: number, list: object[]) =>
      cast.as('planner').put<PlanSavedView>(`/plans/${plan.id}/targets`, { version, targets: list });
    expect((await put(plan.version, targets)).status).toBe(200);
    const { targets: stored, unitCount } = await read(plan.id);
    expect(stored).toMatchObject([
      { id: group, name: 'UBND cấp huyện', organizationId: null, unitCount: 7, parentId: null },
      { id: plan.wardTwo, name: 'UBND phường Hai', parentId: group },
    ]);
    expect(unitCount).toBe(8);
    // The group goes, the ward stays on its own.
    expect(
      (await put(plan.version + 1, [{ id: plan.wardTwo, organizationId: cast.organizations.wardTwo }])).status,
    ).toBe(200);
    expect((await read(plan.id)).targets).toMatchObject([{ id: plan.wardTwo, parentId: null }]);
  });

  it('refuses units of another province, a unit twice and an id of another plan', async () => {
    const [plan, another] = [await aDraft(server, cast), await aDraft(server, cast)];
    const put = (targets: object[]) =>
      cast.as('planner').put(`/plans/${plan.id}/targets`, { version: plan.version, targets });
    const wrong = await put([
      { id: newId(), organizationId: other.organizations.wardOne },
      { id: newId(), organizationId: cast.organizations.wardOne },
      { id: newId(), organizationId: cast.organizations.wardOne },
    ]);
    expect(paths(wrong.problem)).toEqual(['targets.0.organizationId', 'targets.2.organizationId']);
    const stolen = await put([{ id: another.wardOne, organizationId: cast.organizations.wardOne }]);
    expect(stolen.problem.code).toBe('request.id-reused');
    expect((await read(another.id)).targets).toHaveLength(2);
  });
});

describe('PUT /plans/:planId/teams', () => {
  const put = (id: string, version: number, teams: object[]) =>
    cast.as('planner').put<PlanSavedView>(`/plans/${id}/teams`, { version, teams });

  it('lets head and member change places, and keeps people without an account', async () => {
    const plan = await aDraft(server, cast);
    const guest = { id: newId(), name: 'Người được mời', position: 'Chuyên viên', role: 'secretary', areas: ['TTHC'] };
    const members = [
      { ...aMember(cast, 'inspector', 'lead'), id: plan.inspectorMembership },
      { ...aMember(cast, 'lead'), id: plan.leadMembership },
      guest,
    ];
    const team = { id: plan.team, name: 'Đoàn số 1', decisionNumber: '45/QĐ-SNV', decisionOn: '2026-02-01', members };
    expect((await put(plan.id, plan.version, [team])).status).toBe(200);
    const [stored] = (await read(plan.id)).teams;
    expect(stored).toMatchObject({ decisionNumber: '45/QĐ-SNV', decisionOn: '2026-02-01' });
    expect(stored?.members.map(({ id, role }) => [id, role])).toEqual([
      [plan.inspectorMembership, 'lead'],
      [plan.leadMembership, 'member'],
      [guest.id, 'secretary'],
    ]);
  });

  it('keeps on record who left after issuing, and does not take the membership up again', async () => {
    const plan = await anIssuedPlan(server, cast);
    const lead = { ...aMember(cast, 'lead', 'lead'), id: plan.leadMembership };
    const inspector = { ...aMember(cast, 'inspector'), id: plan.inspectorMembership };
    const team = { id: plan.team, name: 'Đoàn số 1' };
    expect((await put(plan.id, plan.version, [{ ...team, members: [lead] }])).status).toBe(200);
    const rows = await server.inProvince(cast.provinceId, () =>
      server.db.query<{ left_at: Date | null }>('select left_at from team_member where id = $1', [inspector.id]),
    );
    expect(rows[0]?.left_at).toBeInstanceOf(Date);
    expect((await cast.as('inspector').get(`/plans/${plan.id}`)).status).toBe(404);
    const again = await put(plan.id, plan.version + 1, [{ ...team, members: [lead, inspector] }]);
    expect(again.problem.code).toBe('request.id-reused');
    const anew = await put(plan.id, plan.version + 1, [{ ...team, members: [lead, aMember(cast, 'inspector')] }]);
    expect(anew.status).toBe(200);
    expect((await cast.as('inspector').get(`/plans/${plan.id}`)).status).toBe(200);
  });

  it('refuses accounts that cannot inspect, a second head and a wrong decision number at once', async () => {
    const plan = await aDraft(server, cast);
    const members = [aMember(cast, 'lead', 'lead'), aMember(cast, 'unitOfficer'), aMember(cast, 'inspector', 'lead')];
    const answer = await put(plan.id, plan.version, [{ id: plan.team, name: 'Đoàn', decisionNumber: '45', members }]);
    expect(paths(answer.problem)).toEqual([
      'teams.0.decisionNumber',
      'teams.0.members.1.accountId',
      'teams.0.members.2.role',
    ]);
    const foreign = { ...aMember(cast, 'lead', 'lead'), accountId: other.accounts.lead };
    const stranger = await put(plan.id, plan.version, [{ id: plan.team, name: 'Đoàn', members: [foreign] }]);
    expect(paths(stranger.problem)).toEqual(['teams.0.members.0.accountId']);
  });
});

describe('GET /plans/inspectors', () => {
  it('lists whom a planner can call into a team, of the own province', async () => {
    const { body } = await cast.as('planner').get<InspectorView[]>('/plans/inspectors');
    expect(body.map(({ accountId }) => accountId).sort()).toEqual(
      [cast.accounts.lead, cast.accounts.inspector, cast.accounts.otherInspector].sort(),
    );
    expect((await cast.as('inspector').get('/plans/inspectors')).status).toBe(403);
  });
});

describe('POST /plans/:planId/issue', () => {
  it('pins the criteria to every target', async () => {
    const { id } = await anIssuedPlan(server, cast);
    const { state, criteria, targets } = await read(id);
    expect(state).toBe('issued');
    expect(criteria).toMatchObject({ name: expect.stringContaining('Bộ tiêu chí thử'), number: 1 });
    expect(targets.map(({ criteriaVersionId }) => criteriaVersionId)).toEqual([
      criteria?.versionId,
      criteria?.versionId,
    ]);
  });

  it('names everything that is missing', async () => {
    const id = newId();
    const content = planContent(cast, { number: null, issuedOn: null });
    await cast.as('planner').post('/plans', { id, ...content });
    const answer = await cast.as('planner').post(`/plans/${id}/issue`, { version: 1 });
    expect(answer.status).toBe(422);
    expect(paths(answer.problem)).toEqual(['criteriaVersionId', 'issuedOn', 'number', 'targets', 'teams']);
    expect((await read(id)).state).toBe('draft');
  });

  it('refuses criteria that are still a draft', async () => {
    const criteriaVersionId = await addCriteriaVersion(server, cast, 'draft');
    const { id, version } = await aDraft(server, cast, { criteriaVersionId });
    const answer = await cast.as('leader').post(`/plans/${id}/issue`, { version });
    expect(answer.problem.title).toBe('Chưa đủ để ban hành: bộ tiêu chí đã chọn còn là dự thảo.');
  });

  it('is refused to an inspector, for another version and for another province', async () => {
    const { id, version } = await aDraft(server, cast);
    expect((await cast.as('lead').post(`/plans/${id}/issue`, { version })).status).toBe(403);
    expect((await cast.as('leader').post(`/plans/${id}/issue`, { version: version - 1 })).problem.code).toBe(
      'request.stale',
    );
    expect((await other.as('leader').post(`/plans/${id}/issue`, { version })).status).toBe(404);
  });
});

describe('POST /plans/:planId/start, conclude, cancel', () => {
  it('follow the table of states', async () => {
    const plan = await anIssuedPlan(server, cast);
    const act = async (name: string, version: number) =>
      (await cast.as('planner').post(`/plans/${plan.id}/${name}`, { version })).status;
    expect(await act('conclude', plan.version)).toBe(409);
    expect(await act('start', plan.version)).toBe(200);
    expect(await act('cancel', plan.version + 1)).toBe(409);
    expect(await act('conclude', plan.version + 1)).toBe(200);
    expect((await read(plan.id)).state).toBe('concluded');
  });

  it('leave a line of who did what', async () => {
    const plan = await aDraft(server, cast, { number: '77/KH-SNV' });
    await cast.as('leader').post(`/plans/${plan.id}/cancel`, { version: plan.version });
    const lines = await server.inProvince(cast.provinceId, () =>
      server.db.query('select actor_name, summary from audit_event where plan_id = $1 order by id desc limit 1', [
        plan.id,
      ]),
    );
    expect(lines).toEqual([{ actor_name: 'Lãnh đạo Sở', summary: 'Hủy kế hoạch số 77/KH-SNV' }]);
  });
});
