import { sameJson } from '@kiemtra/shared/kernel';
import { TARGET } from '@kiemtra/shared/testing';
import type { Ledger } from './index.js';
import {
  answer,
  at,
  captivePortal,
  cut,
  lostReply,
  onceEach,
  place,
  rate,
  refuse,
  silence,
  World,
  type Fault,
} from './testing/world.js';

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.end());

const KEY = `${TARGET}|3.3.1|input`;
const status = (ledger: Ledger) => ledger.cell(TARGET, '3.3.1', 'input').status;

describe('a batch on the wire', () => {
  it('carries protocol, account and digest, and goes out oldest first', async () => {
    const ledger = await world.offlineTab(3);
    await ledger.flushNow();
    expect(world.sentSeqs).toEqual([[1, 2, 3]]);
    expect(world.requests[0]?.headers).toMatchObject({
      'Content-Digest': expect.stringMatching(/^sha-256=:.{44}:$/) as string,
      'X-Sync-Protocol': '1',
      'X-Sync-Account': world.account,
      'X-Requested-With': 'kiemtra',
    });
  });

  it('holds at most 200 operations', async () => {
    const ledger = await world.offlineTab(201);
    await ledger.flushNow();
    expect(world.sentSeqs.map((seqs) => seqs.length)).toEqual([200, 1]);
  }, 20_000);

  it('holds at most 1 MiB', async () => {
    const ledger = await world.offlineTab(0);
    world.always = cut;
    for (let n = 0; n < 40; n += 1) ledger.setNote(at(`n${n}`), 'ẵ'.repeat(9900));
    await ledger.commit();
    world.always = null;
    world.requests.length = 0;
    await ledger.flushNow();
    expect(world.requests.length).toBe(2);
    for (const { bytes } of world.requests) expect(bytes.length).toBeLessThanOrEqual(1024 * 1024);
    expect(ledger.status().unsent).toBe(0);
  });

  it('has the right digest also without WebCrypto, as on plain http', async () => {
    const real = globalThis.crypto;
    const plain = { getRandomValues: real.getRandomValues.bind(real) };
    Object.defineProperty(globalThis, 'crypto', { value: plain, configurable: true });
    try {
      const ledger = await world.offlineTab(1);
      await ledger.flushNow();
      expect(world.taken).toEqual(onceEach(1));
    } finally {
      Object.defineProperty(globalThis, 'crypto', { value: real, configurable: true });
    }
  });
});

describe('an unknown outcome', () => {
  it.each<[string, Fault]>([
    ['a cut connection', cut],
    ['a reply that was lost after the server stored the batch', lostReply],
    ['a server that never answers', silence],
    ['a captive portal with 200 and HTML', captivePortal],
    ['a redirect to a log-in page', () => answer(302, '')],
    ['an opaque redirect', () => answer(0, '')],
    ['a network that wants a log-in', () => answer(511, '<html>')],
    ['half a reply', (deliver) => (deliver(), answer(200, '{"protocol":1,"dig'))],
    ['a reply without the echo', (deliver) => (deliver(), answer(200, { protocol: 1, receipts: [] }))],
    ['a broken server', refuse(500, 'request.bug')],
    ['a gateway without a server', () => answer(502, '<html>')],
  ])('is sent again under the same numbers after %s, and takes effect once', async (_, fault) => {
    const ledger = await world.offlineTab(2);
    world.faults = [fault];
    void ledger.flushNow();
    await world.idle();
    expect(world.server.lanes.size).toBeLessThanOrEqual(1);
    expect(ledger.cell(TARGET, 'n0', 'note').status).toBe('sending');
    await world.pass(40_000);
    expect(ledger.cell(TARGET, 'n0', 'note').status).toBe('synced');
    expect(world.sentSeqs).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(sameJson(world.bodies[0], world.bodies[1])).toBe(true);
    expect(world.taken).toEqual(onceEach(2));
  });

  it('waits longer after each failure, up to five minutes, and starts over after an answer', async () => {
    const ledger = await world.offlineTab(1);
    world.always = cut;
    await ledger.flushNow();
    await world.pass(1_200_000);
    const pauses = world.requests.map(({ at: time }, index) => time - (world.requests[index - 1]?.at ?? time)).slice(1);
    // Half of the limit each time, as the random number of this world is always a half.
    expect(pauses.slice(0, 12)).toEqual([
      500, 1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000, 150_000, 150_000, 150_000,
    ]);
    world.requests.length = 0;
    world.always = null;
    await world.pass(300_000);
    expect(ledger.status()).toMatchObject({ unsent: 0, state: 'idle' });
  });

  it('is a short one again once the network has come back, even when it goes at once', async () => {
    const ledger = await world.offlineTab(1);
    world.always = cut;
    await ledger.flushNow();
    await world.pass(600_000);
    world.requests.length = 0;
    window.dispatchEvent(new Event('online'));
    await world.idle();
    await world.pass(4000);
    expect(world.requests.length).toBeGreaterThan(2);
  });

  it('is cut short when the network comes back, when the page is shown and by a person', async () => {
    const ledger = await world.offlineTab(1);
    world.always = cut;
    for (let n = 0; n < 6; n += 1) await ledger.flushNow();
    world.requests.length = 0;
    ledger.setNote(at('n0'), 'x');
    await ledger.commit();
    await world.idle();
    expect(world.requests.length).toBe(0);
    window.dispatchEvent(new Event('online'));
    await world.idle();
    document.dispatchEvent(new Event('visibilitychange'));
    await world.idle();
    expect(world.requests.length).toBe(2);
    world.always = null;
    await ledger.flushNow();
    expect(ledger.status().unsent).toBe(0);
  });
});

