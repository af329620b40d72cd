/**
 * A small complete world on top of the cast: two places that know nothing of each other, each an issued plan at one ward
 * with its own team, scored, with findings and requests in every state. Suites derive from it who may see and do what;
 * everything written at a place carries its mark, so that a leak shows as text.
 */
import { newId } from '@kiemtra/shared/kernel';
import type { NoticesView } from '@kiemtra/shared/reminders';
import { Passwords } from '../platform/auth/passwords.js';
import { Sessions } from '../platform/auth/sessions.js';
import { DailyReminders } from '../reminders/daily-reminders.service.js';
import { createCast, type Cast, type Part } from './cast.js';
import { accepted } from './deeds.js';
import { createPlace, type Place, type PlaceParts } from './place.js';
import type { TestServer } from './test-server.js';

export const PASSWORD = 'mật khẩu dài của mọi người';

export interface World {
  cast: Cast;
  one: Place;
  two: Place;
  /** By the mark of its place: what everybody was told who is told of its request. */
  notices: Record<string, string>;
  /** The one-time code of an account that waits for activation. */
  slip: { loginName: string; code: string };
}

const PEOPLE = {
  one: { ward: 'wardOne', officer: 'unitOfficer', team: ['lead', 'inspector'], former: 'otherInspector' },
  two: { ward: 'wardTwo', officer: 'otherUnitOfficer', team: ['otherInspector'], former: 'inspector' },
} as const;

/** `dates` are the days off of its places. */
export async function createWorld(
  server: TestServer,
  dates: { one: string; two: string } = { one: '2026-04-27', two: '2026-04-28' },
): Promise<World> {
  const cast = await createCast(server);
  await givePasswords(server, cast);
  const criteria = await createCriteria(cast);
  const place = async (which: 'one' | 'two') => {
    const { ward, officer } = PEOPLE[which];
    const mark = `dấu-${newId()}`;
    await markUnit(server, cast, ward, mark);
    const sessionId = await aSession(server, cast, officer);
    return createPlace({ cast, criteria, mark, sessionId, date: dates[which], ...PEOPLE[which] });
  };
  const places = { cast, one: await place('one'), two: await place('two'), slip: await createSlip(cast) };
  return { ...places, notices: await remind(server, places) };
}

/** A set of two rows in the import format, every field of which is given. */
export function criteriaContent(mark: string) {
  return {
    format: 'bo-tieu-chi/1',
    name: `Bộ tiêu chí ${mark}`,
    purpose: 'index',
    audience: ['commune'],
    isSample: false,
    note: `Ghi chú ${mark}`,
    decimals: 2,
    capped: true,
    criteria: [
      { key: '3', area: 'TTHC', effect: 'base', text: `Thủ tục hành chính ${mark}`, maxPoints: '6' },
      {
        key: '3.1',
        parent: '3',
        code: '3.1',
        text: `Tỷ lệ hồ sơ đúng hạn ${mark}`,
        maxPoints: '6',
        guidance: `Xem sổ theo dõi ${mark}`,
        suggestions: [`Còn hồ sơ trễ hạn ${mark}`],
        rule: { kind: 'RATIO', counted: 'hồ sơ đúng hạn', outOf: 'hồ sơ đã giải quyết' },
        modifiers: [{ kind: 'FLOOR', percent: '80' }],
      },
    ],
  };
}

async function createCriteria(cast: Cast): Promise<PlaceParts['criteria']> {
  const planner = cast.as('planner');
  const [setId, versionId, draftId, mark] = [newId(), newId(), newId(), `dấu-${newId()}`];
  const content = criteriaContent(mark);
  await accepted(planner.post('/criteria-sets', { id: setId, versionId, content }));
  await accepted(planner.post(`/criteria-versions/${versionId}/publish`));
  await accepted(planner.post(`/criteria-sets/${setId}/versions`, { id: draftId, content }));
  return { setId, versionId, draftId, mark };
}

async function givePasswords(server: TestServer, { provinceId }: Cast): Promise<void> {
  const hash = await server.app.get(Passwords).hash(PASSWORD);
  await server.db.directory('update account set password_hash = $2 where province_id = $1', [provinceId, hash]);
}

async function markUnit(server: TestServer, cast: Cast, ward: PlaceParts['ward'], mark: string): Promise<void> {
  const parameters = [cast.organizations[ward], ` ${mark}`];
  await server.inProvince(cast.provinceId, () =>
    server.db.query('update organization_name set name = name || $2 where organization_id = $1', parameters),
  );
}

/** The job of a Monday on which what was asked is late; gives what it told of each place's request. */
async function remind({ app, clock }: TestServer, { cast, one, two }: Pick<World, 'cast' | 'one' | 'two'>) {
  const { at } = clock;
  clock.at = new Date('2026-06-15T02:00:00Z');
  await app.get(DailyReminders).remind(cast.provinceId);
  clock.at = at;
  const { items } = await accepted(cast.as('leader').get<NoticesView>('/notices'));
  const noticeOf = ({ ids, mark }: Place) => [
    mark,
    items.find(({ recipientId }) => recipientId === ids.recipientId)?.id ?? '',
  ];
  return Object.fromEntries([one, two].map(noticeOf)) as Record<string, string>;
}

async function aSession(server: TestServer, { accounts }: Cast, part: Part): Promise<string> {
  return (await server.app.get(Sessions).open(accounts[part], { address: '127.0.0.1', device: 'second' })).id;
}

async function createSlip(cast: Cast): Promise<World['slip']> {
  const loginName = `${cast.slug}.moi`;
  const account = { id: newId(), loginName, displayName: 'Người mới', roles: ['viewer'] };
  const { code } = await accepted(cast.as('administrator').post<{ code: string }>('/accounts', account));
  return { loginName, code };
}
