import { TARGET } from '@kiemtra/shared/testing';
import { answer, at, cut, place, rate, onceEach, refuse, World, type Fault } from './testing/world.js';

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.end());

describe('a refusal of the whole request', () => {
  it('401: waits for the same person to log in; nothing changes hands', async () => {
    const ledger = await world.offlineTab(1);
    world.session = 'another account';
    await ledger.flushNow();
    expect(ledger.status()).toMatchObject({ state: 'auth_required', unsent: 1 });
    expect(world.server.lanes.size).toBe(0);
    const other = await world.tab('01970000-0000-7000-8000-0000000000ff');
    await other.flushNow();
    expect(world.server.lanes.size).toBe(0);
    world.session = world.account;
    await ledger.flushNow();
    expect(world.taken).toEqual(onceEach(1));
  });

  it('403: says why and keeps everything', async () => {
    const ledger = await world.offlineTab(1);
    world.faults = [refuse(403, 'fieldwork.foreign-lane')];
    await ledger.flushNow();
    expect(ledger.status()).toMatchObject({ state: 'blocked', reason: 'Vì sao', unsent: 1 });
    await ledger.flushNow();
    expect(world.taken).toEqual(onceEach(1));
  });

  it('426: waits for the update and keeps everything', async () => {
    const ledger = await world.offlineTab(1);
    world.faults = [refuse(426, 'fieldwork.protocol')];
    await ledger.flushNow();
    expect(ledger.status()).toMatchObject({ state: 'update_required', unsent: 1 });
  });

  it.each([
    [429, 'request.too-many'],
    [503, 'request.unavailable'],
  ])('%d: waits as long as it is told, whoever asks', async (code, name) => {
    const ledger = await world.offlineTab(1);
    world.faults = [refuse(code, name, { 'Retry-After': '120' })];
    await ledger.flushNow();
    await ledger.flushNow();
    window.dispatchEvent(new Event('online'));
    await world.pass(119_000);
    expect(world.requests.length).toBe(1);
    expect(ledger.status().state).toBe('busy');
    await world.pass(2_000);
    expect(world.taken).toEqual(onceEach(1));
  });

  it('400 digest: sends again, and cuts the batch after the third time', async () => {
    const ledger = await world.offlineTab(4);
    const damaged: Fault = (deliver, request) =>
      request.body.ops.length > 1 ? refuse(400, 'fieldwork.digest-mismatch')(deliver, request) : deliver();
    world.always = damaged;
    await ledger.flushNow();
    expect(world.sentSeqs.slice(0, 8)).toEqual([
      [1, 2, 3, 4],
      [1, 2, 3, 4],
      [1, 2, 3, 4],
      [1, 2],
      [1, 2],
      [1, 2],
      [1],
      [2, 3],
    ]);
    expect(world.taken).toEqual(onceEach(4));
  });

  it('413: halves the batch', async () => {
    const ledger = await world.offlineTab(4);
    world.faults = [refuse(413, 'request.too-large')];
    await ledger.flushNow();
    expect(world.sentSeqs.slice(0, 3)).toEqual([
      [1, 2, 3, 4],
      [1, 2],
      [3, 4],
    ]);
    expect(world.taken).toEqual(onceEach(4));
  });

  it('another 4xx: finds the operation that is not taken, sets it aside and goes on', async () => {
    const ledger = await world.offlineTab(5);
    world.always = (deliver, request) => {
      const hasPoison = request.body.ops.some(({ seq, value }) => seq === 3 && value !== undefined);
      return hasPoison ? answer(422, { code: 'request.invalid' }) : deliver();
    };
    await ledger.flushNow();
    for (let n = 0; n < 5; n += 1) await world.pass(10_000);
    expect([0, 1, 2, 3, 4].map((n) => ledger.cell(TARGET, `n${n}`, 'note').status)).toEqual([
      'synced',
      'synced',
      'invalid',
      'synced',
      'synced',
    ]);
    expect(ledger.cell(TARGET, 'n2', 'note').value).toBe('note 2');
    expect(ledger.status()).toMatchObject({ unsent: 0, kept: 1 });
    expect((await ledger.readQueue(9)).kept.items).toMatchObject([{ said: 'note 2' }]);
  });

  it('413 for a single operation: it stays here, the next one goes', async () => {
    const ledger = await world.offlineTab(2);
    world.always = (deliver, request) => {
      const isLarge = request.body.ops.some(({ seq, value }) => seq === 1 && value !== undefined);
      return isLarge ? answer(413, '') : deliver();
    };
    await ledger.flushNow();
    expect([0, 1].map((n) => ledger.cell(TARGET, `n${n}`, 'note').status)).toEqual(['invalid', 'synced']);
  });

  it('a server that knows no such address: nothing is set aside for good', async () => {
    const ledger = await world.offlineTab(2);
    world.always = () => answer(404, '');
    await ledger.flushNow();
    for (let n = 0; n < 10; n += 1) await world.pass(60_000);
    expect(ledger.status()).toMatchObject({ unsent: 2, kept: 0 });
    world.always = null;
    await world.pass(300_000);
    expect(world.taken).toEqual(onceEach(2));
  });
});

describe('one poison operation', () => {
  it('is refused by its receipt, kept here, and blocks nothing', async () => {
    const ledger = await world.offlineTab(0);
    world.always = cut;
    ledger.setInput(place, rate('1'));
    ledger.setNote(at('n0'), 'first');
    ledger.setNote(at('n1'), 'second');
    await ledger.commit();
    ledger.setNote({ ...at('n2'), visit: '01970000-0000-7000-8000-0000000000aa' }, 'not my visit');
    await ledger.commit();
    ledger.setNote(at('n3'), 'third');
    world.always = null;
    await ledger.flushNow();
    await world.pass(60_000);
    expect(['n0', 'n1', 'n2', 'n3'].map((key) => ledger.cell(TARGET, key, 'note').status)).toEqual([
      'synced',
      'synced',
      'denied',
      'synced',
    ]);
    expect(ledger.status()).toMatchObject({ unsent: 0, kept: 1 });
    expect(ledger.cell(TARGET, 'n2', 'note')).toMatchObject({ value: 'not my visit', code: 'NEVER_MEMBER' });
  });
});
