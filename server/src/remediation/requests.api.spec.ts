import { newId } from '@kiemtra/shared/kernel';
import type { CreateRequestDto, RequestView } from '@kiemtra/shared/remediation';
import { createCampaign, type Campaign } from '../testing/campaign.js';
import { createCast, type Cast, type Part } from '../testing/cast.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let cast: Cast;
let campaign: Campaign;
beforeAll(async () => {
  server = await startTestServer();
  server.clock.at = new Date('2026-03-20T02:00:00Z');
  cast = await createCast(server);
  campaign = await createCampaign(server, cast);
});
afterAll(() => server.close());

const aRequest = (fields: Partial<CreateRequestDto> = {}) => ({
  id: newId(),
  planId: campaign.planId,
  kind: 'remedy_by_date',
  text: 'Niêm yết đầy đủ thủ tục hành chính.',
  findingIds: [],
  recipients: [{ id: newId(), organizationId: cast.organizations.wardOne, workingDays: 20 }],
  ...fields,
});
const create = (fields: Partial<CreateRequestDto> = {}, part: Part = 'planner') =>
  cast.as(part).post<RequestView>('/requests', aRequest(fields));
const issue = (id: string, body: object = {}, part: Part = 'planner') =>
  cast.as(part).post<RequestView>(`/requests/${id}/issue`, { version: 1, issuedOn: '2026-03-10', ...body });
const aFinding = async () => {
  const finding = { id: newId(), planId: campaign.planId, kind: 'shortcoming', area: 'TTHC', text: 'Trễ hạn.' };
  expect((await cast.as('planner').post('/findings', finding)).status).toBe(201);
  return finding.id;
};

describe('POST /requests', () => {
  it('drafts a request for units and for others in words, with or without findings', async () => {
    const findingId = await aFinding();
    const { status, body } = await create({
      findingIds: [findingId],
      recipients: [
        { id: newId(), organizationId: cast.organizations.wardOne, workingDays: 15 },
        { id: newId(), label: 'các phòng, ban thuộc UBND phường' },
      ],
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      isIssued: false,
      number: null,
      issuedOn: null,
      findingIds: [findingId],
      recipients: [
        { name: 'UBND phường Một', workingDays: 15, state: 'draft', due: null },
        { name: 'các phòng, ban thuộc UBND phường', organizationId: null, workingDays: null },
      ],
    });
    expect((await create({ findingIds: [] })).status).toBe(201);
  });

  it('keeps the term while nobody is addressed yet', async () => {
    const { body } = await create({ workingDays: 15, recipients: [] });
    expect(body).toMatchObject({ workingDays: 15, recipients: [] });
    const content = { kind: body.kind, text: body.text, findingIds: [], recipients: [], version: 1 };
    const patch = await cast.as('planner').patch<RequestView>(`/requests/${body.id}`, { ...content, workingDays: 7 });
    expect(patch.body.workingDays).toBe(7);
  });

  it('takes the same twice as one, and another under the same id as a conflict', async () => {
    const request = aRequest({ findingIds: [await aFinding(), await aFinding()] });
    expect((await cast.as('planner').post('/requests', request)).status).toBe(201);
    expect((await cast.as('planner').post('/requests', request)).status).toBe(201);
    const other = await cast.as('planner').post('/requests', { ...request, recipients: [] });
    expect(other.problem.code).toBe('request.id-reused');
  });

  it('names every wrong field at once', async () => {
    const unit = cast.organizations.wardOne;
    const { status, problem } = await create({
      findingIds: [newId()],
      recipients: [
        { id: newId(), organizationId: unit },
        { id: newId(), organizationId: unit },
        { id: newId() },
        { id: newId(), organizationId: newId() },
      ],
    });
    expect([status, problem.violations.map(({ path }) => path)]).toEqual([
      422,
      ['recipients.1.organizationId', 'recipients.2.label', 'recipients.3.organizationId', 'findingIds'],
    ]);
  });

  it('is for planners and the head of the team', async () => {
    const statuses = await Promise.all(
      (['lead', 'inspector', 'otherInspector', 'leader', 'unitOfficer'] as const).map(
        async (part) => (await create({}, part)).status,
      ),
    );
    expect(statuses).toEqual([201, 404, 404, 403, 403]);
  });

  it('knows nothing of another province', async () => {
    const other = await createCast(server);
    const theirs = await createCampaign(server, other);
    expect((await create({ planId: theirs.planId, recipients: [] })).status).toBe(404);
    const recipients = [{ id: newId(), organizationId: other.organizations.wardOne }];
    expect((await create({ recipients })).status).toBe(422);
  });
});

