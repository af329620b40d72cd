import { VISIT } from '@kiemtra/shared/testing';
import { newId } from '@kiemtra/shared/kernel';
import type { Ledger } from './ledger.js';
import { aPack } from './testing/packs.js';
import { at, cut, place, rate, World } from './testing/world.js';

let world: World;
let ledger: Ledger;
beforeEach(async () => {
  world = new World();
  ledger = await world.tab();
  await ledger.keepPack(() => Promise.resolve(aPack()));
});
afterEach(() => world.end());

const inTheField = () => ledger.takeToField(VISIT);
const readiness = async () => (await ledger.ready()).read(VISIT);
const sayReady = async () => (await ledger.ready()).say({ ...place, criterion: '' });
const sent = () => world.bodies.flatMap(({ ops }) => ops.map(({ kind }) => kind));

describe('a person who is done with a visit', () => {
  it('is not asked where the visit was not taken to the field', async () => {
    expect(await readiness()).toBeNull();
    await inTheField();
    expect(await readiness()).toEqual({ saidAt: null, isSent: false });
  });

  it('says so behind everything that was recorded, typing under way too, and without a network', async () => {
    await inTheField();
    world.always = cut;
    ledger.setInput(place, rate('1'));
    ledger.setNote(place, 'Sổ thiếu cột');
    await sayReady();
    expect(await readiness()).toEqual({ saidAt: expect.stringMatching(/^2026-11-20T/), isSent: false });
    world.always = null;
    await ledger.flushNow();
    expect((await readiness())?.isSent).toBe(true);
    expect(sent().slice(-3)).toEqual(['input.set', 'note.set', 'visit.ready']);
    expect(ledger.status()).toMatchObject({ unsent: 0, kept: 0 });
  });

  it('is so no more once something is recorded again: what was said before stands as it was', async () => {
    await inTheField();
    world.always = cut;
    // A first attempt to send fails; what follows was never on the wire.
    ledger.setNote(at('1.1'), 'Trước');
    await ledger.commit();
    await world.idle();
    ledger.setInput(place, rate('1'));
    await sayReady();
    ledger.setInput(place, rate('2'));
    await ledger.commit();
    expect((await readiness())?.saidAt).toBeNull();
    ledger.setInput(place, rate('3'));
    await ledger.commit();
    world.requests.length = 0;
    world.always = null;
    await ledger.flushNow();
    // The value after that is gathered with the next as ever.
    expect(world.bodies.flatMap(({ ops }) => ops.map(({ kind, value }) => [kind, value]))).toEqual([
      ['note.set', 'Trước'],
      ['input.set', rate('1')],
      ['visit.ready', undefined],
      ['input.set', rate('3')],
    ]);
  });

  it('stays so whatever is recorded at other visits, and can say it again', async () => {
    await inTheField();
    await sayReady();
    ledger.setNote({ ...at('1.2'), visit: newId(), target: newId() }, 'Nơi khác');
    await ledger.commit();
    expect((await readiness())?.saidAt).not.toBeNull();
    ledger.setNote(at('1.2'), 'Thêm');
    await sayReady();
    expect((await readiness())?.saidAt).not.toBeNull();
  });

  it('stands in the queue until it is sent', async () => {
    world.always = cut;
    await sayReady();
    const { waiting } = await ledger.readQueue(10);
    expect(waiting.items).toMatchObject([{ subject: 'Báo xong phần việc', criterion: '', field: 'ready', file: null }]);
    expect(waiting.items[0]).not.toHaveProperty('said');
  });
});
