/** What the book of an earlier release looks like to this one: nothing in it is lost. */
import { TARGET, VERSION, VISIT } from '@kiemtra/shared/testing';
import { Dexie } from 'dexie';
import { aPack } from './testing/packs.js';
import { cut, rate, World } from './testing/world.js';

const LANE = '6f1c24f5-3f52-4a89-8f8e-000000000007';
const FILE = '01970000-0000-7000-8000-0000000000f1';

/** The stores of each released schema. */
const SCHEMAS: Record<number, Record<string, string>> = {
  1: {
    answers: 'cell, target',
    ops: '[lane+seq], state',
    receipts: '[lane+seq]',
    blobs: 'id, state',
    bytes: 'id',
    meta: 'key',
  },
  2: { pieces: '[id+n], id' },
};

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.end());

const bytes = new TextEncoder().encode('ảnh chụp bảng niêm yết');
const file = { id: FILE, name: 'bảng.jpg', mime: 'image/jpeg', size: bytes.length, sha256: 'a'.repeat(64) };

const common = { visit: VISIT, version: VERSION, at: '2026-11-20T08:00:00+07:00', offset_ms: 0 };
const operations = [
  { ...common, seq: 1, kind: 'input.set', criterion: '1.1', value: rate('1') },
  { ...common, seq: 2, kind: 'input.set', criterion: '1.2', value: rate('2') },
  { ...common, seq: 3, kind: 'evidence.add', criterion: '1.2', value: file },
];
const cells = [`${TARGET}|1.1|input`, `${TARGET}|1.2|input`, `${TARGET}|1.2|file:${FILE}`];
const states = ['applied', 'sending', 'local'];

/** One operation of each state, the last with its file. */
async function leave(release: number): Promise<void> {
  const db = new Dexie(`kiemtra-${world.account}`);
  for (let version = 1; version <= release; version += 1) db.version(version).stores(SCHEMAS[version] ?? {});
  await db.open();
  const rows = operations.map((operation, n) => {
    const { seq, criterion, value } = operation;
    const cell = cells[n] ?? '';
    const op = { lane: LANE, seq, cell, state: states[n], operation };
    const [, , field] = cell.split('|');
    const tip = seq === 1 ? null : { lane: LANE, seq, state: states[n] };
    const rev = seq === 1 ? 1 : 0;
    return { op, answer: { cell, target: TARGET, criterion, field, value, rev, tip, against: null, siblings: [] } };
  });
  await db.table('ops').bulkAdd(rows.map(({ op }) => op));
  await db.table('answers').bulkAdd(rows.map(({ answer }) => answer));
  const receipt = { seq: 1, outcome: 'applied', rev: 1 };
  await db.table('receipts').add({ lane: LANE, seq: 1, receipt, storedAt: 0 });
  await db.table('blobs').add({ lane: LANE, seq: 3, id: FILE, cell: cells[2], file, state: 'waiting' });
  if (release === 1) await db.table('bytes').add({ id: FILE, bytes });
  else await db.table('pieces').add({ id: FILE, n: 0, bytes });
  await db.table('meta').add({ key: 'device', lane: LANE, nextSeq: 4, ackedThrough: 1, offsetMs: 0 });
  db.close();
  const [first] = operations;
  world.server.push(world.account, { lane: LANE, first_seq: 1, app_version: '1', ops: [first] });
}

describe.each(Object.keys(SCHEMAS).map(Number))(
  'the book of schema %d, with an outbox that is not empty',
  (release) => {
    it('opens and loses nothing', async () => {
      await leave(release);
      world.always = cut;
      const ledger = await world.tab();
      await world.idle();
      expect(ledger.status()).toMatchObject({ unsent: 2 });
      expect(ledger.cell(TARGET, '1.1', 'input')).toMatchObject({ value: rate('1'), status: 'synced' });
      expect(ledger.cell(TARGET, '1.2', 'input')).toMatchObject({ value: rate('2'), status: 'sending' });
      expect(ledger.evidence(TARGET, '1.2')).toMatchObject([{ file: { id: FILE } }]);
      expect(await ledger.findBytes(FILE)).toEqual(new Uint8Array(bytes));

      world.always = null;
      await ledger.flushNow();
      expect(world.bodies.at(-1)).toMatchObject({ lane: LANE, first_seq: 2, ops: [{ seq: 2 }, { seq: 3 }] });
      expect(ledger.status().unsent).toBe(0);
      await ledger.keepPack(() => Promise.resolve(aPack()));
      expect(ledger.pack(VISIT)).not.toBeNull();
    });
  },
);
