import { newId } from '@kiemtra/shared/kernel';
import type { RecipientLineView, RecipientView } from '@kiemtra/shared/remediation';
import { RemediationService } from './remediation.service.js';
import { PDF, createCampaign, type Campaign } from '../testing/campaign.js';
import { accessOf, createCast, type Cast, type Part } from '../testing/cast.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { askWards, sayIn, type Act, type Asked } from './testing/remedies.js';

let server: TestServer;
let cast: Cast;
let campaign: Campaign;
beforeAll(async () => {
  server = await startTestServer();
  cast = await createCast(server);
  campaign = await createCampaign(server, cast);
});
afterAll(() => server.close());

const ask = ({ planId = campaign.planId, ...asked }: Asked & { planId?: string } = {}) => askWards(cast, planId, asked);
const act = (part: Part, recipientId: string, name: Act, fields: object = {}, id = newId()) =>
  sayIn(cast, part, recipientId, name, fields, id);
const reported = async () => {
  const { one } = await ask();
  await act('unitOfficer', one, 'acknowledge');
  await act('unitOfficer', one, 'report');
  return one;
};
const upload = async (part: Part) => {
  const id = newId();
  await cast.as(part).send('PUT', `/files/${id}`, PDF, {
    'content-type': 'application/octet-stream',
    'x-file-name': 'anh.pdf',
  });
  return id;
};

describe('the round of a request', () => {
  it('goes from receipt over a returned report to acceptance, everything said being kept', async () => {
    const { one } = await ask();
    const fileId = await upload('unitOfficer');
    expect((await act('unitOfficer', one, 'acknowledge')).body.state).toBe('acknowledged');
    const report = await act('unitOfficer', one, 'report', { files: [{ id: fileId, caption: 'Bảng niêm yết' }] });
    expect(report.body.state).toBe('reported');
    expect((await act('leader', one, 'return')).body.state).toBe('returned');
    expect((await act('unitOfficer', one, 'report', { text: 'Đã bổ sung ảnh.' })).body.state).toBe('reported');
    const { body } = await act('planner', one, 'accept', { comment: 'Đã kiểm tra.' });
    expect(body.state).toBe('accepted');
    expect(body.thread.map(({ act: name, text, actorName }) => [name, text, actorName])).toEqual([
      ['issue', null, 'Chuyên viên kế hoạch'],
      ['acknowledge', null, 'Cán bộ phường Một'],
      ['report', 'Đã niêm yết đủ.', 'Cán bộ phường Một'],
      ['return', 'Chưa có ảnh chứng minh.', 'Lãnh đạo Sở'],
      ['report', 'Đã bổ sung ảnh.', 'Cán bộ phường Một'],
      ['accept', 'Đã kiểm tra.', 'Chuyên viên kế hoạch'],
    ]);
    expect(body.thread[2]?.files).toMatchObject([{ id: fileId, name: 'anh.pdf', caption: 'Bảng niêm yết' }]);
    expect((await cast.as('leader').get(`/files/${fileId}`)).status).toBe(200);
    expect((await cast.as('otherUnitOfficer').get(`/files/${fileId}`)).status).toBe(404);
  });

  it.each<[string, Part, Act, number]>([
    ['a report before the receipt', 'unitOfficer', 'report', 409],
    ['an acceptance without a report', 'planner', 'accept', 409],
    ['an acceptance by the unit', 'unitOfficer', 'accept', 403],
    ['an acceptance by an inspector', 'lead', 'accept', 403],
    ['an answer by the department', 'planner', 'acknowledge', 403],
    ['an answer by another unit', 'otherUnitOfficer', 'acknowledge', 404],
  ])('refuses %s', async (_, part, name, status) => {
    const { one } = await ask();
    expect((await act(part, one, name)).status).toBe(status);
    const { state, thread } = (await cast.as('planner').get<RecipientView>(`/request-recipients/${one}`)).body;
    expect([state, thread.length]).toEqual(['issued', 1]);
  });

  it('refuses a return without a reason and a report without text', async () => {
    const one = await reported();
    expect((await act('planner', one, 'return', { reason: ' ' })).problem.violations[0]?.path).toBe('reason');
    await act('planner', one, 'return');
    expect((await act('unitOfficer', one, 'report', { text: '' })).problem.violations[0]?.path).toBe('text');
  });

  it('refuses files that the sender has not uploaded, and keeps nothing of the report', async () => {
    const { one } = await ask();
    await act('unitOfficer', one, 'acknowledge');
    const files = [{ id: await upload('unitOfficer') }, { id: await upload('planner') }, { id: newId() }];
    const { status, problem } = await act('unitOfficer', one, 'report', { files });
    expect([status, problem.violations.map(({ path }) => path)]).toEqual([422, ['files.1.id', 'files.2.id']]);
    const { body } = await cast.as('unitOfficer').get<RecipientView>(`/request-recipients/${one}`);
    expect([body.state, body.thread.length]).toEqual(['acknowledged', 2]);
  });

  it('lets nobody decide about the own unit', async () => {
    const one = await reported();
    const { planner } = cast.accounts;
    const moveTo = (unit: string) =>
      server.db.directory('update account set organization_id = $2 where id = $1', [planner, unit]);
    await moveTo(cast.organizations.wardOne);
    expect((await act('planner', one, 'accept')).problem.code).toBe('remediation.own-unit');
    await moveTo(cast.organizations.department);
    expect((await act('planner', one, 'accept')).status).toBe(200);
  });
});

