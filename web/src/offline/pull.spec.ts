import { TARGET, VERSION, VISIT } from '@kiemtra/shared/testing';
import { SYNC_CHANGES_PATH } from '@kiemtra/shared/fieldwork';
import { newId } from '@kiemtra/shared/kernel';
import { LedgerDatabase } from './database.js';
import type { Ledger } from './index.js';
import { aPack } from './testing/packs.js';
import { cut, lostReply, place, rate, World } from './testing/world.js';

const COLLEAGUE = '01970000-0000-7000-8000-00000000000c';
const LANE = '6f1c24f5-3f52-4a89-8f8e-000000000001';

let world: World;
let db: LedgerDatabase;
beforeEach(() => {
  world = new World();
  db = new LedgerDatabase(world.account);
});
afterEach(async () => {
  jest.restoreAllMocks();
  db.close();
  await world.end();
});

const member = (accountId: string) => ({
  accountId,
  name: 'Cán bộ',
  position: null,
  role: 'member' as const,
  areas: [],
});

/** A tab with the sheet open: a pack without answers, of a visit of this account. */
async function sheet(): Promise<Ledger> {
  const ledger = await world.tab();
  await ledger.keepPack(() => Promise.resolve(aPack([], { members: [member(world.account)] })));
  await world.idle();
  world.asked.length = 0;
  return ledger;
}

const answers = () => db.read(['answers'], ({ answers: rows }) => rows.getAll());
const pulls = () => world.asked.filter((path) => path.startsWith(SYNC_CHANGES_PATH));

let said = 0;
function colleague(criterion: string, numerator: string, base?: { rev: number }): void {
  const lane = `${LANE.slice(0, -4)}${String((said += 1)).padStart(4, '0')}`;
  const op = { seq: 1, kind: 'input.set', visit: VISIT, version: VERSION, criterion, value: rate(numerator) };
  const ops = [{ ...op, ...(base && { base }), at: '2026-11-20T08:00:00Z', offset_ms: 0 }];
  world.server.push(COLLEAGUE, { lane, first_seq: 1, app_version: '1', ops });
}

const valueAt = (ledger: Ledger, criterion = '3.3.1') => ledger.cell(TARGET, criterion, 'input');

describe('what colleagues record', () => {
  it('comes while the sheet is open, from where it was, with who said it', async () => {
    const ledger = await sheet();
    colleague('3.3.1', '5');
    await world.pass(60_000);
    expect(valueAt(ledger)).toMatchObject({ value: rate('5'), status: 'synced', by: { account: COLLEAGUE } });
    colleague('1.1', '6');
    await ledger.flushNow();
    expect(valueAt(ledger, '1.1').value).toEqual(rate('6'));
    const cursors = pulls().map((path) => new URL(path, 'http://server').searchParams.get('cursor'));
    expect(cursors).toEqual([null, '1']);
  });

  it('comes page by page until there is no more', async () => {
    const ledger = await sheet();
    world.pageSize = 1;
    for (const criterion of ['1.1', '1.2', '3.3.1']) colleague(criterion, '5');
    await ledger.flushNow();
    for (const criterion of ['1.1', '1.2', '3.3.1']) expect(valueAt(ledger, criterion).value).toEqual(rate('5'));
  });

  it('is not asked for where no sheet is open', async () => {
    const ledger = await world.tab();
    await ledger.flushNow();
    expect(pulls()).toEqual([]);
  });

  it('is there or not there together with its cursor', async () => {
    const ledger = await sheet();
    colleague('3.3.1', '5');
    const put = IDBObjectStore.prototype.put;
    jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'cursors') throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, args);
    });
    await ledger.flushNow();
    expect(await answers()).toEqual([]);
    jest.restoreAllMocks();
    await ledger.flushNow();
    expect(valueAt(ledger).value).toEqual(rate('5'));
  });

  it('begins anew with a server that was restored', async () => {
    const ledger = await sheet();
    colleague('3.3.1', '5');
    await ledger.flushNow();
    colleague('1.1', '6');
    world.epoch = newId();
    world.asked.length = 0;
    await ledger.flushNow();
    expect(pulls().map((path) => path.includes('cursor='))).toEqual([true, false]);
    expect(valueAt(ledger, '1.1').value).toEqual(rate('6'));
  });
});

