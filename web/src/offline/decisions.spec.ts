import { SYNC_DECISIONS_PATH, type ToldDecision } from '@kiemtra/shared/fieldwork';
import { aVisit, TARGET, VISIT } from '@kiemtra/shared/testing';
import { LedgerDatabase } from './database.js';
import type { Ledger } from './index.js';
import { aPack } from './testing/packs.js';
import { at, place, rate, World } from './testing/world.js';

let world: World;
let db: LedgerDatabase;
beforeEach(() => {
  world = new World();
  db = new LedgerDatabase(world.account);
});
afterEach(async () => {
  db.close();
  await world.end();
});

const REASON = 'Đã ghi trong biên bản';
const decided = (seq: number, change: Partial<ToldDecision> = {}): ToldDecision => ({
  seq,
  decision: 'refused',
  reason: REASON,
  by: 'Trần Văn Trưởng',
  at: `2026-11-20T02:00:0${seq}.000Z`,
  ...change,
});
const taken = { decision: 'taken', reason: null } as const;

/** What reaches a closed visit: an answer, and notes at the other criteria. */
async function lateTab(...criteria: string[]): Promise<Ledger> {
  const ledger = await world.tab();
  world.server.visitOf = () => aVisit({ isOpen: false });
  ledger.setInput(place, rate('18'));
  await ledger.commit();
  for (const criterion of criteria) {
    ledger.setNote(at(criterion), `ghi ${criterion}`);
    await ledger.commit();
  }
  await ledger.flushNow();
  world.asked.length = 0;
  return ledger;
}

const asked = () => world.asked.filter((path) => path.startsWith(SYNC_DECISIONS_PATH));
const input = (ledger: Ledger) => ledger.cell(TARGET, '3.3.1', 'input');

describe('a word that the head of the team did not take', () => {
  it('is told as that, with who, when and why, and waits for nobody any more', async () => {
    const ledger = await lateTab();
    expect((await ledger.readQueue(9)).undecided.total).toBe(1);
    world.decisions = [decided(1)];
    await ledger.flushNow();
    const { undecided, refused, waiting, kept } = await ledger.readQueue(9);
    expect([undecided.total, waiting.total, kept.total]).toEqual([0, 0, 0]);
    const { seq: _, ...decision } = decided(1);
    expect(refused).toMatchObject({
      total: 1,
      items: [{ status: 'refused', code: 'VISIT_FINAL', said: rate('18'), decision }],
    });
    expect(input(ledger)).toMatchObject({ value: rate('18'), status: 'refused', reason: REASON });
  });

  it('is learnt within a minute of its own accord, once', async () => {
    const ledger = await lateTab();
    world.decisions = [decided(1)];
    await world.pass(60_000);
    expect(input(ledger).status).toBe('refused');
    world.asked.length = 0;
    await world.pass(300_000);
    expect(asked()).toEqual([]);
  });

  it('stays readable: after a restart, after newer words, and after leaving the device', async () => {
    const ledger = await lateTab();
    world.decisions = [decided(1)];
    await ledger.flushNow();
    world.server.visitOf = () => aVisit();
    ledger.setInput(place, rate('19'));
    await ledger.flushNow();
    expect(input(ledger)).toMatchObject({ value: rate('19'), status: 'synced', reason: null });
    await ledger.forgetClean();
    await ledger.close();
    const { refused } = await (await world.tab()).readQueue(9);
    expect(refused.items).toMatchObject([{ said: rate('18'), decision: { reason: REASON } }]);
  });

  it('holds nothing of its answer back when somebody leaves the device', async () => {
    const ledger = await lateTab('1.1');
    world.decisions = [decided(1)];
    await ledger.flushNow();
    await ledger.forgetClean();
    const rows = await db.read(['answers'], ({ answers }) => answers.getAll());
    expect(rows.map(({ criterion }) => criterion)).toEqual(['1.1']);
  });

  it('comes the latest first, in pages, past what still waits', async () => {
    const ledger = await lateTab('1.1', '1.2');
    world.pageSize = 1;
    world.decisions = [decided(2), decided(3)];
    await ledger.flushNow();
    const { undecided, refused } = await ledger.readQueue(9);
    expect(refused.items.map(({ criterion }) => criterion)).toEqual(['1.2', '1.1']);
    expect(undecided.items.map(({ criterion }) => criterion)).toEqual(['3.3.1']);
    expect(asked().map((path) => new URL(path, 'http://server').searchParams.get('from_seq'))).toEqual(['1', '3']);
  });

  it('is learnt by who has left the team, whose queue goes on to name it', async () => {
    const ledger = await world.tab();
    const member = { accountId: world.account, name: 'Cán bộ', position: null, role: 'member' as const, areas: [] };
    await ledger.keepPack(() => Promise.resolve(aPack([], { members: [member] })));
    world.server.visitOf = () => aVisit({ standing: 'former' });
    ledger.setInput(place, rate('18'));
    await ledger.flushNow();
    world.visits = [];
    await ledger.flushNow();
    await ledger.flushNow();
    expect([ledger.pack(VISIT), await db.read(['answers'], ({ answers }) => answers.count())]).toEqual([null, 0]);
    expect((await ledger.readQueue(9)).undecided.items).toMatchObject([{ code: 'NOT_MEMBER_NOW' }]);
    world.decisions = [decided(1)];
    await ledger.flushNow();
    const { undecided, refused } = await ledger.readQueue(9);
    expect([undecided.total, refused.items.map(({ said }) => said)]).toEqual([0, [rate('18')]]);
  });
});

