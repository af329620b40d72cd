import { communeIndex2026, onSiteChecklist } from '@kiemtra/shared/criteria';
import { newId } from '@kiemtra/shared/kernel';
import { createCast, type Cast } from '../testing/cast.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { CriteriaDesk, aSet, auditLines } from './testing/criteria-desk.js';

let server: TestServer;
let cast: Cast;
let desk: CriteriaDesk;
beforeAll(async () => {
  server = await startTestServer();
  cast = await createCast(server);
  desk = new CriteriaDesk(cast.as('planner'));
}, 30_000);
afterAll(() => server.close());

describe('POST /criteria-sets', () => {
  it('keeps every criterion as the file has it, as a draft', async () => {
    const body = await desk.imported({ name: 'Bộ tiêu chí cấp xã' });
    const set = (await desk.sets()).find(({ id }) => id === body.id);
    expect(set).toMatchObject({ name: 'Bộ tiêu chí cấp xã', purpose: 'index', isSample: true });
    expect(set?.versions).toEqual([
      {
        id: body.versionId,
        number: 1,
        state: 'draft',
        audience: ['commune'],
        criteriaCount: 52,
        maxPoints: '100',
        publishedAt: null,
      },
    ]);
    const { body: whole } = await new CriteriaDesk(cast.as('inspector')).version(body.versionId);
    expect(whole).toMatchObject({ setId: body.id, state: 'draft', note: communeIndex2026.note, capped: true });
    expect(whole.criteria.map(({ key }) => key)).toEqual(
      communeIndex2026.criteria.map((criterion) => (criterion as { key: string }).key),
    );
    expect(whole.criteria.find(({ code }) => code === '3.3.1')).toEqual({
      key: '3.3.1',
      parentKey: '3.3',
      position: 37,
      code: '3.3.1',
      text: 'Tỷ lệ hồ sơ giải quyết đúng hạn',
      area: 'TTHC',
      effect: 'base',
      guidance: null,
      suggestions: [],
      maxPoints: '6',
      decimals: 2,
      rule: { kind: 'RATIO', counted: 'hồ sơ đúng hạn', outOf: 'hồ sơ đã giải quyết' },
      modifiers: [{ kind: 'FLOOR', percent: '95' }],
    });
    expect(await auditLines(server, cast, body.id)).toEqual(['Nhập bộ tiêu chí “Bộ tiêu chí cấp xã” gồm 52 tiêu chí']);
  });

  it('changes nothing the second time, and refuses another content under the same id', async () => {
    const body = await desk.imported();
    expect((await desk.import(body)).status).toBe(204);
    expect(await auditLines(server, cast, body.id)).toHaveLength(1);
    for (const change of [
      { content: { ...body.content, capped: false } },
      { content: { ...body.content, criteria: onSiteChecklist.criteria, purpose: 'checklist' } },
      { versionId: newId() },
      { id: newId() },
    ]) {
      const answer = await desk.import({ ...body, ...change });
      expect(answer.problem).toMatchObject({ status: 409, code: 'request.id-reused' });
    }
  });

  it('refuses a name that another set of the province has', async () => {
    const { content } = await desk.imported();
    const answer = await desk.import({ ...aSet(), content });
    expect(answer.problem).toMatchObject({ status: 409, code: 'criteria.name-taken' });
  });

  it('is refused to those who only read', async () => {
    for (const part of ['leader', 'inspector', 'viewer', 'unitOfficer'] as const) {
      expect((await new CriteriaDesk(cast.as(part)).import(aSet())).status).toBe(403);
    }
    expect((await cast.as('unitOfficer').get('/criteria-sets')).status).toBe(403);
  });

  it('names every fault of the file at once and keeps nothing', async () => {
    const before = await desk.sets();
    const [first = {}, ...rest] = communeIndex2026.criteria;
    const body = aSet({ owner: 'x', purpose: 'y', criteria: [{ ...first, maxPoints: 14 }, { key: '_' }, ...rest] });
    const answer = await desk.import(body);
    expect(answer.problem).toMatchObject({ status: 422, code: 'criteria.content-invalid' });
    expect(answer.problem.violations.map(({ path }) => path)).toEqual([
      'content.purpose',
      'content.criteria.0.maxPoints',
      'content.criteria.1.key',
      'content.criteria.1.text',
      'content.owner',
    ]);
    expect(await desk.sets()).toEqual(before);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a number', 1],
    ['a list', [[[]]]],
    ['a key named constructor', { constructor: 1 }],
    ['methods instead of fields', { toString: null, hasOwnProperty: 1 }],
    ['a criterion that is none', { ...communeIndex2026, criteria: [{ constructor: { name: 'x' } }] }],
    ['U+0000', aSet({ name: 'a\u0000' }).content],
    ['a lone surrogate', aSet({ note: '\ud800' }).content],
    ['a number too long to be one', aSet({ decimals: 1e300 }).content],
    ['rows without end', aSet({ criteria: Array.from({ length: 20_000 }, () => ({ key: '' })) }).content],
  ])('refuses %s', async (_, hostile) => {
    const answer = await desk.import({ ...aSet(), content: hostile });
    expect(answer.status).toBe(422);
    expect(answer.problem.violations.length).toBeGreaterThan(0);
    expect(answer.problem.violations.every(({ path }) => path.startsWith('content'))).toBe(true);
  });

  it('refuses files over the limit', async () => {
    const guidance = 'a'.repeat(1_100_000);
    expect((await desk.import(aSet({ note: guidance }))).status).toBe(413);
  });
});

describe('POST /criteria-sets/:setId/versions', () => {
  it('adds a draft under the next number, once', async () => {
    const first = await desk.published();
    const body = { id: newId(), content: { ...first.content, audience: ['department', 'commune'] } };
    const add = () => desk.addVersion(first.id, body);
    expect([(await add()).status, (await add()).status]).toEqual([204, 204]);
    const set = (await desk.sets()).find(({ id }) => id === first.id);
    expect(set?.versions.map(({ number, state, audience }) => [number, state, audience])).toEqual([
      [2, 'draft', ['department', 'commune']],
      [1, 'published', ['commune']],
    ]);
    expect((await auditLines(server, cast, first.id)).at(-1)).toBe(
      `Nhập phiên bản 2 của bộ tiêu chí “${first.content.name}” gồm 52 tiêu chí`,
    );
    const changed = await desk.addVersion(first.id, { ...body, content: first.content });
    expect(changed.problem.code).toBe('request.id-reused');
  });

  it('refuses what is another set', async () => {
    const first = await desk.imported();
    const answer = await desk.addVersion(first.id, {
      id: newId(),
      content: { ...onSiteChecklist, isSample: false },
    });
    expect(answer.problem.code).toBe('criteria.content-invalid');
    expect(answer.problem.violations.map(({ path }) => path)).toEqual([
      'content.name',
      'content.purpose',
      'content.isSample',
    ]);
  });

  it('gives two that come together two numbers', async () => {
    const { id, content: same } = await desk.published();
    const add = () => desk.addVersion(id, { id: newId(), content: same });
    expect((await Promise.all([add(), add()])).map(({ status }) => status)).toEqual([204, 204]);
    expect((await desk.sets()).find((set) => set.id === id)?.versions.map(({ number }) => number)).toEqual([3, 2, 1]);
  });
});
