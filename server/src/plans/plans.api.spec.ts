import { newId } from '@kiemtra/shared/kernel';
import type { PlanListItemView, PlanSavedView, PlanView } from '@kiemtra/shared/plans';
import { createCast, type Cast } from '../testing/cast.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { PlansService, type RecordedPlan } from './plans.service.js';
import { aDraft, anIssuedPlan, planContent } from './testing/plans.js';

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

describe('POST /plans', () => {
  it('keeps a draft as it was typed', async () => {
    const id = newId();
    const content = planContent(cast, { legalBases: [{ type: 'Quyết định', number: '876/QĐ-BNV' }] });
    expect((await cast.as('planner').post<PlanSavedView>('/plans', { id, ...content })).body).toEqual({ version: 1 });
    expect(await read(id)).toMatchObject({
      state: 'draft',
      number: '12/KH-UBND',
      authority: { name: 'UBND tỉnh Thử nghiệm' },
      legalBases: [{ type: 'Quyết định', number: '876/QĐ-BNV', date: null, issuer: null, subject: null }],
      otherContents: ['Phân cấp quản lý đất đai'],
      areas: ['TTHC', 'CV'],
      unitCount: 0,
      version: 1,
    });
  });

  it('makes one plan of the same request sent twice, also at once, and refuses the id for another one', async () => {
    const body = { id: newId(), ...planContent(cast) };
    const answers = await Promise.all([
      cast.as('planner').post('/plans', body),
      cast.as('planner').post('/plans', body),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const answer = await cast.as('planner').post('/plans', { ...body, title: 'Kế hoạch khác' });
    expect(answer.problem.code).toBe('request.id-reused');
  });

  it('names every wrong field at once', async () => {
    const answer = await cast.as('planner').post('/plans', {
      id: newId(),
      ...planContent(cast, {
        number: '5 KH-SNV',
        dataFrom: '2026-02-01',
        dataTo: '2026-01-01',
        authorityId: other.organizations.people,
        criteriaVersionId: newId(),
      }),
    });
    expect(answer.status).toBe(422);
    expect(paths(answer.problem)).toEqual(['authorityId', 'criteriaVersionId', 'dataTo', 'number']);
  });

  it.each(['leader', 'inspector', 'unitOfficer', 'viewer', 'administrator'] as const)(
    'is refused to %s',
    async (part) => {
      expect((await cast.as(part).post('/plans', { id: newId(), ...planContent(cast) })).status).toBe(403);
    },
  );
});

describe('PATCH /plans/:planId', () => {
  it('changes the draft the editor saw, and refuses to write over what somebody else changed', async () => {
    const { id, version } = await aDraft(server, cast);
    const content = planContent(cast, { title: 'Tên mới', number: null });
    const saved = await cast.as('planner').patch<PlanSavedView>(`/plans/${id}`, { version, ...content });
    expect(saved.body).toEqual({ version: version + 1 });
    expect(await read(id)).toMatchObject({ title: 'Tên mới', number: null, unitCount: 2 });
    const stale = await cast.as('planner').patch(`/plans/${id}`, { version, ...content, title: 'Ghi đè' });
    expect(stale.problem.code).toBe('request.stale');
    expect((await read(id)).title).toBe('Tên mới');
  });

  it('leaves an issued plan as it was issued', async () => {
    const { id, version } = await anIssuedPlan(server, cast);
    const answer = await cast.as('planner').patch(`/plans/${id}`, { version, ...planContent(cast) });
    expect(answer.problem.code).toBe('plans.not-now');
  });

  it('finds no plan of another province', async () => {
    const { id, version } = await aDraft(server, other);
    expect((await cast.as('planner').patch(`/plans/${id}`, { version, ...planContent(cast) })).status).toBe(404);
    expect((await cast.as('planner').get(`/plans/${id}`)).status).toBe(404);
    expect((await read(id, other)).version).toBe(version);
  });
});

describe('what a caller sees of plans', () => {
  const listed = async (part: Parameters<Cast['as']>[0], query = '') =>
    (await cast.as(part).get<PlanListItemView[]>(`/plans${query}`)).body;

  it('is everything for the department, and what its team inspects for an inspector', async () => {
    const { id } = await aDraft(server, cast);
    for (const part of ['viewer', 'appraiser', 'inspector'] as const) {
      expect((await cast.as(part).get(`/plans/${id}`)).status).toBe(200);
    }
    expect((await cast.as('otherInspector').get(`/plans/${id}`)).status).toBe(404);
    expect((await listed('otherInspector')).map((plan) => plan.id)).not.toContain(id);
  });

  it('is for a unit its own target of an issued plan, without the others and without the teams', async () => {
    const draft = await aDraft(server, cast);
    expect((await cast.as('unitOfficer').get(`/plans/${draft.id}`)).status).toBe(404);
    const { id, wardOne } = await anIssuedPlan(server, cast);
    const { body } = await cast.as('unitOfficer').get<PlanView>(`/plans/${id}`);
    expect(body.targets.map((target) => target.id)).toEqual([wardOne]);
    expect(body).toMatchObject({ isWhole: false, unitCount: 1, visitCount: 0, teams: [] });
    expect(JSON.stringify(body)).not.toContain('phường Hai');
  });

  it.each(['surprise', 'public_service'] as const)('is nothing for a unit of a %s inspection', async (kind) => {
    const { id } = await anIssuedPlan(server, cast, kind);
    expect((await cast.as('unitOfficer').get(`/plans/${id}`)).status).toBe(404);
    expect((await listed('unitOfficer')).map((plan) => plan.id)).not.toContain(id);
  });

  it('can be filtered by year, state, kind and words without tone marks', async () => {
    const { id } = await aDraft(server, cast, { year: 2031, title: 'Kiểm tra điểm về đất đai', kind: 'surprise' });
    const found = await listed('planner', '?year=2031&state=draft&kind=surprise&search=dat%20dai');
    expect(found.map((plan) => plan.id)).toEqual([id]);
    expect(await listed('planner', '?year=2031&search=100%25')).toEqual([]);
    expect((await cast.as('planner').get('/plans?year=abc')).status).toBe(422);
  });
});

describe('a recorded plan', () => {
  it('is kept as it was, with units under the names of its time', async () => {
    const ward = newId();
    const { provinceId } = cast;
    const plan: RecordedPlan = {
      id: newId(),
      ...planContent(cast, { year: 2018, number: '563/QĐ-SNV', issuedOn: '2017-12-13', startsOn: null, endsOn: null }),
      state: 'concluded',
      isSample: false,
      targets: [
        { id: newId(), organizationId: ward },
        { id: newId(), label: 'UBND cấp huyện', unitCount: 7 },
      ],
      teams: [
        {
          id: newId(),
          name: 'Đoàn kiểm tra',
          members: [{ id: newId(), name: 'Nguyễn Văn A', role: 'lead', areas: [] }],
        },
      ],
    };
    await server.inProvince(provinceId, async () => {
      await server.db.query(
        `insert into organization (province_id, id, kind, valid_from) values ($1, $2, 'ward_committee', '1990-01-01')`,
        [provinceId, ward],
      );
      await server.db.query(
        `insert into organization_name (province_id, organization_id, valid_from, valid_to, name, short_name, search_text)
         values ($1, $2, '1990-01-01', '2020-01-01', 'Ủy ban nhân dân phường 5', 'UBND phường 5', ''),
                ($1, $2, '2020-01-01', null, 'Ủy ban nhân dân phường Năm', null, '')`,
        [provinceId, ward],
      );
      await server.app.get(PlansService).record(plan);
    });
    const stored = await read(plan.id);
    expect(stored).toMatchObject({ state: 'concluded', unitCount: 8, startsOn: null });
    expect(stored.targets.map(({ name }) => name)).toEqual(['Ủy ban nhân dân phường 5', 'UBND cấp huyện']);
  });
});
