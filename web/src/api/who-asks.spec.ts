import type { MeView } from '@kiemtra/shared/users';
import { isOwnRefusal } from './problem.js';
import { findRememberedMe, forgetMe, rememberMe } from './remembered-me.js';
import { whoAsks } from './who-asks.js';

const me: MeView = {
  accountId: '1',
  loginName: 'can-tho.doan-1',
  displayName: 'Trưởng đoàn số 1',
  position: null,
  roles: ['inspector'],
  organization: null,
  province: { id: '2', name: 'Thành phố Cần Thơ' },
};

function serverAnswers(answer: () => Promise<Partial<Response>>): void {
  Object.assign(globalThis, { fetch: answer });
}
const json = (status: number, body: unknown) => () =>
  Promise.resolve({
    status,
    ok: status < 300,
    headers: new Headers(),
    text: () => Promise.resolve(JSON.stringify(body)),
    json: () => Promise.resolve(body),
  });
const page = (status: number) => () =>
  Promise.resolve({
    status,
    ok: status < 300,
    headers: new Headers(),
    text: () => Promise.resolve('<!doctype html>'),
    json: () => Promise.reject(new SyntaxError('not JSON')),
  });
const nothing = () => Promise.reject(new TypeError('Failed to fetch'));

beforeEach(() => localStorage.clear());
afterEach(() => jest.useRealTimers());

describe('who asks', () => {
  it('is the account the server names, remembered for later', async () => {
    serverAnswers(json(200, me));
    expect(await whoAsks()).toEqual(me);
    expect(findRememberedMe()).toEqual(me);
  });

  it.each([
    ['nothing', nothing],
    ['a page in the place of an answer', page(200)],
    ['a network that wants a log-in', page(511)],
    ['a page that says 401', page(401)],
    ['a server at its end', page(500)],
    ['JSON of somebody else', json(200, {})],
  ])('is the account of last time when there is %s', async (_, answer) => {
    serverAnswers(answer);
    await expect(whoAsks()).rejects.toThrow(/./);
    rememberMe(me);
    expect(await whoAsks()).toEqual(me);
  });

  it('is the account of last time on a line that stays silent', async () => {
    jest.useFakeTimers();
    rememberMe(me);
    serverAnswers(() => new Promise(() => {}));
    const asked = whoAsks();
    await jest.advanceTimersByTimeAsync(3_000);
    expect(await asked).toEqual(me);
  });

  it('is nobody when the server itself says so', async () => {
    rememberMe(me);
    serverAnswers(json(401, { code: 'request.unauthenticated', title: 'Chưa đăng nhập.' }));
    const refusal: unknown = await whoAsks().catch((error: unknown) => error);
    expect(isOwnRefusal(refusal)).toBe(true);
  });
});

describe('the account of last time', () => {
  it('is forgotten by logging out', () => {
    rememberMe(me);
    forgetMe();
    expect(findRememberedMe()).toBeNull();
  });

  it('counts for three days without a word of the server', () => {
    jest.useFakeTimers({ now: new Date('2026-11-20T08:00:00Z') });
    rememberMe(me);
    jest.setSystemTime(new Date('2026-11-23T08:00:00Z'));
    expect(findRememberedMe()).toEqual(me);
    jest.setSystemTime(new Date('2026-11-23T08:00:01Z'));
    expect(findRememberedMe()).toBeNull();
  });
});
