import { TARGET, VERSION, VISIT } from '@kiemtra/shared/testing';
import { at, cut, World } from './testing/world.js';

const ID = '01970000-0000-7000-8000-000000000301';
const FIELD = `headcount:${ID}` as const;
const ofTarget = at('');
const count = (present: number) => ({
  date: '2026-11-20',
  time: '07:45',
  expected: 20,
  present,
  absentWithReason: 0,
  absentWithoutReason: 20 - present,
  badgesWorn: present,
  nameBoards: { expected: 4, present: 4 },
  persons: [],
});

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.end());

describe('what is recorded whole', () => {
  it('is saved, listed, sent once as it last stood, and synced', async () => {
    world.always = cut;
    const ledger = await world.tab();
    const before = ledger.wholeFields(TARGET, 'headcount:');
    expect(before).toEqual([]);
    ledger.setWhole(ofTarget, FIELD, count(17));
    await world.idle();
    expect(ledger.wholeFields(TARGET, 'headcount:')).toEqual([FIELD]);
    expect(ledger.wholeFields(TARGET, 'headcount:')).toBe(ledger.wholeFields(TARGET, 'headcount:'));
    world.always = null;
    ledger.setWhole(ofTarget, FIELD, count(18));
    await world.idle();
    await ledger.flushNow();
    expect(ledger.cell(TARGET, '', FIELD)).toMatchObject({ value: count(18), status: 'synced' });
    expect(world.server.cells.get(`${TARGET}||${FIELD}`)).toMatchObject({ value: count(18) });
  });

  it('disagrees as a whole with what a colleague said, and both are shown', async () => {
    world.server.push('colleague', {
      lane: '6f1c24f5-3f52-4a89-8f8e-000000000009',
      first_seq: 1,
      app_version: '1',
      ops: [
        {
          seq: 1,
          kind: 'headcount.set',
          visit: VISIT,
          version: VERSION,
          value: { id: ID, count: count(17) },
          at: '2026-11-20T08:15:22.113+07:00',
          offset_ms: 0,
        },
      ],
    });
    const ledger = await world.tab();
    ledger.setWhole(ofTarget, FIELD, count(18));
    await world.idle();
    await ledger.flushNow();
    expect(ledger.cell(TARGET, '', FIELD)).toMatchObject({
      value: count(18),
      status: 'conflict',
      against: { value: count(17) },
    });
  });
});
