/** What the book of an earlier release looks like to this one: nothing in it is lost. */
import { TARGET, VERSION, VISIT } from '@kiemtra/shared/testing';
import { openDB, type IDBPDatabase } from 'idb';
import { aPack } from './testing/packs.js';
import { cut, place, rate, World } from './testing/world.js';

const LANE = '6f1c24f5-3f52-4a89-8f8e-000000000007';
const FILE = '01970000-0000-7000-8000-0000000000f1';

/** Key and indexes of a store; a key or an index over several fields is a list. */
type Stores = Record<string, { keyPath: string | string[]; indexes: string[] }>;

const FIRST: Stores = {
  answers: { keyPath: 'cell', indexes: ['target'] },
  ops: { keyPath: ['lane', 'seq'], indexes: ['state'] },
  receipts: { keyPath: ['lane', 'seq'], indexes: [] },
  blobs: { keyPath: 'id', indexes: ['state'] },
  bytes: { keyPath: 'id', indexes: [] },
  meta: { keyPath: 'key', indexes: [] },
};
const WITH_PIECES: Stores = { ...FIRST, pieces: { keyPath: ['id', 'n'], indexes: ['id'] } };
const WITH_PACKS: Stores = {
  ...WITH_PIECES,
  packs: { keyPath: 'visit', indexes: ['target'] },
  cursors: { keyPath: 'target', indexes: [] },
  gone: { keyPath: 'target', indexes: [] },
};

/** Every released schema by its number in IndexedDB: their library, Dexie, counted in tens. */
const SCHEMAS: Record<number, Stores> = { 10: FIRST, 20: WITH_PIECES, 30: WITH_PACKS };

/** Makes a database as Dexie did. */
function make(name: string, version: number): Promise<IDBPDatabase> {
  return openDB(name, version, {
    upgrade: (db) => {
      for (const [store, { keyPath, indexes }] of Object.entries(SCHEMAS[version] ?? {})) {
        const made = db.createObjectStore(store, { keyPath, autoIncrement: false });
        for (const index of indexes) made.createIndex(index, index, { unique: false, multiEntry: false });
      }
    },
  });
}

/** The schema of a database as it stands, and its number. */
async function schemaOf(name: string): Promise<[number, object]> {
  const db = await openDB(name);
  const names = [...db.objectStoreNames];
  const transaction = db.transaction(names);
  const stores = names.map((storeName) => {
    const store = transaction.objectStore(storeName);
    const indexes = [...store.indexNames].map((index) => {
      const { keyPath, unique, multiEntry } = store.index(index);
      return { index, keyPath, unique, multiEntry };
    });
    return [storeName, { keyPath: store.keyPath, autoIncrement: store.autoIncrement, indexes }] as const;
  });
  db.close();
  return [db.version, Object.fromEntries(stores)];
}

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.end());

const nameOfDatabase = () => `kiemtra-${world.account}`;

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
async function leave(version: number): Promise<void> {
  const db = await make(nameOfDatabase(), version);
  for (const [n, operation] of operations.entries()) {
    const { seq, criterion, value } = operation;
    const cell = cells[n] ?? '';
    const [, , field] = cell.split('|');
    const tip = seq === 1 ? null : { lane: LANE, seq, state: states[n] };
    const rev = seq === 1 ? 1 : 0;
    await db.add('ops', { lane: LANE, seq, cell, state: states[n], operation });
    await db.add('answers', { cell, target: TARGET, criterion, field, value, rev, tip, against: null, siblings: [] });
  }
  await db.add('receipts', { lane: LANE, seq: 1, receipt: { seq: 1, outcome: 'applied', rev: 1 }, storedAt: 0 });
  await db.add('blobs', { lane: LANE, seq: 3, id: FILE, cell: cells[2], file, state: 'waiting' });
  if (version === 10) await db.add('bytes', { id: FILE, bytes });
  else await db.add('pieces', { id: FILE, n: 0, bytes });
  await db.add('meta', { key: 'device', lane: LANE, nextSeq: 4, ackedThrough: 1, offsetMs: 0 });
  db.close();
  const [first] = operations;
  world.server.push(world.account, { lane: LANE, first_seq: 1, app_version: '1', ops: [first] });
}

describe.each(Object.keys(SCHEMAS).map(Number))(
  'the book of schema %d, with an outbox that is not empty',
  (version) => {
    it('opens and loses nothing', async () => {
      await leave(version);
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

    it('has the stores, keys and indexes of the newest from then on', async () => {
      (await make('newest', 30)).close();
      await leave(version);
      await (await world.tab()).close();
      expect(await schemaOf(nameOfDatabase())).toEqual(await schemaOf('newest'));
    });
  },
);

it('a new book is the same as one that earlier releases made', async () => {
  (await make('newest', 30)).close();
  await (await world.tab()).close();
  expect(await schemaOf(nameOfDatabase())).toEqual(await schemaOf('newest'));
});

describe('a newer release in another tab', () => {
  /** It adds a store, as every release does; settles when no open tab stands in its way. */
  async function upgrade(): Promise<void> {
    const upgrades = (db: IDBPDatabase) => void db.createObjectStore('of-tomorrow', { keyPath: 'id' });
    (await openDB(nameOfDatabase(), 40, { upgrade: upgrades })).close();
  }

  it('need not wait for this one, which goes on recording', async () => {
    world.always = cut;
    const ledger = await world.tab();
    ledger.setInput(place, rate('1'));
    await world.idle();
    await upgrade();
    ledger.setNote(place, 'sau khi có bản mới');
    await ledger.commit();
    expect(ledger.cell(TARGET, '3.3.1', 'note').status).not.toBe('unsaved');
    await world.idle();
    expect(ledger.status()).toMatchObject({ unsent: 2, unsaved: 0 });
  });

  it('leaves a book that this one still opens', async () => {
    await leave(30);
    await upgrade();
    world.always = cut;
    expect((await world.tab()).status()).toMatchObject({ unsent: 2 });
  });
});
