/**
 * Every route as every part of the cast, at every place: what may be done follows from the permission table alone.
 * A route that names no permission, or has no deed in `testing/routes.ts`, fails here.
 */
import type { Route } from './platform/http/routes.js';
import type { Place } from './testing/place.js';
import { ROUTES, type Deed } from './testing/routes.js';
import {
  PARTS,
  deedOf,
  expectedOutcome,
  nameOf,
  outcomeOf,
  setStage,
  type Outcome,
  type Stage,
} from './testing/stage.js';

jest.setTimeout(120_000);

let stage: Stage;
let places: Record<string, Place>;
beforeAll(async () => {
  stage = await setStage();
  places = { 'at ward one': stage.world.one, 'at ward two': stage.world.two, elsewhere: stage.elsewhere.one };
});
afterAll(() => stage.server.close());

const routeOf = (name: string) => {
  const route = stage.routes.find((each) => nameOf(each) === name);
  if (!route) throw new Error(`there is no route ${name}`);
  return route;
};

/** Criteria and days off are the province's; everything else is known at the place alone. */
function secretsOf({ mark, ids: { setId: _set, versionId: _version, date: _date, ...ids } }: Place): string[] {
  return [mark, ...Object.values(ids)];
}

/** Whether the deed leads to this very place. What a body names elsewhere is the matter of `provinces.api.spec.ts`. */
function leadsTo(place: Place, { path }: Route, { isCommon, shows, isDone }: Deed): boolean {
  if (isCommon) return place === stage.world.one;
  return place.cast === stage.world.cast || path.includes(':') || Boolean(shows ?? isDone);
}

describe('the permission table', () => {
  it('names who may call each route, and each route has a deed', () => {
    expect(stage.routes.filter(({ permission }) => !permission).map(nameOf)).toEqual([]);
    expect(stage.routes.map(nameOf).sort()).toEqual(Object.keys(ROUTES).sort());
  });

  it.each(Object.keys(ROUTES))('decides about %s', async (name) => {
    const route = routeOf(name);
    const expected: Record<string, Outcome> = {};
    const observed: Record<string, Outcome> = {};
    for (const [where, place] of Object.entries(places)) {
      const deed = deedOf(route, place, stage.world);
      if (!leadsTo(place, route, deed)) continue;
      for (const part of [null, ...PARTS]) {
        const expect = (at: Place) => expectedOutcome(route.permission, part, at, stage.world, deed);
        const cell = `${part ?? 'a stranger'} ${where}`;
        expected[cell] = expect(place);
        const before = stage.db.changes;
        const answer = await stage.play(part, route, deed, place);
        observed[cell] = outcomeOf(answer, deed);
        if (answer.status >= 400 && stage.db.changes > before) observed[cell] += ', yet something changed';
        const secrets = Object.values(places).flatMap((at) => (expect(at) === 'done' ? [] : secretsOf(at)));
        if (secrets.some((secret) => answer.bytes.includes(secret))) observed[cell] += ', telling of another place';
      }
    }
    expect(observed).toEqual(expected);
  });
});
