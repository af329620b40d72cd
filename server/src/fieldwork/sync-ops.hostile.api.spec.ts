import { createHash } from 'node:crypto';
import { contentDigest } from '@kiemtra/shared/fieldwork';
import { newId } from '@kiemtra/shared/kernel';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { createField, Device, outcomeText, rate, said, type Field, type Said } from './testing/field.js';

let server: TestServer;
let field: Field;
let other: Field;
beforeAll(async () => {
  server = await startTestServer();
  field = await createField(server);
  other = await createField(server);
});
afterAll(() => server.close());

const set = (value: unknown, rest: Said = {}) => said(field, 'input.set', '1.1.2', { value, ...rest });
const note = (value: unknown, rest: Said = {}) => said(field, 'note.set', '1.1.2', { value, ...rest });
const stored = () =>
  server.inProvince(field.cast.provinceId, () =>
    server.db.one<object>(
      `select (select count(*) from answer) as answers, (select count(*) from fieldwork_lane) as lanes,
              (select count(*) from fieldwork_batch) as batches, (select sum(vseq) from plan_target) as changes`,
    ),
  );

describe('POST /sync/ops, a wrong envelope', () => {
  type Bend = (body: Record<string, unknown>) => unknown;
  it.each<[string, Bend, number, string]>([
    ['no operations', (body) => ({ ...body, ops: [] }), 400, 'request.malformed'],
    ['201 operations', (body) => ({ ...body, ops: Array(201).fill(note('x')) }), 413, 'request.too-large'],
    ['operations that are no list', (body) => ({ ...body, ops: { 0: note('x') } }), 400, 'request.malformed'],
    ['a lane that is no UUID', (body) => ({ ...body, lane: 'máy của tôi' }), 400, 'request.malformed'],
    ['the nil lane', (body) => ({ ...body, lane: '00000000-0000-0000-0000-000000000000' }), 400, 'request.malformed'],
    ['a negative number', (body) => ({ ...body, first_seq: -1 }), 400, 'request.malformed'],
    ['number 2^53', (body) => ({ ...body, first_seq: 2 ** 53 }), 400, 'request.malformed'],
    ['half a number', (body) => ({ ...body, first_seq: 1.5 }), 400, 'request.malformed'],
    ['a field nobody knows', (body) => ({ ...body, account: newId() }), 400, 'request.malformed'],
    ['a list', () => [], 400, 'request.malformed'],
    ['null', () => null, 400, 'request.malformed'],
    ['cut JSON', (body) => JSON.stringify(body).slice(0, -2), 400, 'request.malformed'],
    ['more than 1 MiB', (body) => ({ ...body, pad: 'x'.repeat(1024 * 1024) }), 413, 'request.too-large'],
    ['a prototype', (body) => `{"__proto__":{},${JSON.stringify(body).slice(1)}`, 400, 'request.malformed'],
  ])('refuses %s and stores nothing', async (_, bend, status, code) => {
    const before = await stored();
    const device = new Device(field, 'inspector');
    const answer = await device.send(bend(device.body([note('x')])));
    expect([answer.status, answer.problem.code]).toEqual([status, code]);
    expect(await stored()).toEqual(before);
  });

  it.each<[string, Record<string, string>, number, string]>([
    ['no digest', { 'content-digest': '' }, 400, 'fieldwork.digest-mismatch'],
    ['a wrong digest', { 'content-digest': sha256('khác') }, 400, 'fieldwork.digest-mismatch'],
    ['a digest of another kind', { 'content-digest': 'md5=:AAAA:' }, 400, 'fieldwork.digest-mismatch'],
    ['protocol 0', { 'x-sync-protocol': '0' }, 426, 'fieldwork.protocol'],
    ['protocol 2', { 'x-sync-protocol': '2' }, 426, 'fieldwork.protocol'],
    ['protocol "1"', { 'x-sync-protocol': '"1"' }, 426, 'fieldwork.protocol'],
    ['no protocol', { 'x-sync-protocol': '' }, 426, 'fieldwork.protocol'],
    ['the account of another', { 'x-sync-account': newId() }, 401, 'request.unauthenticated'],
  ])('refuses %s and stores nothing', async (_, headers, status, code) => {
    const before = await stored();
    const device = new Device(field, 'inspector');
    const answer = await device.send(device.body([note('x')]), headers);
    expect([answer.status, answer.problem.code]).toEqual([status, code]);
    expect(await stored()).toEqual(before);
  });
});

