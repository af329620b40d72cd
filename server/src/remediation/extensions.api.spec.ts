import type { AuditEventView } from '@kiemtra/shared/audit';
import { newId } from '@kiemtra/shared/kernel';
import type { RecipientLineView, RecipientView } from '@kiemtra/shared/remediation';
import { createCampaign } from '../testing/campaign.js';
import { createCast, type Cast, type Part } from '../testing/cast.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { askWards, sayIn, type Act } from './testing/remedies.js';

let server: TestServer;
let cast: Cast;
let planId: string;
beforeAll(async () => {
  server = await startTestServer();
  cast = await createCast(server);
  ({ planId } = await createCampaign(server, cast));
  server.clock.at = new Date('2026-03-16T02:00:00Z');
});
afterAll(() => server.close());

const act = (part: Part, recipientId: string, name: Act, fields: object = {}, id = newId()) =>
  sayIn(cast, part, recipientId, name, fields, id);
/** A recipient of ward One with the due date 17/03/2026. */
const issued = async () => (await askWards(cast, planId, { workingDays: 5 })).one;
const asking = async () => {
  const recipientId = await issued();
  expect((await act('unitOfficer', recipientId, 'ask-extension')).status).toBe(200);
  return recipientId;
};
const read = async (recipientId: string) =>
  (await cast.as('planner').get<RecipientView>(`/request-recipients/${recipientId}`)).body;
const journal = async (recipientId: string) => {
  const lines = await cast
    .as('planner')
    .get<AuditEventView[]>(`/audit?kind=request_recipient&subjectId=${recipientId}`);
  return lines.body.map(({ summary }) => summary);
};

describe('more time for a recipient', () => {
  it('is asked for, refused, asked for again and granted, the old dates being kept', async () => {
    const one = await issued();
    const asked = await act('unitOfficer', one, 'ask-extension');
    expect([asked.body.state, asked.body.askedUntil, asked.body.due?.on]).toEqual([
      'issued',
      '2026-03-31',
      '2026-03-17',
    ]);
    expect((await act('leader', one, 'refuse-extension')).body.askedUntil).toBeNull();
    await act('unitOfficer', one, 'acknowledge');
    await act('unitOfficer', one, 'ask-extension', { until: '2026-04-30', reason: 'Chờ kinh phí.' });
    const granted = await act('planner', one, 'grant-extension', { until: '2026-03-24', comment: 'Đến đây là đủ.' });
    expect(granted.body).toMatchObject({
      state: 'acknowledged',
      due: { on: '2026-03-24', workingDaysLeft: 6, isPast: false },
      firstDueOn: '2026-03-17',
      askedUntil: null,
    });
    expect(granted.body.thread.slice(1).map(({ act: name, until, text }) => [name, until, text])).toEqual([
      ['ask_extension', '2026-03-31', 'Chờ in lại bảng.'],
      ['refuse_extension', null, 'Việc này làm được ngay.'],
      ['acknowledge', null, null],
      ['ask_extension', '2026-04-30', 'Chờ kinh phí.'],
      ['grant_extension', '2026-03-24', 'Đến đây là đủ.'],
    ]);
    expect(await journal(one)).toEqual([
      'Gia hạn cho UBND phường Một từ 17/03/2026 đến 24/03/2026',
      'UBND phường Một đề nghị gia hạn đến 30/04/2026: Chờ kinh phí.',
      'UBND phường Một xác nhận đã nhận kiến nghị',
      'Không gia hạn cho UBND phường Một: Việc này làm được ngay.',
      'UBND phường Một đề nghị gia hạn đến 31/03/2026: Chờ in lại bảng.',
    ]);
  });

  it('does not stop the clock while it is asked for, and is asked for when it is late, too', async () => {
    const one = await issued();
    server.clock.at = new Date('2026-03-20T02:00:00Z');
    const { body } = await act('unitOfficer', one, 'ask-extension');
    expect(body.due).toEqual({ on: '2026-03-17', workingDaysLeft: -3, isPast: true });
    expect((await act('planner', one, 'grant-extension')).body.due?.isPast).toBe(false);
    server.clock.at = new Date('2026-03-16T02:00:00Z');
  });

  it('is counted from the date that was granted last', async () => {
    const one = await asking();
    await act('planner', one, 'grant-extension');
    const tooEarly = await act('unitOfficer', one, 'ask-extension', { until: '2026-03-31' });
    expect(tooEarly.problem.violations).toMatchObject([
      { path: 'until', message: 'Hạn mới phải sau thời hạn hiện nay là 31/03/2026.' },
    ]);
    await act('unitOfficer', one, 'ask-extension', { until: '2026-04-07' });
    const { body } = await act('planner', one, 'grant-extension', { until: '2026-04-07' });
    expect([body.firstDueOn, body.due?.on]).toEqual(['2026-03-17', '2026-04-07']);
  });

  it.each<[string, Part, object, string | number]>([
    ['a day off', 'unitOfficer', { until: '2026-03-28' }, 'until'],
    ['a day before the due date', 'unitOfficer', { until: '2026-03-16' }, 'until'],
    ['a day out of reach', 'unitOfficer', { until: '2199-12-31' }, 'until'],
    ['what is no day', 'unitOfficer', { until: '31/03/2026' }, 'until'],
    ['no reason', 'unitOfficer', { reason: ' ' }, 'reason'],
    ['another unit', 'otherUnitOfficer', {}, 404],
    ['the department', 'planner', {}, 403],
  ])('refuses to ask with %s and changes nothing', async (_, part, fields, refused) => {
    const one = await issued();
    const { status, problem } = await act(part, one, 'ask-extension', fields);
    if (typeof refused === 'number') expect(status).toBe(refused);
    else expect([status, problem.violations.map(({ path }) => path)]).toEqual([422, [refused]]);
    const { askedUntil, thread } = await read(one);
    expect([askedUntil, thread.length]).toEqual([null, 1]);
  });

  it('is asked for once at a time, in the turn of the unit, where a due date stands', async () => {
    const code = async (recipientId: string) =>
      (await act('unitOfficer', recipientId, 'ask-extension', { until: '2026-04-07' })).problem.code;
    expect(await code(await asking())).toBe('remediation.extension-asked');
    expect(await code((await askWards(cast, planId)).one)).toBe('remediation.no-due-date');
    const reported = await issued();
    await act('unitOfficer', reported, 'acknowledge');
    await act('unitOfficer', reported, 'report');
    expect(await code(reported)).toBe('remediation.not-now');
  });

  it.each<[string, Part, Act, object, string | number]>([
    ['a grant without an ask', 'planner', 'grant-extension', {}, 'remediation.not-now'],
    ['a refusal without an ask', 'planner', 'refuse-extension', {}, 'remediation.not-now'],
  ])('refuses %s', async (_, part, name, fields, code) => {
    expect((await act(part, await issued(), name, fields)).problem.code).toBe(code);
  });

  it.each<[string, Part, Act, object, number]>([
    ['a grant by the unit', 'unitOfficer', 'grant-extension', {}, 403],
    ['a grant by an inspector', 'lead', 'grant-extension', {}, 403],
    ['a grant until a day off', 'planner', 'grant-extension', { until: '2026-03-29' }, 422],
    ['a refusal without a reason', 'planner', 'refuse-extension', { reason: '' }, 422],
  ])('refuses %s, and the ask stays open', async (_, part, name, fields, status) => {
    const one = await asking();
    expect((await act(part, one, name, fields)).status).toBe(status);
    expect((await read(one)).askedUntil).toBe('2026-03-31');
  });

  it('lets nobody decide about the own unit', async () => {
    const one = await asking();
    const moveTo = (unit: string) =>
      server.db.directory('update account set organization_id = $2 where id = $1', [cast.accounts.planner, unit]);
    await moveTo(cast.organizations.wardOne);
    for (const name of ['grant-extension', 'refuse-extension'] as const) {
      expect((await act('planner', one, name)).problem.code).toBe('remediation.own-unit');
    }
    await moveTo(cast.organizations.department);
    expect((await act('planner', one, 'grant-extension')).status).toBe(200);
  });

  it('is no longer asked for when the unit has reported', async () => {
    const one = await asking();
    await act('unitOfficer', one, 'acknowledge');
    expect((await act('unitOfficer', one, 'report')).body.askedUntil).toBeNull();
    expect((await act('planner', one, 'grant-extension')).problem.code).toBe('remediation.not-now');
    expect((await journal(one))[0]).toBe(
      'UBND phường Một báo cáo khắc phục, kèm 0 tệp; đề nghị gia hạn đến 31/03/2026 không xét nữa',
    );
  });
});

