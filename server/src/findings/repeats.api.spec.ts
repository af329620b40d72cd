import type { AuditEventView } from '@kiemtra/shared/audit';
import type { RepeatView } from '@kiemtra/shared/findings';
import { newId, type CalendarDate } from '@kiemtra/shared/kernel';
import { PlansService } from '../plans/plans.service.js';
import { createCampaign, type Campaign } from '../testing/campaign.js';
import { createCast, type Cast, type Part } from '../testing/cast.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { FindingsService } from './findings.service.js';

let server: TestServer;
let cast: Cast;
let now: Campaign;
beforeAll(async () => {
  server = await startTestServer();
  cast = await createCast(server);
  now = await createCampaign(server, cast);
});
afterAll(() => server.close());

/** A concluded plan of the past at one unit, with one shortcoming; `isWhole` says it of the plan instead of the unit. */
async function inspectedBefore(
  organizationId: string,
  text: string,
  { startsOn = '2024-05-06', isWhole = false }: { startsOn?: CalendarDate; isWhole?: boolean } = {},
) {
  const [planId, targetId, id] = [newId(), newId(), newId()];
  await server.inProvince(cast.provinceId, async () => {
    await server.app.get(PlansService).record({
      id: planId,
      kind: 'scheduled',
      title: 'Kiểm tra công tác cải cách hành chính năm 2024',
      year: 2024,
      authorityId: cast.organizations.department,
      number: '9/KH-SNV',
      issuedOn: startsOn,
      startsOn,
      endsOn: startsOn,
      legalBases: [],
      areas: [],
      otherContents: [],
      state: 'concluded',
      isSample: true,
      targets: [{ id: targetId, organizationId }],
      teams: [],
    });
    const target = isWhole ? {} : { targetId };
    await server.app.get(FindingsService).record({ id, planId, ...target, kind: 'shortcoming', area: 'TTHC', text });
  });
  return { id, planId };
}

async function found(text: string, targetId = now.targets.wardOne): Promise<string> {
  const id = newId();
  const finding = { id, planId: now.planId, targetId, kind: 'shortcoming', area: 'TTHC', text };
  expect((await cast.as('inspector').post('/findings', finding)).status).toBe(201);
  return id;
}

const listOf = (part: Part) => cast.as(part).get<RepeatView[]>(`/findings/repeats?planId=${now.planId}`);
const repeatOf = async (id: string, part: Part = 'inspector') =>
  (await listOf(part)).body.find(({ findingId }) => findingId === id);
const judge = (id: string, repeats: string[], part: Part = 'inspector') =>
  cast.as(part).put<RepeatView>(`/findings/${id}/repeats`, { repeats });

describe('GET /findings/repeats', () => {
  it('points at what was found at the unit before, newest first, with where its remedies stand', async () => {
    const old = await inspectedBefore(cast.organizations.wardOne, 'Còn hồ sơ đất đai giải quyết trễ hạn.');
    const newer = await inspectedBefore(cast.organizations.wardOne, 'Hồ sơ trễ hạn trên phần mềm.', {
      startsOn: '2025-03-04',
    });
    const id = await found('Nhiều hồ sơ giải quyết trễ hạn.');
    const repeat = await repeatOf(id);
    expect(repeat?.judged).toBeNull();
    expect(repeat?.earlier).toEqual([
      expect.objectContaining({ id: newer.id, on: '2025-03-04', likeness: 'text', unit: 'UBND phường Một' }),
      expect.objectContaining({
        id: old.id,
        on: '2024-05-06',
        plan: expect.objectContaining({ year: 2024 }),
        remedies: [],
      }),
    ]);
  });

  it('is silent about other units, later plans and what says something else', async () => {
    await inspectedBefore(cast.organizations.wardTwo, 'Chưa niêm yết bảng phí, lệ phí.');
    await inspectedBefore(cast.organizations.wardOne, 'Chưa niêm yết bảng phí, lệ phí.', { startsOn: '2026-10-05' });
    await inspectedBefore(cast.organizations.wardOne, 'Sổ theo dõi tiếp nhận thiếu chữ ký.');
    expect(await repeatOf(await found('Chưa niêm yết bảng phí, lệ phí.'))).toBeUndefined();
  });

  it('counts what was found of a whole plan as found of each of its units', async () => {
    const earlier = await inspectedBefore(cast.organizations.wardTwo, 'Chưa bố trí bảng tên tại quầy.', {
      isWhole: true,
    });
    const id = await found('Một số quầy chưa bố trí bảng tên.', now.targets.wardTwo);
    expect((await repeatOf(id))?.earlier.map((one) => one.id)).toEqual([earlier.id]);
  });

  it('reads the past of the units that a unit took over', async () => {
    const before = newId();
    const administrator = cast.as('administrator');
    const body = { id: before, kind: 'division', name: 'Phòng Cũ', validFrom: '2025-07-01' };
    const parentId = cast.organizations.department;
    expect((await administrator.post('/organizations', { ...body, parentId })).status).toBe(204);
    const close = { version: 1, validTo: '2026-01-01', successorId: cast.organizations.wardTwo };
    expect((await administrator.post(`/organizations/${before}/close`, close)).status).toBe(204);
    const earlier = await inspectedBefore(before, 'Chưa công khai kết quả giải quyết.');
    const id = await found('Chưa công khai kết quả giải quyết.', now.targets.wardTwo);
    expect((await repeatOf(id))?.earlier).toEqual([expect.objectContaining({ id: earlier.id, unit: 'Phòng Cũ' })]);
  });

  it('tells it to the department and the team, to nobody else', async () => {
    for (const part of ['planner', 'leader', 'inspector'] as const) expect((await listOf(part)).status).toBe(200);
    expect((await listOf('otherInspector')).status).toBe(404);
    expect((await listOf('unitOfficer')).status).toBe(403);
  });
});

