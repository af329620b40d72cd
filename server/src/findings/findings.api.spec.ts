import type { EvidenceView } from '@kiemtra/shared/evidence';
import type { CreateFindingDto, FindingView } from '@kiemtra/shared/findings';
import { newId } from '@kiemtra/shared/kernel';
import { PDF, createCampaign, type Campaign } from '../testing/campaign.js';
import { accessOf, createCast, type Cast, type Part } from '../testing/cast.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

import { FindingsService } from './findings.service.js';

let server: TestServer;
let cast: Cast;
let campaign: Campaign;
beforeAll(async () => {
  server = await startTestServer();
  cast = await createCast(server);
  campaign = await createCampaign(server, cast);
});
afterAll(() => server.close());

const aFinding = (fields: Partial<CreateFindingDto> = {}) => ({
  id: newId(),
  planId: campaign.planId,
  targetId: campaign.targets.wardOne,
  kind: 'shortcoming',
  area: 'TTHC',
  text: 'Chưa niêm yết đầy đủ thủ tục hành chính.',
  ...fields,
});
const create = (fields: Partial<CreateFindingDto> = {}, part: Part = 'inspector') =>
  cast.as(part).post<FindingView>('/findings', aFinding(fields));
const listOf = async (part: Part, query = '') =>
  (await cast.as(part).get<FindingView[]>(`/findings?planId=${campaign.planId}${query}`)).body;

/** Issues a request that holds the findings to these units. */
async function issue(findingIds: string[], organizationIds: string[], planId = campaign.planId) {
  const id = newId();
  const recipients = organizationIds.map((organizationId) => ({ id: newId(), organizationId }));
  const draft = { id, planId, kind: 'remedy_now', text: 'Khắc phục ngay.', findingIds, recipients };
  expect((await cast.as('planner').post('/requests', draft)).status).toBe(201);
  return {
    issue: async () =>
      (await cast.as('planner').post(`/requests/${id}/issue`, { version: 1, issuedOn: '2026-03-10' })).status,
  };
}

describe('POST /findings', () => {
  it('records what a member of the team found, under the name of the unit', async () => {
    const { status, body } = await create({ severity: 'serious', cause: 'Thiếu nhân sự', extent: 'một số lĩnh vực' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      target: { id: campaign.targets.wardOne, name: 'UBND phường Một' },
      severity: 'serious',
      extent: 'một số lĩnh vực',
      legalBasis: null,
      evidenceCount: 0,
      isIssued: false,
      version: 1,
    });
  });

  it('takes the same twice as one, and another under the same id as a conflict', async () => {
    const finding = aFinding();
    const inspector = cast.as('inspector');
    expect((await inspector.post('/findings', finding)).status).toBe(201);
    expect((await inspector.post('/findings', finding)).status).toBe(201);
    const other = await inspector.post('/findings', { ...finding, text: 'Khác' });
    expect(other.problem.code).toBe('request.id-reused');
    expect((await listOf('planner')).filter(({ id }) => id === finding.id)).toHaveLength(1);
  });

  it('names every wrong field', async () => {
    const { status, problem } = await cast.as('inspector').post('/findings', { planId: 'x', kind: 'good', area: 'XX' });
    expect(status).toBe(422);
    expect(problem.violations.map(({ path }) => path).sort()).toEqual(['area', 'id', 'kind', 'planId', 'text']);
  });

  it.each<[string, Partial<CreateFindingDto>, string[]]>([
    ['a severity of a strength', { kind: 'strength', severity: 'minor', cause: 'x' }, ['severity', 'cause']],
    ['a target of another plan', { targetId: newId() }, ['targetId']],
    ['a visit that is not there', { visitId: newId() }, ['visitId']],
    ['a criterion that is not there', { criterion: { versionId: newId(), key: 'MC01' } }, ['criterion']],
    [
      'all of them at once',
      {
        kind: 'strength',
        severity: 'minor',
        targetId: newId(),
        visitId: newId(),
        criterion: { versionId: newId(), key: 'MC01' },
      },
      ['severity', 'targetId', 'visitId', 'criterion'],
    ],
  ])('refuses %s', async (_, fields, paths) => {
    const { status, problem } = await create(fields);
    expect([status, problem.violations.map(({ path }) => path)]).toEqual([422, paths]);
  });

  it('is for members of the team and planners', async () => {
    const statuses = await Promise.all(
      (['planner', 'lead', 'otherInspector', 'leader', 'viewer', 'unitOfficer'] as const).map(
        async (part) => (await create({}, part)).status,
      ),
    );
    expect(statuses).toEqual([201, 201, 404, 403, 403, 403]);
  });

  it('waits until the plan is issued', async () => {
    const { planId } = await createCampaign(server, cast, 'draft');
    const answer = await create({ planId, targetId: null }, 'planner');
    expect([answer.status, answer.problem.code]).toEqual([409, 'findings.plan-not-open']);
  });

  it('knows nothing of the plans of another province', async () => {
    const other = await createCast(server);
    const { planId } = await createCampaign(server, other);
    expect((await create({ planId, targetId: null }, 'planner')).status).toBe(404);
  });
});