describe('at the same moment', () => {
  it('grant and refusal: one happens, the other learns that it is over', async () => {
    const one = await asking();
    const answers = await Promise.all([act('planner', one, 'grant-extension'), act('leader', one, 'refuse-extension')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.problem.code).toBe('remediation.not-now');
    const { due, askedUntil, thread } = await read(one);
    expect([askedUntil, thread.length]).toEqual([null, 3]);
    expect(due?.on).toBe(answers[0].status === 200 ? '2026-03-31' : '2026-03-17');
  });

  it('two asks of colleagues: one is open', async () => {
    const one = await issued();
    const answers = await Promise.all([1, 2, 3].map(() => act('unitOfficer', one, 'ask-extension')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('the same entry sent again and again is one entry, and another one under its id is refused', async () => {
    const one = await issued();
    const id = newId();
    const answers = await Promise.all([1, 2, 3].map(() => act('unitOfficer', one, 'ask-extension', {}, id)));
    expect(answers.map(({ status, body }) => [status, body.thread.length])).toEqual([1, 2, 3].map(() => [200, 2]));
    const other = await act('unitOfficer', one, 'ask-extension', { until: '2026-04-07' }, id);
    expect(other.problem.code).toBe('request.id-reused');
  });
});

describe('what waits for a decision about more time', () => {
  const inbox = async (part: Part, query: string) =>
    (await cast.as(part).get<RecipientLineView[]>(`/request-recipients?${query}`)).body.map(({ id }) => id);

  it('stands first in the inbox of the department, and of the unit as what it has to do', async () => {
    cast = await createCast(server);
    ({ planId } = await createCampaign(server, cast));
    const [early, asked] = [await issued(), (await askWards(cast, planId, { workingDays: 20 })).one];
    await act('unitOfficer', asked, 'ask-extension', { until: '2026-04-30' });
    expect(await inbox('planner', 'mine=true')).toEqual([asked]);
    expect((await inbox('leader', ''))[0]).toBe(asked);
    expect(await inbox('unitOfficer', 'mine=true')).toEqual([early, asked]);
    expect(await inbox('viewer', 'mine=true')).toEqual([]);
  });
});
