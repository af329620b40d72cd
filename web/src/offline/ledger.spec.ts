import { TARGET } from '@kiemtra/shared/testing';
import { forceCloseDatabase } from 'fake-indexeddb';
import { openLedger, type Ledger } from './index.js';
import { at, cut, place, rate, World } from './testing/world.js';

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.end());

describe('an edit', () => {
  it('shows at once, is saved once it is on disk, and synced once the server has it', async () => {
    world.always = cut;
    const ledger = await world.tab();
    ledger.setInput(place, rate('18'));
    expect(ledger.cell(TARGET, '3.3.1', 'input')).toMatchObject({ value: rate('18'), status: 'saving' });
    const seen: string[] = [];
    ledger.subscribe(() => seen.push(ledger.cell(TARGET, '3.3.1', 'input').status));
    await world.idle();
    expect(seen).toEqual(expect.arrayContaining(['saved', 'sending']));
    expect(ledger.status()).toMatchObject({ unsent: 1, state: 'unreachable' });
    expect(ledger.status().since).toMatch(/^2026-11-20T/);
    world.always = null;
    await ledger.flushNow();
    expect(ledger.cell(TARGET, '3.3.1', 'input')).toMatchObject({ value: rate('18'), status: 'synced' });
    expect(ledger.status()).toMatchObject({ unsent: 0, since: null, state: 'idle' });
  });

  it('is heard of by who reads its criterion, by nobody who reads another, and by who reads everything', async () => {
    world.always = cut;
    const ledger = await world.tab();
    const heard = { own: 0, other: 0, all: 0 };
    ledger.subscribeTo(TARGET, '3.3.1')(() => (heard.own += 1));
    const leave = ledger.subscribeTo(TARGET, '1.1')(() => (heard.other += 1));
    ledger.subscribe(() => (heard.all += 1));
    expect(ledger.subscribeTo(TARGET, '1.1')).toBe(ledger.subscribeTo(TARGET, '1.1'));
    ledger.setInput(place, rate('18'));
    await world.idle();
    expect(heard.other).toBe(0);
    expect(heard.own).toBeGreaterThanOrEqual(2);
    expect(heard.all).toBeGreaterThanOrEqual(heard.own);
    ledger.setNote(at('1.1'), 'b');
    expect(heard.other).toBe(1);
    leave();
    ledger.setNote(at('1.1'), 'bc');
    expect(heard.other).toBe(1);
  });

  it('survives a crash right after it was saved, and is sent by the next start', async () => {
    world.always = cut;
    const first = await world.tab();
    first.setInput(place, rate('18'));
    await world.idle();
    world.crash();
    world.always = null;
    const next = await world.tab();
    expect(next.cell(TARGET, '3.3.1', 'input').value).toEqual(rate('18'));
    await next.flushNow();
    expect(world.server.cells.get(`${TARGET}|3.3.1|input`)).toMatchObject({ rev: 1, value: rate('18') });
  });

  it('is counted as not sent from the first moment of the next start', async () => {
    await world.offlineTab(3);
    world.crash();
    world.always = cut;
    const next = await openLedger(world.account, world.surroundings(), () => new Promise(() => {}));
    expect(next.status()).toMatchObject({ unsent: 3 });
    await next.close();
  });

  it('is gathered while typing, and written when the field is left or the page is hidden', async () => {
    world.always = cut;
    const ledger = await world.tab();
    for (const note of ['S', 'Sổ', 'Sổ theo dõi']) ledger.setNote(place, note);
    await world.idle();
    expect(ledger.cell(TARGET, '3.3.1', 'note')).toMatchObject({ value: 'Sổ theo dõi', status: 'saving' });
    await world.pass(800);
    expect(ledger.cell(TARGET, '3.3.1', 'note').status).toBe('sending');
    ledger.setNote(at('1.1'), 'b');
    await ledger.commit();
    expect(ledger.cell(TARGET, '1.1', 'note').status).not.toBe('saving');
    ledger.setNote(at('1.2'), 'c');
    window.dispatchEvent(new Event('pagehide'));
    await world.idle();
    expect(ledger.cell(TARGET, '1.2', 'note').status).not.toBe('saving');
    expect(ledger.status().unsent).toBe(3);
  });

  it('that was being typed when the page went away is taken up by the next, also one that is too long', async () => {
    world.always = cut;
    const ledger = await world.tab();
    ledger.setNote(place, 'Sổ theo dõi');
    ledger.setNote(at('1.1'), 'a'.repeat(10_001));
    world.crash();
    const next = await world.tab();
    await world.idle();
    expect(next.cell(TARGET, '3.3.1', 'note')).toMatchObject({ value: 'Sổ theo dõi' });
    expect(next.cell(TARGET, '1.1', 'note')).toMatchObject({ value: 'a'.repeat(10_001), status: 'unsaved' });
    expect(next.status().unsent).toBe(1);
    next.setNote(at('1.1'), 'a');
    await next.commit();
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('takes the place of one that was never sent, and never of one that was', async () => {
    const ledger = await world.tab();
    world.faults = [cut];
    ledger.setInput(place, rate('1'));
    await world.idle();
    ledger.setInput(place, rate('2'));
    await world.idle();
    ledger.setInput(place, null);
    await world.idle();
    ledger.setInput(place, rate('3'));
    await world.idle();
    await ledger.flushNow();
    const { ops } = world.bodies.at(-1) ?? { ops: [] };
    expect(ops.map(({ seq, value }) => [seq, value])).toEqual([
      [1, rate('1')],
      [2, rate('3')],
    ]);
    expect(world.server.cells.get(`${TARGET}|3.3.1|input`)).toMatchObject({ rev: 2, value: rate('3'), siblings: [] });
  });

  it('takes no number of another one when it takes the place of an older one', async () => {
    const ledger = await world.tab();
    world.faults = [cut];
    ledger.setInput(at('1.1'), rate('0'));
    await world.idle();
    for (const [criterion, numerator] of [
      ['1.1', '1'],
      ['1.2', '2'],
      ['1.1', '3'],
      ['3.3.1', '4'],
    ] as const) {
      ledger.setInput(at(criterion), rate(numerator));
      await world.idle();
    }
    await ledger.flushNow();
    const { ops } = world.bodies.at(-1) ?? { ops: [] };
    expect(ops.map(({ seq, value }) => [seq, value])).toEqual([
      [1, rate('0')],
      [2, rate('3')],
      [3, rate('2')],
      [4, rate('4')],
    ]);
  });

  it('says nothing when nothing changed', async () => {
    const ledger = await world.tab();
    ledger.setNote(place, '');
    ledger.setInput(place, null);
    await ledger.flushNow();
    expect(world.requests).toEqual([]);
  });

  it('builds on what its author saw: the own chain first, then the revision', async () => {
    const ledger = await world.tab();
    ledger.setInput(place, rate('1'));
    await ledger.flushNow();
    ledger.setInput(place, rate('2'));
    await ledger.flushNow();
    world.faults = [cut];
    ledger.setInput(place, rate('3'));
    await world.idle();
    ledger.setInput(place, rate('4'));
    await world.idle();
    await ledger.flushNow();
    const bases = world.bodies.flatMap(({ ops }) => ops).map((op) => ('base' in op ? op.base : null));
    expect(bases).toEqual([null, { rev: 1 }, { rev: 2 }, { rev: 2 }, { seq: 3 }]);
  });

  it('carries device time with its zone, and how far the clock is off', async () => {
    const ledger = await world.tab();
    ledger.setInput(place, rate('1'));
    await ledger.flushNow();
    ledger.setInput(place, rate('2'));
    await ledger.flushNow();
    const [first, second] = world.bodies.flatMap(({ ops }) => ops as unknown as { at: string; offset_ms: number }[]);
    expect(Date.parse(first?.at ?? '')).toBe(world.now);
    expect([first?.offset_ms, second?.offset_ms]).toEqual([0, 5000]);
  });
});

describe('a device that cannot save', () => {
  afterEach(() => jest.restoreAllMocks());

  const cell = (ledger: Ledger) => ledger.cell(TARGET, '3.3.1', 'input');

  it('asks for the strict kind of saving', async () => {
    const transaction = jest.spyOn(IDBDatabase.prototype, 'transaction');
    const ledger = await world.tab();
    ledger.setInput(place, rate('18'));
    await world.idle();
    const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes.length).toBeGreaterThan(0);
    expect(writes.every(([, , options]) => options?.durability === 'strict')).toBe(true);
  });

  it.each<[string, () => void]>([
    [
      'has no room',
      () => {
        jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
          throw new DOMException('full', 'QuotaExceededError');
        });
      },
    ],
    [
      'finds out only when all was written',
      () => {
        const add = IDBObjectStore.prototype.put;
        jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
          const request = add.apply(this, args);
          if (this.name === 'answers') {
            jest.restoreAllMocks();
            this.transaction.abort();
          }
          return request;
        });
      },
    ],
  ])('never says saved when it %s: the value stays and is written later', async (_, fail) => {
    world.always = cut;
    const ledger = await world.tab();
    await world.idle();
    fail();
    const seen: string[] = [];
    ledger.subscribe(() => seen.push(cell(ledger).status));
    ledger.setInput(place, rate('18'));
    await world.idle();
    expect(cell(ledger)).toMatchObject({ value: rate('18'), status: 'unsaved' });
    expect(ledger.status().unsaved).toBe(1);
    expect(seen).not.toContain('saved');
    world.always = null;
    await world.pass(5000);
    expect(cell(ledger).status).toBe('synced');
    expect(ledger.status().unsaved).toBe(0);
    expect(world.server.lanes.size).toBe(1);
    expect(world.bodies.flatMap(({ ops }) => ops.map(({ seq }) => seq))).toEqual([1]);
  });

  it('opens the database again when the browser closed it under the page', async () => {
    const transaction = jest.spyOn(IDBDatabase.prototype, 'transaction');
    const ledger = await world.tab();
    await world.idle();
    const connection = transaction.mock.contexts.at(-1) as IDBDatabase;
    connection.close();
    ledger.setInput(place, rate('18'));
    await world.pass(5000);
    expect(cell(ledger).status).toBe('synced');
    forceCloseDatabase(transaction.mock.contexts.at(-1) as never);
    ledger.setInput(place, rate('19'));
    await world.pass(5000);
    expect(cell(ledger)).toMatchObject({ value: rate('19'), status: 'synced' });
  });

  it('keeps a note that is too long on the screen, marked, and sends the one that fits', async () => {
    const ledger = await world.tab();
    ledger.setNote(place, 'a'.repeat(10_001));
    await ledger.commit();
    expect(ledger.cell(TARGET, '3.3.1', 'note')).toMatchObject({ status: 'unsaved', code: 'TOO_LARGE' });
    ledger.setNote(place, 'a');
    await ledger.flushNow();
    expect(ledger.cell(TARGET, '3.3.1', 'note').status).toBe('synced');
  });
});
