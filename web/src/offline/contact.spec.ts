import { TARGET, VISIT } from '@kiemtra/shared/testing';
import { newId } from '@kiemtra/shared/kernel';
import { deleteDB } from 'idb';
import { LedgerDatabase } from './database.js';
import { takeToField } from './held.js';
import { readLaneCookie } from './lane-cookie.js';
import { aPack } from './testing/packs.js';
import { at, cut, lostReply, place, rate, refuse, World } from './testing/world.js';

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.end());

const nameOfDatabase = () => `kiemtra-${world.account}`;

describe('a device', () => {
  it('says how it stands before it sends, and once more when the server believes that something is to come', async () => {
    const ledger = await world.tab();
    await world.idle();
    await world.pass(61_000);
    world.hellos.length = 0;
    ledger.setInput(place, rate('1'));
    await ledger.flushNow();
    expect(world.hellos).toMatchObject([
      { max_seq: 1, unsent: 1, unsent_age: 0, pending_kib: 0, storage: 'unknown', app_version: '0.1.0' },
      { max_seq: 1, unsent: 0, unsent_age: null },
    ]);
  });

  it('says it once a minute at most, however much is recorded', async () => {
    const ledger = await world.tab();
    await world.pass(61_000);
    world.hellos.length = 0;
    for (const numerator of ['1', '2', '3', '4']) {
      ledger.setInput(place, rate(numerator));
      await ledger.flushNow();
    }
    expect(world.hellos).toHaveLength(2);
  });

  it('says it at once when a visit was taken to the field', async () => {
    const ledger = await world.tab();
    await ledger.flushNow();
    await ledger.keepPack(() => Promise.resolve(aPack()));
    const db = new LedgerDatabase(world.account);
    await takeToField(db, VISIT);
    db.close();
    world.hellos.length = 0;
    await ledger.flushNow();
    await ledger.flushNow();
    expect(world.hellos).toMatchObject([{ packs: [VISIT] }]);
  });

  it('sends also when nobody hears its greeting', async () => {
    const ledger = await world.tab();
    world.isDeafToHellos = true;
    await world.pass(61_000);
    ledger.setInput(place, rate('1'));
    await ledger.flushNow();
    expect(ledger.cell(TARGET, '3.3.1', 'input').status).toBe('synced');
  });

  it('learns how far its clock is off, and which app the server likes', async () => {
    world.minApp = '0.2.0';
    const ledger = await world.tab();
    await ledger.flushNow();
    expect(ledger.status()).toMatchObject({ clockOffsetMs: 5000, minApp: '0.2.0' });
    ledger.setInput(place, rate('1'));
    await ledger.flushNow();
    expect(world.bodies).toMatchObject([{ ops: [{ offset_ms: 5000 }] }]);
  });

  it('tells of the visits it took to the field, and hides what is not its account’s any more', async () => {
    const ledger = await world.tab();
    const member = { accountId: world.account, name: 'Cán bộ', position: null, role: 'member' as const, areas: [] };
    await ledger.keepPack(() => Promise.resolve(aPack([{}], { members: [member] })));
    const db = new LedgerDatabase(world.account);
    await takeToField(db, VISIT);
    // What the tab has begun to ask ends with it.
    await world.idle();
    world.crash();
    world.visits = [];
    const next = await world.tab();
    await next.flushNow();
    expect(world.hellos).toContainEqual(expect.objectContaining({ packs: [VISIT] }));
    await next.openPack(VISIT);
    expect(next.pack(VISIT)).toBeNull();
    expect(await db.read(['answers'], ({ answers }) => answers.count())).toBe(0);
    db.close();
  });
});

