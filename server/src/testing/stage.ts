/** The test world on stage: who may do what where, by the permission table, and what happens when it is tried. */
import { reachesOf, type Reach } from '@kiemtra/shared/users';
import { listRoutes, type Route } from '../platform/http/routes.js';
import { CAST, type Part } from './cast.js';
import type { Place } from './place.js';
import { RehearsalDatabase } from './rehearsal-database.js';
import { ROUTES, type Deed } from './routes.js';
import type { Answer, TestClient } from './test-client.js';
import { startTestServer, type TestServer } from './test-server.js';
import { createWorld, type World } from './world.js';

/** What became of a deed: done; refused to the role; not there for the caller; or the status and code of anything else. */
export type Outcome = 'done' | 'refused' | 'hidden' | (string & {});

export const PARTS = Object.keys(CAST) as Part[];

/** What the permission table says about a deed of the part, or of somebody without a session. */
export function expectedOutcome(
  permission: Route['permission'],
  part: Part | null,
  place: Place,
  world: World,
  deed: Deed,
): Outcome {
  if (permission === 'public') return 'done';
  if (!permission || !part) return '401 request.unauthenticated';
  const reaches = reachesOf(CAST[part].roles, permission);
  if (reaches.length === 0) return 'refused';
  return deed.isCommon || reaches.some((reach) => covers(reach, part, place, world)) ? 'done' : 'hidden';
}

function covers(reach: Reach, part: Part, place: Place, world: World): boolean {
  if (place.cast !== world.cast) return false;
  if (reach === 'province') return true;
  if (reach === 'team') return place.team.includes(part);
  return reach === 'lead' ? place.team[0] === part : place.officer === part;
}

export const nameOf = ({ method, path }: Route) => `${method} ${path}`;

export function deedOf(route: Route, place: Place, world: World): Deed {
  const deed = ROUTES[nameOf(route)];
  if (!deed) throw new Error(`${nameOf(route)} has no deed in testing/routes.ts`);
  return deed(place, world);
}

/** The address of a deed: the path's ids filled in, the query behind it. Nothing is escaped in the path. */
function addressOf({ path }: Route, { ids, query, tail = '' }: Deed, place: Place): string {
  const known: Record<string, string> = { ...place.ids, ...ids };
  const filled = path.replace(/:(\w+)/g, (_, name: string) => known[name] ?? `no-${name}`);
  const search = query ? `?${new URLSearchParams(query).toString()}` : '';
  return `${path.startsWith('/health') ? '/' : ''}${filled}${search}${tail}`;
}

/** Does a deed as a client whose account is given. */
function play(client: TestClient, accountId: string, route: Route, deed: Deed, place: Place): Promise<Answer> {
  const { body, headers } = deed;
  const bytes = body === undefined || body instanceof Uint8Array ? body : JSON.stringify(body);
  const own = headers?.(accountId, typeof bytes === 'string' ? bytes : '') ?? {};
  return client.send(route.method, addressOf(route, deed, place), bytes, own);
}

export function outcomeOf({ status, body, bytes, problem }: Answer, { shows, isDone }: Deed): Outcome {
  if (status === 403 && problem.code === 'request.forbidden') return 'refused';
  if (status === 404) return 'hidden';
  if (status >= 300) return `${status} ${problem.code}`;
  const isThere = (!shows || bytes.includes(shows)) && (isDone?.(body) ?? true);
  return isThere ? 'done' : 'hidden';
}

export interface Stage {
  server: TestServer;
  db: RehearsalDatabase;
  routes: Route[];
  /** The callers' province. */
  world: World;
  /** Another province with the same things in it. */
  elsewhere: World;
  /** As the part, or as somebody without a session. */
  play: (part: Part | null, route: Route, deed: Deed, place: Place) => Promise<Answer>;
}

/** Builds two provinces; from then on every request is taken back after its answer, and the clock stands still. */
export async function setStage(): Promise<Stage> {
  const server = await startTestServer({ database: RehearsalDatabase });
  try {
    return await furnish(server);
  } catch (error) {
    await server.close();
    throw error;
  }
}

async function furnish(server: TestServer): Promise<Stage> {
  const { db } = server;
  if (!(db instanceof RehearsalDatabase)) throw new Error('the rehearsal needs its own database');
  const world = await createWorld(server);
  const elsewhere = await createWorld(server, { one: '2026-09-03', two: '2026-09-04' });
  server.clock.at = new Date();
  // However long the world took to make: nobody was last seen so long ago that it would be written anew.
  await db.directory('update session set last_seen_at = $1', [server.clock.at]);
  db.isRehearsing = true;
  const { cast } = world;
  return {
    server,
    db,
    world,
    elsewhere,
    routes: listRoutes(server.app),
    play: (part, route, deed, place) => {
      const client = server.anonymous();
      if (part) client.cookie = cast.as(part).cookie;
      return play(client, part ? cast.accounts[part] : '', route, deed, place);
    },
  };
}