describe('a word that was taken', () => {
  it('waits no more, and gives way to what the server then holds', async () => {
    const ledger = await lateTab();
    world.decisions = [decided(1, taken)];
    await ledger.flushNow();
    expect(input(ledger)).toMatchObject({ value: rate('18'), status: 'synced', code: null, reason: null });
    const { undecided, refused } = await ledger.readQueue(9);
    expect([undecided.total, refused.total]).toEqual([0, 0]);
    expect(await db.read(['ops'], ({ ops }) => ops.getAll())).toMatchObject([{ state: 'parked', decision: taken }]);
    await ledger.keepPack(() => Promise.resolve(aPack([{ rev: 1 }])));
    expect(input(ledger).value).toEqual(rate('5'));
  });
});

describe('a decision', () => {
  it('is not asked for where nothing waits', async () => {
    const ledger = await world.tab();
    ledger.setInput(place, rate('18'));
    await ledger.flushNow();
    await world.pass(300_000);
    expect(asked()).toEqual([]);
  });

  it('is missed without harm at a server of an earlier release', async () => {
    world.decisions = null;
    const ledger = await lateTab();
    await ledger.flushNow();
    expect(asked()).toHaveLength(1);
    expect(input(ledger)).toMatchObject({ value: rate('18'), status: 'parked' });
    expect((await ledger.readQueue(9)).undecided.total).toBe(1);
  });

  it('changes nothing that is not parked here (I24)', async () => {
    const ledger = await lateTab();
    world.server.visitOf = () => aVisit();
    ledger.setNote(at('1.1'), 'kịp');
    await ledger.flushNow();
    world.decisions = [decided(2), decided(7)];
    await ledger.flushNow();
    expect(ledger.cell(TARGET, '1.1', 'note').status).toBe('synced');
    const operations = await db.read(['ops'], ({ ops }) => ops.getAll());
    expect(operations.map(({ state, decision }) => [state, decision])).toEqual([
      ['parked', undefined],
      ['applied', undefined],
    ]);
  });

  it('finds what an earlier release parked, and leaves its rows as that release reads them', async () => {
    const ledger = await lateTab();
    await ledger.close();
    world.decisions = [decided(1)];
    const next = await world.tab();
    await next.flushNow();
    expect(input(next)).toMatchObject({ status: 'refused', reason: REASON });
    const [row] = await db.read(['answers'], ({ answers }) => answers.getAll());
    expect(row?.tip).toMatchObject({ state: 'parked', code: 'VISIT_FINAL' });
  });
});
