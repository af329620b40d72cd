import { TARGET } from '@kiemtra/shared/testing';
import { at, cut, place, rate, World, type Fault } from './testing/world.js';

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.end());

/** Answers only when let, and counts how many requests are under way at once. */
function slowly() {
  const waiting: (() => void)[] = [];
  const seen = { most: 0 };
  const fault: Fault = async (deliver) => {
    seen.most = Math.max(seen.most, waiting.length + 1);
    await new Promise<void>((resolve) => waiting.push(resolve));
    return deliver();
  };
  const letGo = () => {
    for (const one of waiting.splice(0)) one();
  };
  return { fault, letGo, seen };
}

describe.each([
  ['with Web Locks', true],
  ['with a lease, as on plain http', false],
])('two tabs of one account %s', (_, hasLocks) => {
  beforeEach(() => {
    world.hasLocks = hasLocks;
  });

  it('send one at a time, and each edit once', async () => {
    const [one, two] = [await world.tab(), await world.tab()];
    await world.idle();
    const { fault, letGo, seen } = slowly();
    world.always = fault;
    one.setNote(at('1.1'), 'from one');
    two.setNote(at('1.2'), 'from two');
    await Promise.all([one.commit(), two.commit()]);
    for (let turn = 0; turn < 5; turn += 1) {
      await world.idle();
      letGo();
    }
    world.always = null;
    await world.pass(61_000);
    expect(seen.most).toBe(1);
    const logged = [...world.server.lanes.values()].map(({ log }) => log.map(({ receipt }) => receipt.outcome));
    expect(logged).toEqual([['applied', 'applied']]);
    expect([one.status().unsent, two.status().unsent]).toEqual([0, 0]);
  });

  it('go on when the tab that was sending has died', async () => {
    await world.tab();
    const { fault } = slowly();
    world.always = fault;
    const dying = await world.tab();
    dying.setNote(at('1.1'), 'a');
    await dying.commit();
    await world.idle();
    world.crash();
    world.always = null;
    const alive = await world.tab();
    await world.pass(91_000);
    expect(alive.status().unsent).toBe(0);
    expect(world.server.cells.get(`${TARGET}|1.1|note`)).toMatchObject({ rev: 1, value: 'a' });
  });

  it('show each other what was typed and what became of it', async () => {
    world.always = cut;
    const [one, two] = [await world.tab(), await world.tab()];
    one.setInput(place, rate('18'));
    await world.idle();
    expect(two.cell(TARGET, '3.3.1', 'input').value).toEqual(rate('18'));
    expect(two.status()).toMatchObject({ unsent: 1, state: 'unreachable' });
    world.always = null;
    await one.flushNow();
    await world.idle();
    expect(two.cell(TARGET, '3.3.1', 'input').status).toBe('synced');
    expect(two.status()).toMatchObject({ unsent: 0, state: 'idle' });
  });

  it('number the edits of one field in the order of the person who types', async () => {
    world.always = cut;
    const [one, two] = [await world.tab(), await world.tab()];
    one.setInput(place, rate('1'));
    await world.idle();
    two.setInput(place, rate('2'));
    await world.idle();
    one.setInput(place, rate('3'));
    await world.idle();
    world.always = null;
    await world.pass(61_000);
    expect(world.server.cells.get(`${TARGET}|3.3.1|input`)).toMatchObject({ value: rate('3'), siblings: [] });
    expect(world.server.lanes.size).toBe(1);
  });
});
