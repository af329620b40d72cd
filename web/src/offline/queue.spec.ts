import { newId } from '@kiemtra/shared/kernel';
import type { Ledger, Queue } from './index.js';
import { answer, at, cut, place, rate, World } from './testing/world.js';

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.end());

const photo = (size: number) => ({ name: 'Bảng niêm yết.jpg', mime: 'image/jpeg', bytes: new Uint8Array(size) });
const NOT_MY_VISIT = '01970000-0000-7000-8000-0000000000aa';

async function queueOf(ledger: Ledger, limit = 100): Promise<Queue> {
  await world.idle();
  return ledger.readQueue(limit);
}

/** Somebody else, on another device, at the same server. */
async function colleague(write: (ledger: Ledger) => void): Promise<void> {
  const own = world.session;
  world.session = newId();
  const ledger = await world.tab(world.session);
  write(ledger);
  await ledger.flushNow();
  world.session = own;
}

describe('what waits', () => {
  it('is listed oldest first, with what was said, where, and since when', async () => {
    world.always = cut;
    const ledger = await world.tab();
    ledger.setInput(place, rate('18'));
    await ledger.commit();
    world.now += 60_000;
    ledger.setNote(at('1.1'), 'Thiếu sổ theo dõi');
    await ledger.commit();
    const { waiting, undecided, kept } = await queueOf(ledger);
    expect(waiting).toMatchObject({
      total: 2,
      items: [
        { visit: place.visit, criterion: '3.3.1', subject: 'Câu trả lời', said: rate('18') },
        { criterion: '1.1', subject: 'Ghi chú', said: 'Thiếu sổ theo dõi', file: null },
      ],
    });
    expect(waiting.items.map(({ since }) => Date.parse(since ?? ''))).toEqual([
      Date.parse('2026-11-20T01:15:00Z'),
      Date.parse('2026-11-20T01:16:00Z'),
    ]);
    expect([undecided.total, kept.total]).toEqual([0, 0]);
  });

  it('is told from what was put on the wire and not answered', async () => {
    const ledger = await world.offlineTab(1);
    world.always = cut;
    await ledger.flushNow();
    ledger.setNote(at('1.2'), 'sau');
    await ledger.commit();
    expect((await queueOf(ledger)).waiting.items.map(({ status }) => status)).toEqual(['sending', 'saved']);
  });

  it('begins with what the device could not save', async () => {
    const ledger = await world.offlineTab(1);
    world.always = cut;
    ledger.setInput(at('1.1'), { numerator: 'x'.repeat(40_000), denominator: '1' });
    await ledger.commit();
    expect((await queueOf(ledger)).waiting).toMatchObject({
      total: 2,
      items: [{ criterion: '1.1', status: 'unsaved', code: 'TOO_LARGE', since: null }, { criterion: 'n0' }],
    });
  });

  it('names a file once: until it is announced, then until its bytes have come, with how many of them', async () => {
    world.always = cut;
    const ledger = await world.tab();
    await ledger.addEvidence(place, photo(1000));
    expect((await queueOf(ledger)).waiting).toMatchObject({
      total: 1,
      items: [{ subject: 'Tệp', status: 'sending', file: { name: 'Bảng niêm yết.jpg', size: 1000, sent: null } }],
    });
    world.always = (deliver, { method }) => (method === 'PATCH' ? new Promise(() => {}) : deliver());
    void ledger.flushNow();
    await world.idle();
    expect((await queueOf(ledger)).waiting).toMatchObject({
      total: 1,
      items: [{ status: 'synced', file: { sent: 0 } }],
    });
  });

  it('comes a part at a time when it is much', async () => {
    const ledger = await world.offlineTab(12);
    const { waiting } = await queueOf(ledger, 5);
    expect([waiting.items.map(({ criterion }) => criterion), waiting.total]).toEqual([
      ['n0', 'n1', 'n2', 'n3', 'n4'],
      12,
    ]);
  });

  it('is gone once it is sent, and the time of the last success is known after a restart', async () => {
    const ledger = await world.offlineTab(2);
    expect((await queueOf(ledger)).lastSuccess).toBeNull();
    world.now = Date.parse('2026-11-20T03:00:00Z');
    await ledger.flushNow();
    await ledger.close();
    const { waiting, lastSuccess } = await queueOf(await world.tab());
    expect([waiting.total, lastSuccess]).toEqual([0, Date.parse('2026-11-20T03:00:00Z')]);
  });

  it('on the same device is not shown to another account', async () => {
    await world.offlineTab(3);
    const other = await world.tab(newId());
    expect((await queueOf(other)).waiting).toEqual({ items: [], total: 0 });
  });
});

describe('what needs somebody', () => {
  it('is a word that stands against another, until something newer takes its place', async () => {
    world.always = cut;
    const ledger = await world.tab();
    ledger.setInput(place, rate('18'));
    await ledger.commit();
    world.always = null;
    await colleague((other) => other.setInput(place, rate('19')));
    await ledger.flushNow();
    expect((await queueOf(ledger)).undecided).toMatchObject({
      total: 1,
      items: [{ criterion: '3.3.1', said: rate('18'), status: 'conflict' }],
    });
    world.always = cut;
    ledger.setInput(place, rate('19'));
    await ledger.commit();
    const { undecided, waiting } = await queueOf(ledger);
    expect([undecided.total, waiting.total]).toEqual([0, 1]);
  });

  it('is what waits for the head of the team, with why', async () => {
    const ledger = await world.tab();
    ledger.setInput(place, rate('-1'));
    await ledger.flushNow();
    expect((await queueOf(ledger)).undecided).toMatchObject({
      total: 1,
      items: [{ status: 'parked', code: 'OUT_OF_RANGE', said: rate('-1') }],
    });
  });
});

describe('what is not taken', () => {
  it('is kept with its content and the reason', async () => {
    const ledger = await world.tab();
    ledger.setNote({ ...at('1.1'), visit: NOT_MY_VISIT }, 'Ghi nhầm cuộc');
    await ledger.flushNow();
    expect((await queueOf(ledger)).kept).toMatchObject({
      total: 1,
      items: [{ visit: NOT_MY_VISIT, said: 'Ghi nhầm cuộc', status: 'denied', code: 'NEVER_MEMBER' }],
    });
  });

  it('is a file, too, in the words of the server', async () => {
    const ledger = await world.tab();
    world.always = (deliver, { method }) =>
      method === 'PATCH' ? answer(422, { code: 'evidence.over-quota', title: 'Hết dung lượng.' }) : deliver();
    await ledger.addEvidence(place, photo(30));
    await ledger.flushNow();
    expect((await queueOf(ledger)).kept).toMatchObject({
      total: 1,
      items: [{ status: 'denied', file: { refusal: 'Hết dung lượng.' } }],
    });
  });
});