describe('a crash', () => {
  it('after a value was written loses nothing', async () => {
    await world.offlineTab(2);
    world.crash();
    await (await world.tab()).flushNow();
    expect(world.taken).toEqual(onceEach(2));
  });

  it('after a batch was sent, before its reply, doubles nothing', async () => {
    const ledger = await world.offlineTab(2);
    world.faults = [(deliver) => (deliver(), new Promise(() => {}))];
    void ledger.flushNow();
    await world.idle();
    world.crash();
    const next = await world.tab();
    expect(next.cell(TARGET, 'n0', 'note').status).toBe('sending');
    await next.flushNow();
    expect(world.taken).toEqual(onceEach(2));
  });

  it('after the reply, before its receipts are stored, doubles nothing', async () => {
    const ledger = await world.offlineTab(2);
    const real = IDBObjectStore.prototype.put;
    const put = jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      if (this.name === 'receipts') throw new DOMException('gone', 'UnknownError');
      return real.apply(this, args);
    });
    await ledger.flushNow();
    expect(ledger.status().unsent).toBe(2);
    put.mockRestore();
    world.crash();
    await (await world.tab()).flushNow();
    expect(world.taken).toEqual(onceEach(2));
  });
});

describe('a lane', () => {
  it('409: sends again from the gap when it still has what is missing', async () => {
    const ledger = await world.offlineTab(3);
    await ledger.flushNow();
    for (const lane of world.server.lanes.values()) lane.log.length = 1;
    world.requests.length = 0;
    ledger.setNote(at('n9'), 'later');
    await ledger.commit();
    await ledger.flushNow();
    await world.idle();
    expect(world.sentSeqs).toEqual([[4], [2, 3, 4]]);
    expect(ledger.status().unsent).toBe(0);
  });

  it('goes on under a new one when storage was cloned, keeping contents and chains', async () => {
    const ledger = await world.offlineTab(1);
    ledger.setInput(place, rate('1'));
    await ledger.flushNow();
    await world.idle();
    const [lane] = [...world.server.lanes.keys()];
    world.always = cut;
    ledger.setInput(place, rate('2'));
    await world.idle();
    ledger.setInput(place, rate('3'));
    await ledger.commit();
    // The clone was faster: number 3 holds something else now.
    world.server.push(world.account, {
      lane,
      first_seq: 3,
      app_version: '1',
      ops: [
        {
          seq: 3,
          kind: 'note.set',
          visit: place.visit,
          version: place.version,
          criterion: 'n5',
          value: 'clone',
          at: '2026-11-20T08:00:00Z',
          offset_ms: 0,
        },
      ],
    });
    world.always = null;
    await ledger.flushNow();
    await world.pass(60_000);
    expect(ledger.status()).toMatchObject({ unsent: 0, kept: 0 });
    expect(status(ledger)).toBe('synced');
    expect(world.server.cells.get(KEY)).toMatchObject({ rev: 3, value: rate('3'), siblings: [] });
    expect(world.server.lanes.size).toBe(2);
    const second = [...world.server.lanes.keys()].find((key) => key !== lane) ?? '';
    expect(document.cookie).toContain(second);
  });

  it('never changes hands: another account on the device sends nothing of it', async () => {
    const ledger = await world.offlineTab(2);
    await ledger.close();
    const other = '01970000-0000-7000-8000-0000000000ee';
    world.session = other;
    const theirs = await world.tab(other);
    theirs.setNote(at('n0'), 'mine');
    await theirs.flushNow();
    expect(world.bodies.flatMap(({ ops }) => ops.map(({ value }) => value))).toEqual(['mine']);
    await theirs.close();
    world.session = world.account;
    await (await world.tab()).flushNow();
    expect(world.server.lanes.size).toBe(2);
    expect([...world.server.lanes.values()].map(({ account, log }) => [account, log.length])).toEqual([
      [other, 1],
      [world.account, 2],
    ]);
  });
});

describe('the minute tick', () => {
  it('sends what is left without anybody doing anything', async () => {
    const ledger = await world.offlineTab(1);
    await world.pass(61_000);
    expect(ledger.status().unsent).toBe(0);
  });
});