function sha256(text: string): string {
  return contentDigest(createHash('sha256').update(text).digest('base64'));
}

describe('POST /sync/ops, a wrong operation', () => {
  const invalid = ['invalid SCHEMA', 'invalid SCHEMA 0', 'invalid SCHEMA 1'];
  const range = ['parked OUT_OF_RANGE 0'];
  const resolve = (siblings: unknown, chosen = 'x') => {
    const value = { field: 'note', siblings, chosen };
    return said(field, 'conflict.resolve', '1.3.2', { value, base: { rev: 1 } });
  };

  it.each<[string, () => unknown, string[]]>([
    ['more than 32 KiB', () => note('x', { at: undefined, pad: 'x'.repeat(33_000) }), invalid],
    ['a value of more than 32 KiB', () => set({ numerator: 'x'.repeat(33_000) }), ['invalid TOO_LARGE 0']],
    ['the number of its neighbour', () => ({ ...note('x'), seq: 7 }), invalid],
    ['null', () => null, invalid],
    ['a word', () => 'note.set', invalid],
    ['an unknown kind', () => ({ ...note('x'), kind: 'note.delete' }), invalid],
    ['a kind of the prototype', () => ({ ...note('x'), kind: 'constructor' }), invalid],
    ['fields of another kind', () => note({ numerator: '1' }), invalid],
    ['a field nobody knows', () => note('x', { points: '100' }), invalid],
    ['no visit', () => note('x', { visit: undefined }), invalid],
    ['a negative base', () => note('x', { base: { rev: -1 } }), invalid],
    ['a base of two kinds', () => note('x', { base: { rev: 0, seq: 1 } }), invalid],
    ['a base that is itself or later', () => note('x', { base: { seq: 2 } }), invalid],
    ['a base nobody wrote', () => note('x', { base: { rev: 99 } }), ['parked BASE_UNKNOWN 99']],
    ['a criterion nobody knows', () => note('x', { criterion: '99.9' }), range],
    ['a criterion of signs', () => note('x', { criterion: `1.1'; drop table answer; --$1` }), invalid],
    ['a criterion of 10 kB', () => note('x', { criterion: '1'.repeat(10_000) }), invalid],
    ['an area that is not scored', () => set(rate(1), { criterion: '1' }), range],
    ['an input of another kind', () => set({ met: true }), range],
    ['more than all', () => set(rate(21)), range],
    ['points instead of an input', () => set({ points: '2' }), range],
    ['not applicable with a value', () => set({ state: 'not_applicable', reason: null, numerator: '1' }), range],
    ['not applicable where it always applies', () => set({ state: 'not_applicable', reason: null }), range],
    ['a note of 10,001 code points', () => note('😀'.repeat(10_001)), ['invalid TOO_LARGE 0', 'invalid TOO_LARGE']],
    ['U+0000 in a note', () => note('x\u0000'), invalid],
    ['half a surrogate', () => note('\ud800'), invalid],
    ['a moment that does not exist', () => note('x', { at: '2026-02-30T08:00:00Z' }), invalid],
    ['a moment without a zone', () => note('x', { at: '2026-03-03T08:00:00' }), invalid],
    ['a clock 1e15 ms wrong', () => note('x', { offset_ms: 1e15 }), invalid],
    ['another version', () => note('x', { version: newId() }), ['parked VERSION_CHANGED 0']],
    ['the version of another province', () => note('x', { version: other.version }), ['parked VERSION_CHANGED 0']],
    ['a visit that is not there', () => note('x', { visit: newId() }), ['denied NEVER_MEMBER 0']],
    ['a visit of another province', () => note('x', { visit: other.visits.wardOne }), ['denied NEVER_MEMBER 0']],
    ['siblings that are no list', () => resolve('all'), invalid],
    ['a sibling that is no lane', () => resolve([{ lane: 'x', seq: 1 }]), invalid],
    ['an empty file', () => said(field, 'evidence.add', '1.1.2', { value: aFile({ size: 0 }) }), invalid],
    [
      'a file of 21 MB',
      () => said(field, 'evidence.add', '1.1.2', { value: aFile({ size: 21e6 }) }),
      ['invalid TOO_LARGE 0'],
    ],
    [
      'the removal of a file nobody added',
      () => said(field, 'evidence.remove', '1.1.2', { value: { id: newId() } }),
      ['parked BASE_UNKNOWN'],
    ],
  ])('has an outcome when it is %s, and the next one goes on', async (_, op, expected) => {
    const device = new Device(field, 'inspector');
    const criterion = '1.4.1';
    const ops = [note('trước', { criterion: '1.2.1' }), op(), note('sau', { criterion })];
    const numbered = ops.map((one, index) =>
      typeof one === 'object' && one !== null ? { seq: index + 1, ...one } : one,
    );
    const { status, body } = await device.send({ ...device.body([]), ops: numbered });
    expect(status).toBe(200);
    const [before, outcome, after] = body.receipts.map(outcomeText);
    expect(expected).toContain(outcome);
    expect([before, after]).toEqual([
      expect.stringMatching(/^(applied|merged)/),
      expect.stringMatching(/^(applied|merged)/),
    ]);
    const [, again] = (await device.send({ ...device.body([]), ops: numbered })).body.receipts.map(outcomeText);
    expect(again).toBe(outcome);
  });

  it.each([
    ['of 10,000 marks on one letter', `e${'\u0301'.repeat(9_999)}`],
    ['that turns the direction of writing', 'abc\u202Egpj'],
  ])('takes a note %s', async (_, text) => {
    const device = new Device(field, 'inspector');
    const [receipt] = await device.push(note(text, { criterion: '1.5.1' }));
    expect(['applied', 'conflict']).toContain(receipt?.outcome);
  });

  it.each(['1970-01-01T00:00:00Z', '9999-12-31T23:59:59+07:00'])(
    'takes a device that believes it is %s',
    async (at) => {
      const device = new Device(field, 'inspector');
      const [receipt] = await device.push(note('x', { criterion: '1.3.1', at }));
      expect(['applied', 'merged']).toContain(receipt?.outcome);
    },
  );

  it('judges what builds on a refused operation by what that one had seen', async () => {
    const device = new Device(field, 'inspector');
    const criterion = '2.1.1';
    expect(
      await device.outcomes(
        note(1, { criterion }),
        note('x', { criterion, base: { seq: 1 } }),
        note('y', { criterion }),
      ),
    ).toEqual(['invalid SCHEMA 0', 'applied 1', 'conflict 0']);
  });

  it('does not let a member settle what others said, nor siblings that were not there', async () => {
    const [one, two] = [new Device(field, 'inspector'), new Device(field, 'lead')];
    await one.push(note('một', { criterion: '1.3.2' }));
    await two.push(note('hai', { criterion: '1.3.2' }));
    const [missing, foreign] = [[{ lane: two.lane, seq: 9 }], [{ lane: new Device(other, 'lead').lane, seq: 1 }]];
    expect(await one.outcomes(resolve(missing, 'một hai'))).toEqual(['conflict 1']);
    expect(await two.outcomes(resolve(foreign, 'ba'))).toEqual(['applied 2']);
    const [answer] = await server.inProvince(field.cast.provinceId, () =>
      server.db.query<{ value: string; siblings: { value: string }[] }>(
        `select value, siblings from answer where criterion_key = '1.3.2'`,
      ),
    );
    // The head's word stands, and what it had not seen waits for a further decision.
    expect([answer?.value, answer?.siblings.map(({ value }) => value)]).toEqual(['ba', ['một hai']]);
  });
});

function aFile(change: object): object {
  return { id: newId(), name: 'Ảnh.jpg', mime: 'image/jpeg', size: 300, sha256: 'ab'.repeat(32), ...change };
}