describe('PUT /findings/:findingId/repeats', () => {
  it('says what it repeats, or that it is new, and the last word stands', async () => {
    const { id: earlier } = await inspectedBefore(cast.organizations.wardOne, 'Máy lấy số bị hỏng.');
    const id = await found('Máy lấy số bị hỏng.');
    expect((await judge(id, [earlier])).body.judged).toMatchObject({ repeats: [earlier] });
    expect((await judge(id, [earlier])).body.judged).toMatchObject({ repeats: [earlier] });
    expect((await judge(id, [])).body.judged).toMatchObject({ repeats: [] });
    expect((await repeatOf(id, 'planner'))?.judged?.repeats).toEqual([]);
    const { body } = await cast.as('planner').get<AuditEventView[]>(`/audit?kind=finding&subjectId=${id}`);
    expect(body.filter(({ summary }) => summary.startsWith('Xác định'))).toHaveLength(2);
    expect(body.map(({ summary }) => summary)).toEqual(
      expect.arrayContaining([
        'Xác định lặp lại tồn tại, hạn chế của lần kiểm tra trước: “Máy lấy số bị hỏng.”',
        'Xác định không lặp lại lần kiểm tra trước: “Máy lấy số bị hỏng.”',
      ]),
    );
  });

  it('keeps the word when the text no longer resembles', async () => {
    const { id: earlier } = await inspectedBefore(cast.organizations.wardOne, 'Phòng chờ thiếu ghế.');
    const id = await found('Phòng chờ thiếu ghế.');
    await judge(id, [earlier]);
    const finding = {
      version: 1,
      targetId: now.targets.wardOne,
      kind: 'shortcoming',
      area: 'TTHC',
      text: 'Chỗ ngồi không đủ.',
    };
    expect((await cast.as('inspector').patch(`/findings/${id}`, finding)).status).toBe(200);
    expect((await repeatOf(id))?.earlier).toEqual([expect.objectContaining({ id: earlier, likeness: null })]);
  });

  it('refuses what was not found at the unit before, by its place in the list', async () => {
    const { id: foreign } = await inspectedBefore(cast.organizations.wardTwo, 'Quầy số 3 thiếu biển hiệu.');
    const { id: own } = await inspectedBefore(cast.organizations.wardOne, 'Quầy số 3 thiếu biển hiệu.');
    const id = await found('Quầy số 3 thiếu biển hiệu.');
    const { status, problem } = await judge(id, [own, foreign, newId()]);
    expect(status).toBe(422);
    expect(problem.violations.map(({ path }) => path)).toEqual(['repeats.1', 'repeats.2']);
    expect((await repeatOf(id))?.judged).toBeNull();
  });

  it('refuses strengths, what units have read, and who is not in the team', async () => {
    const id = newId();
    const strength = {
      id,
      planId: now.planId,
      targetId: now.targets.wardOne,
      kind: 'strength',
      area: 'TTHC',
      text: 'Tốt.',
    };
    expect((await cast.as('inspector').post('/findings', strength)).status).toBe(201);
    expect((await judge(id, [])).problem.code).toBe('findings.strength-repeats');

    const issued = await found('Chưa xin lỗi bằng văn bản.');
    expect((await judge(issued, [], 'otherInspector')).status).toBe(404);
    expect((await judge(issued, [], 'leader')).status).toBe(403);
    const request = newId();
    const recipients = [{ id: newId(), organizationId: cast.organizations.wardOne }];
    const draft = {
      id: request,
      planId: now.planId,
      kind: 'remedy_now',
      text: 'Khắc phục.',
      findingIds: [issued],
      recipients,
    };
    expect((await cast.as('planner').post('/requests', draft)).status).toBe(201);
    const issue = { version: 1, issuedOn: '2026-03-10' };
    expect((await cast.as('planner').post(`/requests/${request}/issue`, issue)).status).toBe(200);
    expect((await judge(issued, [])).problem.code).toBe('findings.already-issued');
  });

  it('goes with the finding when that is deleted', async () => {
    const { id: earlier } = await inspectedBefore(cast.organizations.wardOne, 'Sổ góp ý để trống.');
    const id = await found('Sổ góp ý để trống.');
    await judge(id, [earlier]);
    expect((await cast.as('inspector').delete(`/findings/${id}`)).status).toBe(204);
    expect(await repeatOf(id)).toBeUndefined();
  });
});