describe('PATCH and DELETE /requests/:requestId', () => {
  it('change a draft for whoever saw the present version', async () => {
    const { body } = await create();
    const { id: _, planId: __, ...content } = aRequest({ text: 'Sửa lại', kind: 'lesson', recipients: [] });
    const patch = () => cast.as('planner').patch<RequestView>(`/requests/${body.id}`, { ...content, version: 1 });
    expect((await patch()).body).toMatchObject({ text: 'Sửa lại', kind: 'lesson', recipients: [], version: 2 });
    expect((await patch()).problem.code).toBe('request.stale');
    expect((await cast.as('inspector').delete(`/requests/${body.id}`)).status).toBe(404);
    expect((await cast.as('planner').delete(`/requests/${body.id}`)).status).toBe(204);
    expect((await cast.as('planner').get(`/requests/${body.id}`)).status).toBe(404);
  });

  it('are refused once it is issued', async () => {
    const { body } = await create();
    await issue(body.id);
    const { id: _, planId: __, ...content } = aRequest();
    const answers = [
      await cast.as('planner').patch(`/requests/${body.id}`, { ...content, version: 2 }),
      await cast.as('planner').delete(`/requests/${body.id}`),
    ];
    expect(answers.map(({ problem }) => problem.code)).toEqual(Array(2).fill('remediation.already-issued'));
  });
});

describe('POST /requests/:requestId/issue', () => {
  it('counts each due date in working days from the day after, over the holidays of the province', async () => {
    await cast.as('planner').put('/holidays/2026-03-11', { name: 'Ngày nghỉ riêng', isWorkingDay: false });
    const { body } = await create({
      recipients: [
        { id: newId(), organizationId: cast.organizations.wardOne, workingDays: 3 },
        { id: newId(), organizationId: cast.organizations.wardTwo, workingDays: 10 },
        { id: newId(), label: 'các phòng, ban' },
      ],
    });
    const issued = await issue(body.id, { number: '123/SNV-CCHC' });
    expect(issued.body).toMatchObject({ isIssued: true, number: '123/SNV-CCHC', issuedOn: '2026-03-10', version: 2 });
    expect(issued.body.recipients.map(({ state, due }) => [state, due?.on ?? null, due?.workingDaysLeft])).toEqual([
      ['issued', '2026-03-16', -4],
      ['issued', '2026-03-25', 3],
      ['issued', null, undefined],
    ]);
  });

  it('is the same done twice, and refused with another number or date', async () => {
    const { body } = await create();
    const paper = { number: '124/SNV-CCHC' };
    expect((await issue(body.id, paper)).status).toBe(200);
    expect((await issue(body.id, paper)).status).toBe(200);
    expect((await issue(body.id, { number: '125/SNV-CCHC' })).problem.code).toBe('remediation.already-issued');
    const recipient = body.recipients[0]?.id ?? '';
    const { thread } = (await cast.as('planner').get<{ thread: unknown[] }>(`/request-recipients/${recipient}`)).body;
    expect(thread).toMatchObject([{ act: 'issue', actorName: 'Chuyên viên kế hoạch' }]);
  });

  it('happens once when two press at the same moment', async () => {
    const { body } = await create();
    const answers = await Promise.all([issue(body.id, { number: '126/SNV-CCHC' }), issue(body.id, {}, 'lead')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it.each([
    [{ number: '5/SNV-CCHC' }, 422, ['number']],
    [{ number: '15/CV-SNV', issuedOn: '2026-03-21' }, 422, ['number', 'issuedOn']],
    [{ issuedOn: '2026-02-30' }, 422, ['issuedOn']],
    [{ version: 2 }, 409, []],
  ])('refuses %j', async (fields, status, paths) => {
    const { body } = await create();
    const answer = await issue(body.id, fields);
    expect([answer.status, answer.problem.violations.map(({ path }) => path)]).toEqual([status, paths]);
    expect((await cast.as('planner').get<RequestView>(`/requests/${body.id}`)).body.isIssued).toBe(false);
  });

  it('needs somebody to go to', async () => {
    const { body } = await create({ recipients: [] });
    expect((await issue(body.id)).problem.code).toBe('remediation.no-recipients');
  });

  it('is for planners and the head of the team', async () => {
    const { body } = await create();
    const statuses = [];
    for (const part of ['unitOfficer', 'leader', 'otherInspector', 'inspector', 'lead'] as const) {
      statuses.push((await issue(body.id, {}, part)).status);
    }
    expect(statuses).toEqual([403, 403, 404, 404, 200]);
  });
});

describe('GET /requests', () => {
  it('shows a unit what was issued to it, with itself as the only recipient', async () => {
    const { planId } = await createCampaign(server, cast);
    const recipients = ['wardOne', 'wardTwo'] as const;
    const both = await create({
      planId,
      recipients: recipients.map((ward) => ({ id: newId(), organizationId: cast.organizations[ward] })),
    });
    await create({ planId, text: 'Dự thảo' });
    const seenBy = async (part: Part) =>
      (await cast.as(part).get<RequestView[]>(`/requests?planId=${planId}`)).body.map((request) => [
        request.id,
        request.recipients.map(({ name }) => name),
      ]);
    expect(await seenBy('unitOfficer')).toEqual([]);
    await issue(both.body.id);
    expect(await seenBy('unitOfficer')).toEqual([[both.body.id, ['UBND phường Một']]]);
    expect(await seenBy('otherUnitOfficer')).toEqual([[both.body.id, ['UBND phường Hai']]]);
    expect(await seenBy('viewer')).toHaveLength(2);
    expect(await seenBy('inspector')).toHaveLength(2);
    expect(await seenBy('otherInspector')).toEqual([]);
  });
});
