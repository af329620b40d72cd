import { communeIndex2026, onSiteChecklist } from '@kiemtra/shared/criteria';
import { newId } from '@kiemtra/shared/kernel';
import { createCast, type Cast } from '../testing/cast.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { CriteriaService } from './criteria.service.js';
import { CriteriaDesk, auditLines } from './testing/criteria-desk.js';

let server: TestServer;
let cast: Cast;
let other: Cast;
let desk: CriteriaDesk;
beforeAll(async () => {
  server = await startTestServer();
  cast = await createCast(server);
  other = await createCast(server);
  desk = new CriteriaDesk(cast.as('planner'));
}, 30_000);
afterAll(() => server.close());

describe('POST /criteria-versions/:versionId/publish', () => {
  it('makes a draft one that can be chosen, once', async () => {
    const { versionId, id, content: file } = await desk.imported();
    expect((await desk.options()).map((option) => option.id)).not.toContain(versionId);
    expect((await desk.publish(versionId)).status).toBe(204);
    expect((await desk.options()).find((option) => option.id === versionId)).toEqual({
      id: versionId,
      name: file.name,
      number: 1,
      purpose: 'index',
      audience: ['commune'],
      isSample: true,
    });
    expect((await auditLines(server, cast, id)).at(-1)).toBe(`Ban hành phiên bản 1 của bộ tiêu chí “${file.name}”`);
    expect((await desk.publish(versionId)).problem).toMatchObject({ status: 409, code: 'criteria.not-draft' });
    expect((await cast.as('leader').post(`/criteria-versions/${versionId}/publish`)).status).toBe(403);
  });
});

describe('a published version', () => {
  it('cannot be changed by SQL either', async () => {
    const { versionId } = await desk.published();
    const run = (sql: string) =>
      server.inProvince(cast.provinceId, () => server.db.query(sql, [versionId, cast.provinceId]));
    for (const sql of [
      `update criterion set content = '{}' where version_id = $1 and province_id = $2`,
      'delete from criterion where version_id = $1 and province_id = $2',
      `insert into criterion values ($2, $1, 'new', null, 99, '{}')`,
      `update criteria_version set settings = '{}' where id = $1 and province_id = $2`,
      `update criteria_version set state = 'draft', published_at = null where id = $1 and province_id = $2`,
      'delete from criteria_version where id = $1 and province_id = $2',
    ]) {
      await expect(run(sql)).rejects.toThrow('a published criteria version is immutable');
    }
  });
});

describe('DELETE /criteria-versions/:versionId', () => {
  it('removes a draft, and the set with its only version', async () => {
    const only = await desk.imported();
    expect((await desk.delete(only.versionId)).status).toBe(204);
    expect((await desk.version(only.versionId)).status).toBe(404);
    expect((await desk.sets()).map(({ id }) => id)).not.toContain(only.id);
    expect((await auditLines(server, cast, only.id)).at(-1)).toBe(
      `Xóa dự thảo phiên bản 1 của bộ tiêu chí “${only.content.name}”`,
    );
    expect((await desk.import(only)).status).toBe(204);
  });

  it('keeps what is published, and the set of what is not', async () => {
    const first = await desk.published();
    const draft = newId();
    await desk.addVersion(first.id, { id: draft, content: first.content });
    expect((await desk.delete(draft)).status).toBe(204);
    const answer = await desk.delete(first.versionId);
    expect(answer.problem).toMatchObject({ status: 409, code: 'criteria.not-draft' });
    expect((await desk.version(first.versionId)).status).toBe(200);
  });

  it('keeps a draft that a plan has chosen', async () => {
    const { versionId } = await desk.imported();
    await server.inProvince(cast.provinceId, () =>
      server.db.query(
        `insert into plan (province_id, id, kind, authority_id, title, year, legal_bases, areas, other_contents, search_text, criteria_version_id)
         values ($1, $2, 'scheduled', $3, 'Kế hoạch', 2026, '[]', '{}', '[]', 'ke hoach', $4)`,
        [cast.provinceId, newId(), cast.organizations.department, versionId],
      ),
    );
    const answer = await desk.delete(versionId);
    expect(answer.problem).toMatchObject({ status: 409, code: 'criteria.in-use' });
    expect((await desk.version(versionId)).body.criteria).toHaveLength(communeIndex2026.criteria.length);
  });
});

describe('another province', () => {
  it('finds nothing and changes nothing, also of what is kept in memory', async () => {
    const draft = await desk.imported();
    const kept = await desk.published();
    expect((await desk.version(kept.versionId)).status).toBe(200);
    const stranger = new CriteriaDesk(other.as('planner'));
    for (const { id, versionId, content: file } of [draft, kept]) {
      const answers = [
        await stranger.version(versionId),
        await stranger.publish(versionId),
        await stranger.delete(versionId),
        await stranger.addVersion(id, { id: newId(), content: file }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    }
    expect(await stranger.sets()).toEqual([]);
    expect(await stranger.options()).toEqual([]);
    expect((await desk.version(draft.versionId)).body.state).toBe('draft');
  });

  it('may hold another content under the same id', async () => {
    const mine = await desk.published();
    const theirs = { ...mine, content: { ...onSiteChecklist, name: 'Của tỉnh khác' } };
    const stranger = new CriteriaDesk(other.as('planner'));
    await stranger.import(theirs);
    await stranger.publish(theirs.versionId);
    const names = [];
    for (const client of [desk, stranger, desk, stranger]) {
      names.push((await client.version(mine.versionId)).body.name);
    }
    expect(names).toEqual([mine.content.name, 'Của tỉnh khác', mine.content.name, 'Của tỉnh khác']);
  });
});

describe('CriteriaService', () => {
  const service = () => server.app.get(CriteriaService);
  const inCast = <T>(work: () => Promise<T>) => server.inProvince(cast.provinceId, work);

  it('reads a published version once, frozen, and then without a query', async () => {
    const { versionId } = await desk.published();
    const first = await inCast(() => service().getVersion(versionId));
    const queries = jest.spyOn(server.db, 'query');
    const again = await inCast(() => service().getVersion(versionId));
    expect(queries).not.toHaveBeenCalled();
    queries.mockRestore();
    expect(again).toBe(first);
    expect(() => first.criteria.push()).toThrow(TypeError);
    expect(() => Object.assign(first.criteria[2]?.rule ?? {}, { kind: 'CHECK' })).toThrow(TypeError);
  });

  it('keeps no draft, and nothing that may yet be taken back', async () => {
    const { versionId } = await desk.imported();
    expect((await desk.version(versionId)).body.state).toBe('draft');
    const work = inCast(async () => {
      await service().publish(versionId);
      expect((await service().getVersion(versionId)).state).toBe('published');
      throw new Error('later');
    });
    await expect(work).rejects.toThrow('later');
    expect((await desk.version(versionId)).body.state).toBe('draft');
    await desk.publish(versionId);
    expect((await desk.version(versionId)).body.state).toBe('published');
  });

  it('adds a sample once', async () => {
    const add = () => inCast(() => service().addSample('onSiteChecklist'));
    const id = await add();
    expect(await add()).toBe(id);
    const { body } = await desk.version(id);
    expect(body).toMatchObject({ name: onSiteChecklist.name, isSample: true, state: 'published', number: 1 });
    expect((await desk.sets()).filter(({ name }) => name === onSiteChecklist.name)).toHaveLength(1);
  });
});
