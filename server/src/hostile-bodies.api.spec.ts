/**
 * Bodies that nobody should send, to every route that writes: each answer is a success that does no harm, or a refusal
 * that says what is wrong, changes nothing and is no fault of the server.
 */
import { newId } from '@kiemtra/shared/kernel';
import { attempt, names, sceneOf, shown, type Scene } from './testing/attempts.js';
import { uploadHeaders } from './testing/deeds.js';
import { oddValues, wrongBodies, wrongValues, type Declared } from './testing/hostile.js';
import { leaves, replaced, valueAt, type JsonPath } from './testing/json-paths.js';
import { ROUTES } from './testing/routes.js';
import { outcomeOf, setStage, type Stage } from './testing/stage.js';

jest.setTimeout(240_000);

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.server.close());

const writing = Object.keys(ROUTES).filter((name) => !/^(GET|HEAD) /.test(name));
const send = (scene: Scene, path: JsonPath, value: unknown) =>
  attempt(stage, scene, { ...scene.deed, body: replaced(scene.deed.body, path, value) });

describe('a body', () => {
  it('of this suite gives every field that its route declares', () => {
    const missing = writing.flatMap((name) => {
      const { deed, fields } = sceneOf(stage, name);
      const absent = fields.filter(({ path }) => valueAt(deed.body, path) === undefined);
      return absent.map(({ path }) => `${name} ${path.join('.')}`);
    });
    expect(missing).toEqual([]);
  });

  it.each(writing)('of %s is refused at each wrong field', async (name) => {
    const scene = sceneOf(stage, name);
    const found: string[] = [];
    const say = ({ path }: Declared, value: unknown, fault: string) =>
      found.push(`${path.join('.')} = ${shown(value)}: ${fault}`);
    for (const field of scene.fields) {
      for (const value of wrongValues(field)) {
        const { answer, faults } = await send(scene, field.path, value);
        const outcome = outcomeOf(answer, scene.deed);
        for (const fault of names(answer, field.path) ? faults : [...faults, `not named, ${outcome}`])
          say(field, value, fault);
      }
      for (const value of oddValues(field))
        for (const fault of (await send(scene, field.path, value)).faults) say(field, value, fault);
    }
    expect(found).toEqual([]);
  });

  it.each(writing)('of %s is refused with all its wrong fields at once', async (name) => {
    const scene = sceneOf(stage, name);
    const wrong = scene.fields.flatMap(({ path, kind }) => (path.length === 1 && kind !== 'json' ? [path] : []));
    if (wrong.length === 0) return;
    const body = { ...scene.deed.body, ...Object.fromEntries(wrong.map(([field]) => [field, [[]]])), chuaBiet: 1 };
    const { answer, faults } = await attempt(stage, scene, { ...scene.deed, body });
    expect(faults).toEqual([]);
    expect([...wrong, ['chuaBiet']].filter((path) => !names(answer, path))).toEqual([]);
  });

  it.each(writing)('of %s writes no column but its own', async (name) => {
    const scene = sceneOf(stage, name);
    if (scene.fields.length === 0) return;
    for (const at of objectsOf(scene)) {
      const own = scene.fields.flatMap(({ path }) => (isUnder(at, path) ? path.slice(-1) : []));
      const others = (await columns()).filter((column) => !own.includes(column));
      const object = { ...(valueAt(scene.deed.body, at) as object) };
      const body = Object.assign(object, Object.fromEntries(others.map((column) => [column, newId()])));
      const whole = at.length > 0 ? replaced(scene.deed.body, at, body) : body;
      const { answer, faults } = await attempt(stage, scene, { ...scene.deed, body: whole });
      expect(faults).toEqual([]);
      expect(others.filter((column) => !names(answer, [...at, column]))).toEqual([]);
    }
  });

  it.each(writing)('of %s that is no JSON of its form is refused', async (name) => {
    const scene = sceneOf(stage, name);
    const isRead = scene.deed.body !== undefined;
    const found: string[] = [];
    for (const [what, bytes, headers] of wrongBodies(scene.deed.body ?? {})) {
      const deed = { ...scene.deed, body: Buffer.from(bytes), headers: () => headers };
      const { answer, faults } = await attempt(stage, scene, deed);
      for (const fault of faults) found.push(`${what}: ${fault}`);
      if (isRead && answer.status < 400) found.push(`${what}: taken`);
    }
    expect(found).toEqual([]);
  });

  it.each(['POST /criteria-sets', 'POST /criteria-sets/:setId/versions', 'POST /sync/ops'])(
    'of %s, which has a reader of its own, holds no trap in its depth',
    async (name) => {
      const scene = sceneOf(stage, name);
      const found: string[] = [];
      for (const [path] of leaves(scene.deed.body)) {
        for (const value of [
          '\u0000',
          '\ud800',
          null,
          [],
          {},
          -1,
          2 ** 53,
          1e308,
          '1e999',
          '２',
          'a'.repeat(50_000),
          [[[]]],
        ]) {
          const { faults } = await send(scene, path, value);
          for (const fault of faults) found.push(`${path.join('.')} = ${shown(value)}: ${fault}`);
        }
      }
      expect(found).toEqual([]);
    },
  );

  it.each(writing)('of %s is kept in composed characters, however it was typed', async (name) => {
    const scene = sceneOf(stage, name);
    const { body, headers } = scene.deed;
    const decomposed: string[] = [];
    stage.db.witness = async () => {
      decomposed.push(...(await decomposedTables()));
    };
    const typed = body && !(body instanceof Uint8Array) ? { body: decompose(body) } : {};
    const upload = name === 'PUT /files/:fileId' ? uploadHeaders('Biên bản'.normalize('NFD')) : null;
    const named = upload ? { headers: () => upload } : headers ? { headers } : {};
    const { answer } = await attempt(stage, scene, { ...scene.deed, ...typed, ...named });
    stage.db.witness = () => Promise.resolve();
    expect(outcomeOf(answer, scene.deed)).toBe('done');
    expect(decomposed).toEqual([]);
  });
});

function decompose(body: object): object {
  return JSON.parse(JSON.stringify(body).normalize('NFD')) as object;
}

/** Tables in which the work under way keeps, or finds, text that is not composed. */
async function decomposedTables(): Promise<string[]> {
  const tables = await stage.db.directory<{ name: string }>(
    `select c.relname as name from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'province_id' and not a.attisdropped
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`,
  );
  const counts = tables.map(({ name }) => {
    return `select '${name}' as name from "${name}" t having bool_or(t::text is not nfc normalized)`;
  });
  return (await stage.db.query<{ name: string }>(counts.join(' union all '))).map(({ name }) => name);
}

/** Where objects stand in the body: the whole of it, its parts and the first rows of its lists. */
function objectsOf({ fields, deed }: Scene): JsonPath[] {
  const known = fields.filter(({ kind }) => kind !== 'json');
  const parts = known.map(({ path, kind }) => (kind === 'list' ? [...path, '0'] : path));
  return [[], ...parts.filter((path) => isObject(valueAt(deed.body, path)))];
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isUnder(at: JsonPath, path: JsonPath): boolean {
  return path.length === at.length + 1 && at.every((step, index) => path[index] === step);
}

/** Every column of the database, in both spellings. */
async function columns(): Promise<string[]> {
  const rows = await stage.db.directory<{ name: string }>(
    `select distinct column_name as name from information_schema.columns where table_schema = 'public' order by 1`,
  );
  const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return [...new Set(rows.flatMap(({ name }) => [name, camel(name)]))];
}
