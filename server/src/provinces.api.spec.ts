/**
 * Two provinces with the same things in them: whatever of the other one a request names, in its path, its query or its
 * body, nothing of it is told and nothing in it changes.
 */
import { isUuid } from '@kiemtra/shared/kernel';
import type { Route } from './platform/http/routes.js';
import { leaves, replaced } from './testing/json-paths.js';
import { provinceState, type ProvinceState } from './testing/province-state.js';
import { ROUTES, type Deed } from './testing/routes.js';
import { PARTS, deedOf, expectedOutcome, nameOf, outcomeOf, setStage, type Stage } from './testing/stage.js';
import type { Answer } from './testing/test-client.js';

jest.setTimeout(120_000);

const UUIDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
/** Ids that are minted by the sender: one that another province has already is as good as any. */
const MINTED = /(^|\.)(id|lane)$/;
const MINTED_AT: Record<string, string> = { 'POST /criteria-sets': 'versionId', 'PUT /files/:fileId': ':fileId' };

let stage: Stage;
let before: ProvinceState;
let after: ProvinceState;
let foreignIds: Set<string>;
let foreignMarks: string[];

beforeAll(async () => {
  stage = await setStage();
  const { server, db, elsewhere } = stage;
  const { provinceId } = elsewhere.cast;
  const state = () => provinceState(db, provinceId);
  before = await server.inProvince(provinceId, state);
  after = before;
  db.witness = async () => {
    after = await state();
  };
  foreignIds = new Set(JSON.stringify(before).match(UUIDS));
  foreignMarks = [elsewhere.one.mark, elsewhere.two.mark, elsewhere.one.criteria.mark];
});
afterAll(() => stage.server.close());

/** A deed of the own province with one id of the other in it. */
interface Mixed {
  at: string;
  deed: Deed;
}

/** Every way to put one id of the other province into a deed of the own one. */
function mixtures(route: Route): Mixed[] {
  const { world, elsewhere } = stage;
  const [own, foreign] = [deedOf(route, world.one, world), deedOf(route, elsewhere.one, elsewhere)];
  const inPath = [...route.path.matchAll(/:(\w+)/g)].flatMap(([at, name = '']) => {
    const theirs = { ...elsewhere.one.ids, ...foreign.ids }[name];
    return isUuid(theirs) ? [{ at, deed: { ...own, ids: { ...own.ids, [name]: theirs } } }] : [];
  });
  const inQuery = Object.entries(foreign.query ?? {}).flatMap(([name, theirs]) =>
    foreignIds.has(theirs) ? [{ at: name, deed: { ...own, query: { ...own.query, [name]: theirs } } }] : [],
  );
  const inBody = leaves(foreign.body).flatMap(([path, value]) => {
    if (!isUuid(value)) return [];
    // Where their body mints a new id, everything they have stands in for it; the viewer's account has no ties to hold it.
    const everything = [...Object.values(elsewhere.one.ids), elsewhere.cast.accounts.viewer];
    const theirs = foreignIds.has(value) ? [value] : everything.filter(isUuid);
    return theirs.map((id) => ({ at: path.join('.'), deed: { ...own, body: replaced(own.body, path, id) } }));
  });
  return [...inPath, ...inQuery, ...inBody];
}

/** What became of it: only `hidden` and a fault at the field itself are right, and anything where the sender mints the id. */
function verdict(route: Route, { at, deed }: Mixed, answer: Answer): string | null {
  const outcome = outcomeOf(answer, deed);
  if (outcome === 'hidden') return null;
  const isNamed = answer.status === 422 && answer.problem.violations.some(({ path }) => path && at.startsWith(path));
  const isMinted = MINTED.test(at) || MINTED_AT[nameOf(route)] === at;
  if (isNamed || (isMinted && answer.status < 500)) return null;
  return outcome;
}

/** Words and ids of the other province that the request did not bring itself. */
function told(answer: Answer, deed: Deed): string[] {
  const text = answer.bytes.toString('utf8');
  const brought = JSON.stringify(deed);
  const ids = (text.match(UUIDS) ?? []).filter((id) => foreignIds.has(id) && !brought.includes(id));
  return [...ids, ...foreignMarks.filter((mark) => text.includes(mark))];
}

describe('another province', () => {
  it('has something in every table, so that there is something to lose', () => {
    expect(Object.keys(before)).toEqual(expect.arrayContaining(['plan', 'answer', 'remedy_entry', 'session']));
    expect(Object.keys(before).length).toBeGreaterThan(27);
  });

  it.each(Object.keys(ROUTES))('is out of reach of %s', async (name) => {
    const route = stage.routes.find((each) => nameOf(each) === name);
    if (!route) throw new Error(`there is no route ${name}`);
    const wrong: object[] = [];
    for (const mixed of mixtures(route)) {
      for (const part of PARTS) {
        if (expectedOutcome(route.permission, part, stage.world.one, stage.world, mixed.deed) !== 'done') continue;
        const answer = await stage.play(part, route, mixed.deed, stage.world.one);
        const outcome = verdict(route, mixed, answer);
        const leaked = told(answer, mixed.deed);
        const changed = Object.keys(before).filter((table) => String(after[table]) !== String(before[table]));
        after = before;
        if (outcome ?? leaked[0] ?? changed[0]) wrong.push({ part, at: mixed.at, outcome, leaked, changed });
      }
    }
    expect(wrong).toEqual([]);
  });
});
