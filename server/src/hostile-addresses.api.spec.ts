/**
 * Addresses that nobody should ask for, on every route: ids that are none, and bent queries. Each is refused for what it
 * is, or answered without telling more than it should.
 */
import { randomUUID } from 'node:crypto';
import { newId } from '@kiemtra/shared/kernel';
import { attempt, names, sceneOf, shown, type Scene } from './testing/attempts.js';
import { WRONG_IDS, wrongWords } from './testing/hostile.js';
import { ROUTES, type Deed } from './testing/routes.js';
import { outcomeOf, setStage, type Stage } from './testing/stage.js';

jest.setTimeout(240_000);

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.server.close());

const withIds = Object.keys(ROUTES).filter((name) => name.includes(':'));
const reading = Object.keys(ROUTES).filter((name) => name.startsWith('GET'));
// The country's units are left out: some do bear an apostrophe.
const searching = reading.filter((name) => /^GET \/(accounts|organizations|plans)$/.test(name));

/** What is not right about the answer to a bent deed, which must be one of these outcomes. */
async function faultsAt(scene: Scene, bent: Partial<Deed>, outcomes: string[]): Promise<string[]> {
  const { answer, faults } = await attempt(stage, scene, { ...scene.deed, ...bent });
  const outcome = outcomeOf(answer, {});
  return outcomes.includes(outcome) ? faults : [...faults, outcome];
}

describe('an id in the path', () => {
  it.each(withIds)('of %s that is none, or nobody has, is not found', async (name) => {
    const scene = sceneOf(stage, name);
    const { deed, route, place } = scene;
    const known: Record<string, string> = { ...place.ids, ...deed.ids };
    const unknown = name === 'PUT /files/:fileId' ? [] : [newId()];
    const found: string[] = [];
    for (const [, parameter = ''] of route.path.matchAll(/:(\w+)/g)) {
      const id = known[parameter] ?? '';
      const bent = [
        id.toUpperCase(),
        `${id}%00`,
        `${id}%20`,
        `%ff${id}`,
        `${id}'`,
        `${id},${id}`,
        `${id};a`,
        `%20${id}`,
      ];
      const others = [
        ...WRONG_IDS,
        randomUUID(),
        ...unknown,
        '%00',
        '..%2f..%2fplans',
        '__proto__',
        'null',
        '-1',
        '１',
      ];
      for (const other of [...bent, ...others].filter((each) => each !== id)) {
        const ids = { ...deed.ids, [parameter]: other };
        const faults = await faultsAt(scene, { ids }, ['hidden', '400 request.malformed']);
        found.push(...faults.map((fault) => `${parameter} = ${shown(other)}: ${fault}`));
      }
    }
    expect(found).toEqual([]);
  });
});

describe('a query', () => {
  it('of this suite gives every field that its route declares', () => {
    const missing = reading.flatMap((name) => {
      const { deed, fields } = sceneOf(stage, name);
      return fields.flatMap(({ path: [field = ''] }) => (field in (deed.query ?? {}) ? [] : [`${name} ${field}`]));
    });
    expect(missing).toEqual([]);
  });

  it.each(reading)('of %s is refused at each wrong field', async (name) => {
    const scene = sceneOf(stage, name);
    const { deed, fields } = scene;
    const found: string[] = [];
    for (const field of fields) {
      const [key = ''] = field.path;
      const right = deed.query?.[key] ?? '';
      const bent: Deed[] = wrongWords(field).map((word) => ({ query: { ...deed.query, [key]: word } }));
      for (const each of [...bent, { tail: `&${key}=${encodeURIComponent(right)}` }]) {
        const { answer, faults } = await attempt(stage, scene, { ...deed, ...each });
        const unnamed = names(answer, field.path) ? [] : [`not named, ${outcomeOf(answer, deed)}`];
        found.push(
          ...[...faults, ...unnamed].map((fault) => `${key} = ${shown(each.query?.[key] ?? each.tail)}: ${fault}`),
        );
      }
    }
    expect(found).toEqual([]);
  });

  it.each(reading)('of %s knows no field but its own', async (name) => {
    const scene = sceneOf(stage, name);
    const { deed, fields } = scene;
    const foreign = ['sort', 'order', 'fields', 'id[]', 'planId[a]', '__proto__', 'constructor', 'password_hash'];
    const start = deed.query ? '&' : '?';
    const found: string[] = [];
    for (const key of foreign) {
      const { answer, faults } = await attempt(stage, scene, { ...deed, tail: `${start}${key}=;drop%20table%20plan` });
      const isRight = fields.length > 0 ? names(answer, [key]) : outcomeOf(answer, deed) === 'done';
      found.push(...(isRight ? faults : [...faults, outcomeOf(answer, deed)]).map((fault) => `${key}: ${fault}`));
    }
    expect(found).toEqual([]);
  });

  it.each(searching)('of %s searches for signs, not by them', async (name) => {
    const scene = sceneOf(stage, name);
    const { deed } = scene;
    const found: string[] = [];
    for (const search of ['%', '_', '%%%', '\\', "'", `"`, '(a', 'a|b', '!&', '.*', '(a+)+$', '$1', ':*']) {
      const bent = { ...deed, query: { ...deed.query, search } };
      const { answer, faults } = await attempt(stage, scene, bent);
      const isFound = answer.bytes.includes(deed.shows ?? '');
      found.push(
        ...faults.map((fault) => `${search}: ${fault}`),
        ...(isFound ? [`${search} finds what has no such sign`] : []),
      );
    }
    expect(found).toEqual([]);
  });
});