describe('outcomes whose answer was lost', () => {
  it('are fetched instead of sending the operations again', async () => {
    const ledger = await world.tab();
    await world.idle();
    world.faults = [lostReply, refuse(503, 'request.unavailable', { 'Retry-After': '90' })];
    ledger.setInput(place, rate('1'));
    await world.pass(91_000);
    expect(world.bodies).toHaveLength(2);
    expect(ledger.cell(TARGET, '3.3.1', 'input').status).toBe('synced');
    expect(ledger.status().unsent).toBe(0);
  });

  it('are not taken from a clone of this storage: what is here goes on under a new lane', async () => {
    const ledger = await world.tab();
    await world.idle();
    world.faults = [refuse(503, 'request.unavailable', { 'Retry-After': '90' })];
    ledger.setInput(place, rate('1'));
    await world.idle();
    const [first] = world.bodies;
    const clone = { ...(first as object), ops: [{ ...first?.ops[0], value: rate('7') }] };
    world.server.push(world.account, clone);
    await world.pass(91_000);
    const lanes = world.bodies.map(({ lane }) => lane);
    expect(lanes).toEqual([first?.lane, expect.not.stringMatching(first?.lane ?? '')]);
    expect(ledger.cell(TARGET, '3.3.1', 'input')).toMatchObject({
      value: rate('1'),
      status: 'conflict',
      against: { value: rate('7') },
    });
    // The server need not wait for the lane that was left: told once, when all of it has come.
    await world.pass(1_200_000);
    expect(world.hellos.filter(({ left }) => left)).toMatchObject([
      { lane: lanes[1], unsent: 0, left: [{ lane: lanes[0], last_seq: 1 }] },
    ]);
  });
});

it('goes on being awaited under a lane of which something is nowhere any more', async () => {
  const ledger = await world.offlineTab(3);
  await ledger.flushNow();
  const [lane] = world.server.lanes.values();
  if (lane) lane.log.length = 1;
  const db = new LedgerDatabase(world.account);
  await db.write(['ops'], async ({ ops }) => {
    for (const op of await ops.getAll()) if (op.seq > 1) await ops.delete([op.lane, op.seq]);
  });
  db.close();
  ledger.setNote(at('n9'), 'later');
  await ledger.flushNow();
  await world.pass(1_200_000);
  expect(world.server.lanes.size).toBe(2);
  expect(world.hellos.filter(({ left }) => left)).toEqual([]);
});

describe('a device whose storage the browser threw away', () => {
  async function lose(): Promise<void> {
    world.crash();
    await deleteDB(nameOfDatabase());
  }

  it('tells the server, and the person what the server has and what is missing', async () => {
    const ledger = await world.tab();
    for (const criterion of ['1.1', '1.2']) {
      ledger.setInput(at(criterion), rate('1'));
      await ledger.flushNow();
    }
    world.always = cut;
    ledger.setInput(place, rate('3'));
    await world.idle();
    await ledger.close();
    const { lane = '' } = world.bodies[0] ?? {};
    expect(readLaneCookie(world.account)).toEqual({ lane, lastSeq: 3 });
    await lose();

    const next = await world.tab();
    await world.idle();
    expect(next.status().loss).toEqual({ lane, lastSeq: 3 });
    world.always = null;
    await next.flushNow();
    expect(world.hellos.at(-1)).toMatchObject({ lost: { lane, last_seq: 3 } });
    expect(next.status().loss).toEqual({ lane, lastSeq: 3, ackedThrough: 2 });
    await next.forgetLoss();
    expect(next.status().loss).toBeNull();
  });

  it('reports it once', async () => {
    const ledger = await world.tab();
    ledger.setInput(place, rate('1'));
    await ledger.flushNow();
    await ledger.close();
    await lose();
    const next = await world.tab();
    await next.flushNow();
    await world.pass(601_000);
    expect(world.hellos.filter(({ lost }) => lost)).toHaveLength(1);
    expect(world.hellos.length).toBeGreaterThan(2);
  });

  it('has lost nothing where the cookie is another account’s', async () => {
    const ledger = await world.tab();
    await ledger.close();
    world.crash();
    world.session = newId();
    const other = await world.tab(world.session);
    expect(other.status().loss).toBeNull();
  });

  it('remembers the last number, also when an operation took the place of an older one', async () => {
    const ledger = await world.tab();
    await world.idle();
    world.faults = [cut];
    for (const criterion of ['1.1', '1.2', '3.3.1', '1.2']) {
      ledger.setInput(at(criterion), rate(String(world.bodies.length + 1)));
      await world.idle();
      ledger.setInput(at(criterion), rate('9'));
      await world.idle();
    }
    const db = new LedgerDatabase(world.account);
    const last = (await db.read(['ops'], ({ ops }) => ops.getAll())).at(-1)?.seq;
    db.close();
    expect(last).toBeGreaterThan(2);
    expect(readLaneCookie(world.account)?.lastSeq).toBe(last);
  });
});
