import { newId } from '@kiemtra/shared/kernel';
import { TARGET } from '@kiemtra/shared/testing';
import { forEach, LedgerDatabase } from './database.js';
import { aPack } from './testing/packs.js';
import { at, cut, place, rate, World } from './testing/world.js';

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.end());

const photo = { name: 'Ảnh.jpg', mime: 'image/jpeg', bytes: new Uint8Array(700_000).fill(3) };

/** How many rows each store of the device has. */
async function rows(): Promise<Record<string, number>> {
  const db = new LedgerDatabase(world.account);
  const names = ['answers', 'packs', 'blobs', 'pieces', 'ops', 'receipts'] as const;
  const counts = await db.read(names, (stores) => forEach(names, async (name) => [name, await stores[name].count()]));
  db.close();
  return Object.fromEntries(counts) as Record<string, number>;
}

describe('leaving the device', () => {
  it('lets go of answers, packs and files that the server has, and keeps what was said with its receipts', async () => {
    const ledger = await world.tab();
    await ledger.keepPack(() => Promise.resolve(aPack([{}])));
    ledger.setInput(at('1.1'), rate('18'));
    await ledger.addEvidence(place, photo);
    await ledger.flushNow();
    await ledger.forgetClean();
    expect(await rows()).toMatchObject({ answers: 0, packs: 0, blobs: 0, pieces: 0, ops: 2, receipts: 2 });
  });

  it('I20: deletes nothing that is on this device alone', async () => {
    const ledger = await world.offlineTab(2);
    world.always = cut;
    const id = await ledger.addEvidence(place, photo);
    ledger.setInput(place, rate('18'));
    await ledger.commit();
    await ledger.forgetClean();
    expect(await ledger.findBytes(id)).toHaveLength(700_000);
    await ledger.close();
    const again = await world.tab();
    expect(again.cell(TARGET, '3.3.1', 'input')).toMatchObject({ value: rate('18') });
    world.always = null;
    await again.flushNow();
    expect(world.server.cells.get(`${TARGET}|3.3.1|input`)?.value).toEqual(rate('18'));
    expect(world.files.has(id)).toBe(true);
  });

  it('I20: keeps what the server refused, and what waits for a decision', async () => {
    const ledger = await world.tab();
    ledger.setNote({ ...at('1.1'), visit: newId() }, 'không phải cuộc của tôi');
    ledger.setInput(place, rate('-1'));
    await ledger.flushNow();
    await ledger.forgetClean();
    const { kept, undecided } = await ledger.readQueue(9);
    expect([kept.items, undecided.items]).toMatchObject([
      [{ said: 'không phải cuộc của tôi' }],
      [{ said: rate('-1') }],
    ]);
  });

  it('finds a disagreement again at the next visit of the same account', async () => {
    world.always = cut;
    const ledger = await world.tab();
    ledger.setInput(place, rate('18'));
    await ledger.commit();
    world.always = null;
    const own = world.session;
    world.session = newId();
    const colleague = await world.tab(world.session);
    colleague.setInput(place, rate('19'));
    await colleague.flushNow();
    world.session = own;
    await ledger.flushNow();
    await ledger.forgetClean();
    await ledger.close();
    const again = await world.tab();
    const cells = [...world.server.cells.values()].map((cell) => ({ ...cell, criterion: '3.3.1' }));
    await again.keepPack(() => Promise.resolve(aPack(cells)));
    expect(again.cell(TARGET, '3.3.1', 'input')).toMatchObject({ value: rate('18'), status: 'conflict' });
    expect((await again.readQueue(9)).undecided.total).toBe(1);
  });
});