describe('GET /findings', () => {
  it('filters by target, kind and area, strengths first', async () => {
    const { planId } = await createCampaign(server, cast);
    const texts = async (query: string) =>
      (await cast.as('viewer').get<FindingView[]>(`/findings?planId=${planId}${query}`)).body.map(({ text }) => text);
    for (const [text, area, kind] of [
      ['Trễ hạn', 'TTHC', 'shortcoming'],
      ['Chưa ban hành kế hoạch', 'CDDH', 'shortcoming'],
      ['Niêm yết rõ ràng', 'TTHC', 'strength'],
    ] as const) {
      await create({ planId, targetId: null, text, area, kind }, 'planner');
    }
    expect(await texts('')).toEqual(['Niêm yết rõ ràng', 'Chưa ban hành kế hoạch', 'Trễ hạn']);
    expect(await texts('&kind=shortcoming&area=TTHC')).toEqual(['Trễ hạn']);
    expect(await texts(`&targetId=${campaign.targets.wardOne}`)).toEqual([]);
  });

  it('is empty to teams of other plans', async () => {
    await create();
    expect(await listOf('otherInspector')).toEqual([]);
    expect((await listOf('inspector')).length).toBeGreaterThan(0);
  });

  it('shows a unit only what was issued to it, and never what is about another addressee', async () => {
    const { planId, targets } = await createCampaign(server, cast);
    const idOf = async (targetId: string | null) => (await create({ planId, targetId }, 'planner')).body.id;
    const [own, ofTwo, general] = [await idOf(targets.wardOne), await idOf(targets.wardTwo), await idOf(null)];
    await idOf(targets.wardOne);
    const { wardOne, wardTwo } = cast.organizations;
    const request = await issue([own, ofTwo, general], [wardOne, wardTwo], planId);
    const idsOf = async (part: Part) =>
      (await cast.as(part).get<FindingView[]>(`/findings?planId=${planId}`)).body.map(({ id }) => id).sort();
    expect(await idsOf('unitOfficer')).toEqual([]);
    expect((await cast.as('unitOfficer').get(`/findings/${own}`)).status).toBe(404);

    expect(await request.issue()).toBe(200);
    expect(await idsOf('unitOfficer')).toEqual([own, general].sort());
    expect(await idsOf('otherUnitOfficer')).toEqual([ofTwo, general].sort());
    expect((await cast.as('unitOfficer').get(`/findings/${ofTwo}`)).status).toBe(404);
  });
});

describe('PATCH /findings/:findingId', () => {
  it('changes it for whoever saw the present version', async () => {
    const { body } = await create();
    const { id: _, planId: __, ...content } = aFinding({ text: 'Đã sửa', area: 'CDDH' });
    const patch = (version: number, part: Part = 'lead') =>
      cast.as(part).patch<FindingView>(`/findings/${body.id}`, { ...content, version });
    expect((await patch(1)).body).toMatchObject({ text: 'Đã sửa', area: 'CDDH', version: 2 });
    expect((await patch(1)).problem.code).toBe('request.stale');
    expect((await patch(2, 'otherInspector')).status).toBe(404);
    expect((await patch(2, 'viewer')).status).toBe(403);
  });
});

