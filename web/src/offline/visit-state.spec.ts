import { aVisit, RECEIVED_AT, TARGET, VERSION, VISIT } from '@kiemtra/shared/testing';
import { aPack } from './testing/packs.js';
import { at, cut, place, rate, World } from './testing/world.js';

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.end());

describe('what the server holds', () => {
  it('fills clean cells and leaves alone those with something unsent', async () => {
    world.always = cut;
    const ledger = await world.tab();
    ledger.setInput(at('1.1'), rate('1'));
    await world.idle();
    await ledger.keepPack(() => Promise.resolve(aPack([{}, { criterion: '1.1', rev: 4 }])));
    expect(ledger.cell(TARGET, '3.3.1', 'input')).toMatchObject({ value: rate('5'), status: 'synced' });
    expect(ledger.cell(TARGET, '1.1', 'input')).toMatchObject({ value: rate('1'), status: 'sending' });
  });

  it('does not undo what was settled while the answer was on its way, nor go back to an older one', async () => {
    const ledger = await world.tab();
    await ledger.keepPack(async () => {
      ledger.setInput(place, rate('9'));
      await ledger.flushNow();
      return aPack([{}]);
    });
    expect(ledger.cell(TARGET, '3.3.1', 'input').value).toEqual(rate('9'));
    ledger.setInput(place, rate('10'));
    await ledger.flushNow();
    await ledger.keepPack(() => Promise.resolve(aPack([{ rev: 1 }])));
    expect(ledger.cell(TARGET, '3.3.1', 'input').value).toEqual(rate('10'));
  });

  it('shows the own word beside the accepted one, and the end of the disagreement', async () => {
    world.server.push('colleague', {
      lane: '6f1c24f5-3f52-4a89-8f8e-000000000001',
      first_seq: 1,
      app_version: '1',
      ops: [
        {
          seq: 1,
          kind: 'input.set',
          visit: VISIT,
          version: VERSION,
          criterion: '3.3.1',
          value: rate('5'),
          at: '2026-11-20T08:00:00Z',
          offset_ms: 0,
        },
      ],
    });
    const ledger = await world.tab();
    ledger.setInput(place, rate('9'));
    await ledger.flushNow();
    const conflict = {
      value: rate('9'),
      status: 'conflict',
      receivedAt: RECEIVED_AT,
      against: { value: rate('5'), rev: 1, by: { account: 'colleague' } },
    };
    expect(ledger.cell(TARGET, '3.3.1', 'input')).toMatchObject(conflict);
    const held = world.server.cells.get(`${TARGET}|3.3.1|input`);
    await ledger.keepPack(() => Promise.resolve(aPack([{ ...held }])));
    expect(ledger.cell(TARGET, '3.3.1', 'input')).toMatchObject(conflict);
    await ledger.forgetClean();
    await ledger.keepPack(() => Promise.resolve(aPack([{ ...held }])));
    expect(ledger.cell(TARGET, '3.3.1', 'input')).toMatchObject(conflict);
    world.server.visitOf = () => aVisit({ standing: 'lead' });
    ledger.resolve(place, 'input', rate('7'));
    await ledger.flushNow();
    expect(ledger.cell(TARGET, '3.3.1', 'input')).toMatchObject({ value: rate('7'), status: 'synced', against: null });
    expect(world.server.cells.get(`${TARGET}|3.3.1|input`)).toMatchObject({ rev: 2, value: rate('7'), siblings: [] });
  });

  it('keeps in sight what was refused until something newer is accepted', async () => {
    const ledger = await world.tab();
    ledger.setInput(place, { numerator: '-1', denominator: '20' });
    await ledger.flushNow();
    const refused = { value: { numerator: '-1' }, status: 'parked', code: 'OUT_OF_RANGE' };
    expect(ledger.cell(TARGET, '3.3.1', 'input')).toMatchObject(refused);
    await ledger.keepPack(() => Promise.resolve(aPack([{ rev: 0, value: null }])));
    expect(ledger.cell(TARGET, '3.3.1', 'input')).toMatchObject(refused);
    await ledger.keepPack(() => Promise.resolve(aPack([{ rev: 1 }])));
    expect(ledger.cell(TARGET, '3.3.1', 'input')).toMatchObject({ value: rate('5'), status: 'synced' });
  });
});
