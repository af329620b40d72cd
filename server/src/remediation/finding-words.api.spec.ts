import { newId } from '@kiemtra/shared/kernel';
import type { RecipientView } from '@kiemtra/shared/remediation';
import { createCampaign, type Campaign } from '../testing/campaign.js';
import { createCast, type Cast, type Part } from '../testing/cast.js';
import { uploaded } from '../testing/deeds.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { askWards, sayIn, type Act } from './testing/remedies.js';

let server: TestServer;
let cast: Cast;
let campaign: Campaign;
let board: string;
let ledger: string;
let praise: string;
beforeAll(async () => {
  server = await startTestServer();
  cast = await createCast(server);
  campaign = await createCampaign(server, cast);
  const found = async (kind: string, text: string) => {
    const id = newId();
    const finding = { id, planId: campaign.planId, targetId: campaign.targets.wardOne, kind, area: 'TTHC', text };
    expect((await cast.as('planner').post('/findings', finding)).status).toBe(201);
    return id;
  };
  board = await found('shortcoming', 'Niêm yết thiếu.');
  ledger = await found('shortcoming', 'Sổ thiếu cột.');
  praise = await found('strength', 'Bố trí gọn.');
  server.clock.at = new Date('2026-03-16T02:00:00Z');
});
afterAll(() => server.close());

const act = (part: Part, recipientId: string, name: Act, fields: object = {}, id = newId()) =>
  sayIn(cast, part, recipientId, name, fields, id);
const acknowledged = async () => {
  const { one } = await askWards(cast, campaign.planId, { findingIds: [board, ledger, praise] });
  await act('unitOfficer', one, 'acknowledge');
  return one;
};
const word = (findingId: string, fields: object = {}) => ({
  findingId,
  standing: 'done',
  text: 'Đã làm.',
  doneOn: '2026-03-12',
  files: [],
  ...fields,
});
const report = (recipientId: string, findings: object[], fields: object = {}, id = newId()) =>
  act('unitOfficer', recipientId, 'report', { text: null, findings, ...fields }, id);
const reported = async () => {
  const one = await acknowledged();
  expect((await report(one, [word(board), word(ledger, { standing: 'doing' })])).status).toBe(200);
  return one;
};
const decide = (recipientId: string, decisions: object[], fields: object = {}, id = newId()) =>
  act('leader', recipientId, 'decide', { decisions, ...fields }, id);
const accepted = (findingId: string) => ({ findingId, standing: 'accepted' });
const returned = (findingId: string) => ({ findingId, standing: 'returned', comment: 'Thiếu ảnh.' });
const read = async (recipientId: string) =>
  (await cast.as('planner').get<RecipientView>(`/request-recipients/${recipientId}`)).body;
const wordsOf = ({ thread }: RecipientView) =>
  thread.flatMap(({ act: name, findings }) => findings.map((each) => [name, each.findingId, each.standing, each.text]));