describe('a field with something unsent', () => {
  /** The sheet again, as the server has it now. */
  const renew = (ledger: Ledger) => {
    const held = world.server.cells.get(`${TARGET}|3.3.1|input`);
    return ledger.keepPack(() => Promise.resolve(aPack([{ ...held }])));
  };

  it('keeps the own word, and shows beside it what a colleague recorded', async () => {
    const ledger = await sheet();
    world.faults = [cut];
    ledger.setInput(place, rate('9'));
    await world.idle();
    colleague('3.3.1', '5');
    await renew(ledger);
    expect(valueAt(ledger)).toMatchObject({ value: rate('9'), shadow: { value: rate('5'), rev: 1 } });
    await ledger.flushNow();
    expect(valueAt(ledger)).toMatchObject({ status: 'conflict', against: { value: rate('5'), rev: 1 }, shadow: null });
  });

  it('does not miss what was told before the outcome of the own word, which no cursor tells again', async () => {
    const ledger = await sheet();
    world.faults = [lostReply];
    ledger.setInput(place, rate('9'));
    await world.idle();
    colleague('3.3.1', '5', { rev: 1 });
    await renew(ledger);
    expect(valueAt(ledger)).toMatchObject({
      value: rate('9'),
      status: 'sending',
      shadow: { value: rate('5'), rev: 2 },
    });
    world.onTheWay = () => Promise.reject(new Error('No changes are told.'));
    await ledger.flushNow();
    expect(valueAt(ledger)).toMatchObject({ value: rate('5'), status: 'synced', shadow: null });
  });

  it('is told once more when it changed while the answer was on its way', async () => {
    const ledger = await sheet();
    colleague('3.3.1', '5');
    world.onTheWay = async () => {
      world.onTheWay = null;
      world.faults = [cut];
      ledger.setInput(place, rate('9'));
      await world.idle();
    };
    await ledger.flushNow();
    expect(valueAt(ledger)).toMatchObject({ value: rate('9'), shadow: null });
    expect(await db.read(['cursors'], ({ cursors }) => cursors.getAll())).toMatchObject([{ cursor: 0 }]);
    await ledger.flushNow();
    expect(valueAt(ledger)).toMatchObject({ value: rate('9'), status: 'conflict', against: { value: rate('5') } });
  });
});

describe('a visit that is not this account’s any more', () => {
  it('is hidden, and what the server holds is let go of', async () => {
    const ledger = await sheet();
    colleague('3.3.1', '5');
    await ledger.flushNow();
    world.visits = [];
    await ledger.flushNow();
    expect(ledger.pack(VISIT)).toBeNull();
    expect((await answers()).length).toBe(0);
    expect(await db.read(['packs'], ({ packs }) => packs.count())).toBe(0);
    const next = await world.tab();
    await next.openPack(VISIT);
    expect(next.pack(VISIT)).toBeNull();
  });

  /** The account leaves the team while a word is recorded without a network. */
  async function leaveWith(ledger: Ledger): Promise<void> {
    world.onTheWay = async () => {
      world.onTheWay = null;
      world.faults = [cut];
      ledger.setInput(place, rate('9'));
      await world.idle();
    };
    world.visits = [];
    await ledger.flushNow();
    expect(ledger.pack(VISIT)).toBeNull();
    expect((await answers()).map(({ criterion }) => criterion)).toEqual(['3.3.1']);
  }

  it('keeps what is not sent until the server has it', async () => {
    const ledger = await sheet();
    colleague('1.1', '5');
    await ledger.flushNow();
    await leaveWith(ledger);
    await ledger.flushNow();
    expect(world.server.cells.get(`${TARGET}|3.3.1|input`)).toMatchObject({ value: rate('9') });
    await world.tab();
    await world.idle();
    expect((await answers()).length).toBe(0);
    expect(await db.read(['gone'], ({ gone }) => gone.count())).toBe(0);
  });

  it('keeps for good what the server refused', async () => {
    const ledger = await sheet();
    await leaveWith(ledger);
    world.server.visitOf = () => undefined;
    await ledger.flushNow();
    await world.tab();
    await world.idle();
    expect((await answers()).map(({ criterion }) => criterion)).toEqual(['3.3.1']);
    expect((await ledger.readQueue(10)).kept.total).toBe(1);
  });

  it('comes back with its pack', async () => {
    const ledger = await sheet();
    world.visits = [];
    await ledger.flushNow();
    world.visits = [VISIT];
    await ledger.keepPack(() => Promise.resolve(aPack([{}], { members: [member(world.account)] })));
    expect(ledger.pack(VISIT)).not.toBeNull();
    expect(valueAt(ledger).value).toEqual(rate('5'));
  });

  it('is not gone for who reads it without being of the team', async () => {
    const ledger = await world.tab();
    await ledger.keepPack(() => Promise.resolve(aPack([], { members: [member(COLLEAGUE)] })));
    world.visits = [];
    await ledger.flushNow();
    expect(ledger.pack(VISIT)).not.toBeNull();
  });
});
