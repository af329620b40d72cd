/** Trying what nobody should send: a request that would succeed, bent, and what must hold of the answer whatever was sent. */
import type { Route } from '../platform/http/routes.js';
import type { Part } from './cast.js';
import { declaredFields, dtoOf, type Declared } from './hostile.js';
import type { JsonPath } from './json-paths.js';
import type { Place } from './place.js';
import type { Deed } from './routes.js';
import { PARTS, deedOf, expectedOutcome, nameOf, type Stage } from './stage.js';
import type { Answer } from './test-client.js';

/** A deed that succeeds, by somebody who may do it, and the fields its route declares. */
export interface Scene {
  route: Route;
  part: Part | null;
  place: Place;
  deed: Deed;
  fields: Declared[];
}

export function sceneOf({ routes, world }: Stage, name: string): Scene {
  const route = routes.find((each) => nameOf(each) === name);
  if (!route) throw new Error(`there is no route ${name}`);
  const dto = dtoOf(route);
  const fields = dto ? declaredFields(dto) : [];
  for (const place of [world.one, world.two]) {
    const deed = deedOf(route, place, world);
    const isAble = (part: Part | null) => expectedOutcome(route.permission, part, place, world, deed) === 'done';
    const part = [null, ...PARTS].find(isAble);
    if (part !== undefined) return { route, part, place, deed, fields };
  }
  throw new Error(`nobody may do ${name}`);
}

/** Plays a deed; gives the answer and what is not right about it. */
export async function attempt(
  { play, db }: Stage,
  { route, part, place }: Scene,
  deed: Deed,
): Promise<{ answer: Answer; faults: string[] }> {
  const before = db.changes;
  const answer = await play(part, route, deed, place);
  // Tries to log in are counted whatever comes of them.
  const hasChanged = db.changes > before && !route.path.startsWith('/auth/');
  return { answer, faults: faultsOf(answer, hasChanged) };
}

function faultsOf({ status, problem }: Answer, hasChanged: boolean): string[] {
  if (status < 400) return [];
  if (status >= 500) return [`${status} ${problem.code}`];
  const { title, code, violations } = problem;
  const isProblem = problem.status === status && /^[a-z]+(\.[a-z-]+)+$/.test(code) && isVietnamese(title);
  return [
    ...(isProblem ? [] : [`${status} without a problem body`]),
    ...(code === 'request.invalid' && violations.length === 0 ? ['names no field'] : []),
    ...(violations.every((each) => each.code && isVietnamese(each.message)) ? [] : ['a violation without words']),
    ...(hasChanged ? [`${status}, yet something changed`] : []),
  ];
}

function isVietnamese(text: string): boolean {
  return /[À-ỹ]/u.test(text);
}

/** Whether the answer says that the field, or something in it, is wrong. */
export function names({ status, problem }: Answer, path: JsonPath): boolean {
  const at = path.join('.');
  return status === 422 && problem.violations.some((each) => each.path === at || each.path.startsWith(`${at}.`));
}

export function shown(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 60) ?? 'undefined';
}