describe('a report on several findings', () => {
  it('says how each stands, with its own files; what is accepted is not reported again', async () => {
    const one = await acknowledged();
    const [whole, before] = [
      await uploaded(cast.as('unitOfficer'), 'Báo cáo'),
      await uploaded(cast.as('unitOfficer'), 'Ảnh trước'),
    ];
    const first = await report(
      one,
      [word(board, { files: [{ id: before }] }), word(ledger, { standing: 'doing', doneOn: '2026-04-30' })],
      { text: 'Báo cáo chung.', files: [{ id: whole }] },
    );
    expect(first.body.thread.at(-1)).toMatchObject({
      text: 'Báo cáo chung.',
      files: [{ id: whole }, { id: before }],
      findings: [
        { findingId: board, standing: 'done', doneOn: '2026-03-12', fileIds: [before] },
        { findingId: ledger, standing: 'doing', doneOn: '2026-04-30', fileIds: [] },
      ],
    });
    const partly = await decide(one, [accepted(board), returned(ledger)]);
    expect([partly.status, partly.body.state]).toEqual([200, 'returned']);
    expect((await report(one, [word(board), word(ledger)])).problem.violations).toMatchObject([
      { path: 'findings.0.findingId' },
    ]);
    expect((await report(one, [word(ledger)])).body.state).toBe('reported');
    const last = await decide(one, [accepted(ledger)]);
    expect(last.body.state).toBe('accepted');
    expect(wordsOf(last.body)).toEqual([
      ['report', board, 'done', 'Đã làm.'],
      ['report', ledger, 'doing', 'Đã làm.'],
      ['return', board, 'accepted', null],
      ['return', ledger, 'returned', 'Thiếu ảnh.'],
      ['report', ledger, 'done', 'Đã làm.'],
      ['accept', ledger, 'accepted', null],
    ]);
  });

  it.each<[string, () => object, string[]]>([
    ['leaves one out', () => ({ findings: [word(board)] }), ['findings']],
    ['speaks of none', () => ({ text: 'Đã làm hết.' }), ['findings']],
    ['names one twice', () => ({ findings: [word(board), word(board)] }), ['findings.1.findingId', 'findings']],
    ['tells of a strength', () => ({ findings: [word(board), word(ledger), word(praise)] }), ['findings.2.findingId']],
    [
      'was done tomorrow',
      () => ({ findings: [word(board, { doneOn: '2026-03-17' }), word(ledger)] }),
      ['findings.0.doneOn'],
    ],
    ['says nothing of it', () => ({ findings: [word(board, { text: '' }), word(ledger)] }), ['findings.0.text']],
    [
      'claims an acceptance',
      () => ({ findings: [word(board, { standing: 'accepted' }), word(ledger)] }),
      ['findings.0.standing'],
    ],
    [
      'has a file of nobody',
      () => ({ findings: [word(board, { files: [{ id: newId() }] }), word(ledger)] }),
      ['findings.0.files.0.id'],
    ],
  ])('is refused when it %s, and changes nothing', async (_, fields, paths) => {
    const one = await acknowledged();
    const { status, problem } = await act('unitOfficer', one, 'report', { text: null, ...fields() });
    expect([status, problem.violations.map(({ path }) => path)]).toEqual([422, paths]);
    const { state, thread } = await read(one);
    expect([state, thread.length]).toEqual(['acknowledged', 2]);
  });

  it('sent again is one report; with other words under its id it is refused', async () => {
    const one = await acknowledged();
    const id = newId();
    const findings = [word(ledger), word(board)];
    const answers = await Promise.all([1, 2, 3].map(() => report(one, findings, {}, id)));
    expect(answers.map(({ status, body }) => [status, body.thread.length])).toEqual([1, 2, 3].map(() => [200, 3]));
    const other = await report(one, [word(ledger), word(board, { standing: 'doing' })], {}, id);
    expect(other.problem.code).toBe('request.id-reused');
  });
});

describe('a decision about single findings', () => {
  it.each<[string, () => object[], string[]]>([
    ['leaves one out', () => [accepted(board)], ['decisions']],
    [
      'returns without a reason',
      () => [accepted(board), { findingId: ledger, standing: 'returned' }],
      ['decisions.1.comment'],
    ],
    [
      'is about something else',
      () => [accepted(board), accepted(ledger), accepted(newId())],
      ['decisions.2.findingId'],
    ],
    ['is empty', () => [], ['decisions']],
  ])('is refused when it %s', async (_, decisions, paths) => {
    const one = await reported();
    const { status, problem } = await decide(one, decisions());
    expect([status, problem.violations.map(({ path }) => path)]).toEqual([422, paths]);
    expect((await read(one)).state).toBe('reported');
  });

  it('is not made by the unit, about the own unit, or before there is a report', async () => {
    const one = await reported();
    const both = [accepted(board), accepted(ledger)];
    expect((await act('unitOfficer', one, 'decide', { decisions: both })).status).toBe(403);
    expect((await decide(await acknowledged(), both)).problem.code).toBe('remediation.not-now');
    const moveTo = (unit: string) =>
      server.db.directory('update account set organization_id = $2 where id = $1', [cast.accounts.leader, unit]);
    await moveTo(cast.organizations.wardOne);
    expect((await decide(one, both)).problem.code).toBe('remediation.own-unit');
    await moveTo(cast.organizations.department);
  });

  it('happens once when two decide at the same moment, and when it is sent again', async () => {
    const one = await reported();
    const id = newId();
    const both = [returned(board), accepted(ledger)];
    const answers = await Promise.all([decide(one, both, {}, id), act('planner', one, 'accept')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const two = await reported();
    expect((await decide(two, both, {}, newId())).status).toBe(200);
    const again = newId();
    const three = await reported();
    expect((await Promise.all([1, 2].map(() => decide(three, both, {}, again)))).map(({ status }) => status)).toEqual([
      200, 200,
    ]);
    expect((await decide(three, [returned(board), returned(ledger)], {}, again)).problem.code).toBe(
      'request.id-reused',
    );
  });

  it('is made about all of them at once, too', async () => {
    const one = await reported();
    const { body } = await act('leader', one, 'return');
    expect(wordsOf(body).slice(-2)).toEqual([
      ['return', board, 'returned', null],
      ['return', ledger, 'returned', null],
    ]);
    await report(one, [word(board), word(ledger)]);
    const done = await act('planner', one, 'accept');
    expect(wordsOf(done.body).slice(-2)).toEqual([
      ['accept', board, 'accepted', null],
      ['accept', ledger, 'accepted', null],
    ]);
  });
});
