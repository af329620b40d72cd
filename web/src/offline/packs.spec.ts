import { TARGET, VISIT } from '@kiemtra/shared/testing';
import { aPack } from './testing/packs.js';
import { cut, place, rate, World } from './testing/world.js';

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.end());

describe('a pack', () => {
  it('is there after a reload without a network, with what the server said and what the device has', async () => {
    const ledger = await world.tab();
    await ledger.keepPack(() => Promise.resolve(aPack([{ criterion: '1.1', value: rate('7') }])));
    world.always = cut;
    ledger.setInput(place, rate('18'));
    await world.idle();
    world.crash();

    const next = await world.tab();
    expect(next.pack(VISIT)).toBeNull();
    await next.openPack(VISIT);
    expect(next.pack(VISIT)).toEqual(aPack([{ criterion: '1.1', value: rate('7') }]));
    expect(next.cell(TARGET, '1.1', 'input').value).toEqual(rate('7'));
    expect(next.cell(TARGET, '3.3.1', 'input').value).toEqual(rate('18'));
  });

  it('is not there for a visit that was never opened', async () => {
    const ledger = await world.tab();
    await ledger.openPack(VISIT);
    expect(ledger.pack(VISIT)).toBeNull();
  });

  it('stays as it was when the server cannot be asked', async () => {
    const ledger = await world.tab();
    await ledger.keepPack(() => Promise.resolve(aPack()));
    await expect(ledger.keepPack(() => Promise.reject(new Error('cut')))).rejects.toThrow('cut');
    expect(ledger.pack(VISIT)).toEqual(aPack());
  });

  it('is renewed in part: what says the same stays the same object', async () => {
    const ledger = await world.tab();
    await ledger.keepPack(() => Promise.resolve(aPack()));
    const before = ledger.pack(VISIT);
    const { visit } = aPack();
    await ledger.keepPack(() => Promise.resolve(aPack([], { visit: { ...visit, state: 'finalised' } })));
    expect(ledger.pack(VISIT)?.visit.state).toBe('finalised');
    expect(ledger.pack(VISIT)?.criteria).toBe(before?.criteria);
  });
});
