import type { MeView } from '@kiemtra/shared/users';
import { isOwnRefusal } from './problem.js';
import { findRememberedMe, forgetMe, isDeviceLocked, lockDevice, rememberMe } from './remembered-me.js';
import { whoAsks } from './who-asks.js';

const me: MeView = {
  accountId: '1',
  loginName: 'can-tho.doan-1',
  displayName: 'Trưởng đoàn số 1',
  position: null,
  email: null,
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

describe('a locked device', () => {
  const loggedOut = json(401, { code: 'request.unauthenticated', title: 'Chưa đăng nhập.' });

  it('ends the session that was left on it before it asks who one is', async () => {
    rememberMe(me);
    lockDevice();
    const asked: string[] = [];
    let isEnded = false;
    Object.assign(globalThis, {
      fetch: (address: string) => {
        asked.push(address);
        if (isEnded) return loggedOut();
        isEnded = address.endsWith('/auth/logout');
        return json(200, me)();
      },
    });
    const refusal: unknown = await whoAsks().catch((error: unknown) => error);
    expect(isOwnRefusal(refusal)).toBe(true);
    expect(asked).toEqual(['/api/v1/auth/logout', '/api/v1/auth/me']);
    expect(isDeviceLocked()).toBe(false);
  });

  it('asks for a log-in when the session has ended already', async () => {
    lockDevice();
    serverAnswers(loggedOut);
    const refusal: unknown = await whoAsks().catch((error: unknown) => error);
    expect([isOwnRefusal(refusal), isDeviceLocked()]).toEqual([true, false]);
  });

  it.each([
    ['nothing', nothing],
    ['a page in the place of an answer', page(200)],
    ['a page that says 401', page(401)],
  ])('lets nobody in while there is %s', async (_, answer) => {
    rememberMe(me);
    lockDevice();
    serverAnswers(answer);
    const refusal: unknown = await whoAsks().catch((error: unknown) => error);
    expect([isOwnRefusal(refusal), isDeviceLocked()]).toEqual([false, true]);
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