describe('acts at the same moment', () => {
  it('accept and return: one happens, the other learns what came first', async () => {
    const one = await reported();
    const answers = await Promise.all([act('planner', one, 'accept'), act('leader', one, 'return')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { state, thread } = (await cast.as('planner').get<RecipientView>(`/request-recipients/${one}`)).body;
    expect(thread).toHaveLength(4);
    expect(state).toBe(answers[0].status === 200 ? 'accepted' : 'returned');
  });

  it('accept and report: the report never reopens what is accepted', async () => {
    const one = await reported();
    const [accepted, again] = await Promise.all([act('planner', one, 'accept'), act('unitOfficer', one, 'report')]);
    expect([accepted.status, again.status]).toEqual([200, 409]);
  });

  it('two reports of colleagues: one is taken', async () => {
    const { one } = await ask();
    await act('unitOfficer', one, 'acknowledge');
    const answers = await Promise.all([1, 2, 3].map(() => act('unitOfficer', one, 'report')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('the same entry sent again and again is one entry', async () => {
    const { one } = await ask();
    const id = newId();
    const files = [{ id: await upload('unitOfficer') }];
    const acknowledged = await Promise.all([1, 2, 3].map(() => act('unitOfficer', one, 'acknowledge', {}, id)));
    expect(acknowledged.map(({ status }) => status)).toEqual([200, 200, 200]);
    const entryId = newId();
    const answers = await Promise.all([1, 2, 3].map(() => act('unitOfficer', one, 'report', { files }, entryId)));
    expect(answers.map(({ status, body }) => [status, body.thread.length])).toEqual([1, 2, 3].map(() => [200, 3]));
    const other = await act('unitOfficer', one, 'report', { files: [] }, entryId);
    expect(other.problem.code).toBe('request.id-reused');
    expect((await act('unitOfficer', one, 'report', { text: 'Khác', files }, entryId)).status).toBe(409);
  });
});

describe('GET /request-recipients', () => {
  const inbox = async (part: Part, query = '') =>
    (await cast.as(part).get<RecipientLineView[]>(`/request-recipients?${query}`)).body;

  it('tells each side what waits for it, the latest first, and how long there is', async () => {
    cast = await createCast(server);
    campaign = await createCampaign(server, cast);
    server.clock.at = new Date('2026-03-16T02:00:00Z');
    const [later, overdue, open, done] = [
      await ask({ workingDays: 20 }),
      await ask({ workingDays: 3 }),
      await ask(),
      await ask({ workingDays: 1 }),
    ];
    await ask({ isIssued: false });
    await act('unitOfficer', done.one, 'acknowledge');
    await act('unitOfficer', done.one, 'report');
    const lines = await inbox('unitOfficer', 'mine=true');
    expect(lines.map(({ id, due }) => [id, due?.workingDaysLeft ?? null, due?.isPast ?? null])).toEqual([
      [overdue.one, -1, true],
      [later.one, 16, false],
      [open.one, null, null],
    ]);
    expect((await inbox('unitOfficer')).map(({ id }) => id)).toEqual([overdue.one, later.one, open.one, done.one]);
    expect((await inbox('planner', 'mine=true')).map(({ id }) => id)).toEqual([done.one]);
    expect((await inbox('viewer', 'mine=true')).map(({ id }) => id)).toEqual([]);
    expect(await inbox('viewer')).toHaveLength(8);
    expect((await inbox('leader', 'state=reported')).map(({ id }) => id)).toEqual([done.one]);
    expect(await inbox('otherInspector')).toEqual([]);
    server.clock.at = null;
  });

  it('refuses a state that is none of an inbox', async () => {
    expect((await cast.as('planner').get('/request-recipients?state=draft')).status).toBe(422);
  });
});

describe('GET /request-recipients/:recipientId', () => {
  it('shows a unit its own alone, and no draft', async () => {
    const issued = await ask();
    const draft = await ask({ isIssued: false });
    const status = async (part: Part, id: string) => (await cast.as(part).get(`/request-recipients/${id}`)).status;
    expect([await status('unitOfficer', issued.one), await status('unitOfficer', issued.two)]).toEqual([200, 404]);
    expect([await status('unitOfficer', draft.one), await status('planner', draft.one)]).toEqual([404, 200]);
    const other = await createCast(server);
    expect((await other.as('planner').get(`/request-recipients/${issued.one}`)).status).toBe(404);
    expect((await other.as('planner').post(`/request-recipients/${issued.one}/accept`, { id: newId() })).status).toBe(
      404,
    );
  });

  it('gives the reasons: the findings that are meant for this recipient', async () => {
    const { wardOne, wardTwo } = campaign.targets;
    const found = async (targetId: string | null, text: string) => {
      const finding = { id: newId(), planId: campaign.planId, targetId, kind: 'shortcoming', area: 'TTHC', text };
      await cast.as('planner').post('/findings', finding);
      return finding.id;
    };
    const findingIds = [await found(wardOne, 'Của Một'), await found(wardTwo, 'Của Hai'), await found(null, 'Chung')];
    const { one } = await ask({ findingIds });
    const { body } = await cast.as('unitOfficer').get<RecipientView>(`/request-recipients/${one}`);
    expect(body.findings.map(({ text }) => text)).toEqual(['Của Một', 'Chung']);
    expect(body.plan).toEqual({ id: campaign.planId, title: 'Kiểm tra công tác cải cách hành chính năm 2026' });
  });
});

describe('the letter to a recipient', () => {
  const letterData = (recipientId: string) =>
    server.inProvince(cast.provinceId, () =>
      server.app.get(RemediationService).letterData(accessOf(cast, 'planner', ['province']), recipientId),
    );

  it('gathers what was issued to it with one number and date', async () => {
    const { planId, targets } = await createCampaign(server, cast);
    const finding = {
      id: newId(),
      planId,
      targetId: targets.wardOne,
      kind: 'shortcoming',
      area: 'TTHC',
      text: 'Trễ hạn.',
      legalBasis: 'Nghị định 118/2025/NĐ-CP',
    };
    await cast.as('planner').post('/findings', finding);
    const { one } = await ask({ planId, findingIds: [finding.id], workingDays: 5 });
    await ask({ planId, workingDays: 10 });
    await ask({ planId, isIssued: false });
    expect(await letterData(one)).toEqual({
      authority: { id: cast.organizations.department, on: '2026-03-10' },
      content: {
        campaignYear: 2026,
        addressees: ['UBND phường Một'],
        plan: {
          typeName: 'Kế hoạch',
          number: '12/KH-SNV',
          issuedOn: '2026-01-15',
          issuer: 'Sở Nội vụ',
          subject: 'Kiểm tra công tác cải cách hành chính năm 2026',
        },
        visitedOn: [],
        findings: [{ area: 'Cải cách thủ tục hành chính', text: 'Trễ hạn.', legalBasis: 'Nghị định 118/2025/NĐ-CP' }],
        requests: [
          { text: 'Khắc phục.', measure: '', deadline: { on: '2026-03-17' } },
          { text: 'Khắc phục.', measure: '', deadline: { on: '2026-03-24' } },
        ],
        reportBy: { on: '2026-03-24' },
      },
    });
  });

  it('gathers its drafts of the plan, with their terms, the longest for the report', async () => {
    const { planId } = await createCampaign(server, cast);
    const { one } = await ask({ planId, workingDays: 20, isIssued: false });
    await ask({ planId, workingDays: 5, isIssued: false });
    await ask({ planId, isIssued: false });
    await ask({ planId, workingDays: 30 });
    const { content } = await letterData(one);
    expect(content.requests.map(({ deadline }) => deadline)).toEqual([{ workingDays: 20 }, { workingDays: 5 }, null]);
    expect(content.reportBy).toEqual({ workingDays: 20 });
  });
});