describe('DELETE /findings/:findingId', () => {
  it('takes it out of drafts, with its evidence', async () => {
    const { body } = await create();
    const request = await issue([body.id], [cast.organizations.wardOne]);
    expect((await cast.as('inspector').delete(`/findings/${body.id}`)).status).toBe(204);
    expect((await cast.as('inspector').get(`/findings/${body.id}`)).status).toBe(404);
    expect(await request.issue()).toBe(200);
  });

  it('is refused once a unit has read it, and so is every change', async () => {
    const { body } = await create();
    expect(await (await issue([body.id], [cast.organizations.wardOne])).issue()).toBe(200);
    const inspector = cast.as('inspector');
    const { id: _, planId: __, ...content } = aFinding();
    const answers = [
      await inspector.delete(`/findings/${body.id}`),
      await inspector.patch(`/findings/${body.id}`, { ...content, version: 1 }),
      await inspector.post(`/findings/${body.id}/evidence`, { id: newId() }),
    ];
    expect(answers.map(({ problem }) => problem.code)).toEqual(Array(3).fill('findings.already-issued'));
    expect((await inspector.get<FindingView>(`/findings/${body.id}`)).body.isIssued).toBe(true);
  });

  it('loses against an issue that came first, or wins, but never leaves half', async () => {
    const { body } = await create();
    const request = await issue([body.id], [cast.organizations.wardOne]);
    const [deleted, issued] = await Promise.all([cast.as('inspector').delete(`/findings/${body.id}`), request.issue()]);
    expect(issued).toBe(200);
    const seen = await cast.as('unitOfficer').get(`/findings/${body.id}`);
    expect([deleted.status, seen.status]).toEqual(deleted.status === 204 ? [204, 404] : [409, 200]);
  });
});

describe('findings as a table', () => {
  it('say where their remedies stand', async () => {
    const { planId, targets } = await createCampaign(server, cast);
    const { body } = await create({ planId, targetId: targets.wardOne, severity: 'minor' }, 'planner');
    await create(
      { planId, targetId: null, extent: 'một số phường', kind: 'strength', text: 'Niêm yết rõ.' },
      'planner',
    );
    const { wardOne, wardTwo } = cast.organizations;
    await (await issue([body.id], [wardOne, wardTwo], planId)).issue();
    const rows = await server.inProvince(cast.provinceId, () =>
      server.app.get(FindingsService).exportRows(accessOf(cast, 'planner', ['province']), { planId }),
    );
    expect(rows).toMatchObject([
      { unit: 'một số phường', isAchievement: true, requests: '', state: '', dueOn: null },
      { unit: 'UBND phường Một', severity: 'Nhẹ', requests: 'Khắc phục ngay.', state: 'Chưa xác nhận' },
    ]);
  });
});

describe('evidence of a finding', () => {
  const upload = async (part: Part) => {
    const id = newId();
    await cast.as(part).send('PUT', `/files/${id}`, PDF, {
      'content-type': 'application/octet-stream',
      'x-file-name': 'bang-niem-yet.pdf',
    });
    return id;
  };

  it('is a file of the sender, listed, counted and taken off again', async () => {
    const { body: finding } = await create();
    const id = await upload('inspector');
    const path = `/findings/${finding.id}/evidence`;
    const inspector = cast.as('inspector');
    const added = await inspector.post<EvidenceView[]>(path, { id, caption: 'Bảng ở sảnh' });
    expect(added.body).toMatchObject([
      { id, name: 'bang-niem-yet.pdf', caption: 'Bảng ở sảnh', addedBy: 'Thành viên một' },
    ]);
    expect((await inspector.post(path, { id })).status).toBe(201);
    expect((await inspector.get<FindingView>(`/findings/${finding.id}`)).body.evidenceCount).toBe(1);
    expect((await cast.as('lead').get(`/files/${id}`)).status).toBe(200);
    expect((await inspector.delete(`${path}/${id}`)).status).toBe(204);
    expect((await cast.as('viewer').get(path)).body).toEqual([]);
  });

  it('refuses files that nobody or somebody else uploaded', async () => {
    const { body: finding } = await create();
    for (const id of [newId(), await upload('lead')]) {
      const answer = await cast.as('inspector').post(`/findings/${finding.id}/evidence`, { id });
      expect([answer.status, answer.problem.violations[0]?.path]).toEqual([422, 'id']);
    }
  });

  it('proves one thing only', async () => {
    const id = await upload('inspector');
    const [one, two] = [await create(), await create()];
    await cast.as('inspector').post(`/findings/${one.body.id}/evidence`, { id });
    expect((await cast.as('inspector').post(`/findings/${two.body.id}/evidence`, { id })).status).toBe(409);
    expect((await cast.as('inspector').delete(`/findings/${two.body.id}/evidence/${id}`)).status).toBe(404);
  });
});
