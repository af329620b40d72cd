/**
 * The device's own book: one database per origin and account. Answers are what the screen shows, operations are what was
 * said, receipts are what the server made of it. No content leaves it before the server holds it.
 */
import { openDB, type DBSchema, type IDBPDatabase, type IDBPObjectStore, type StoreNames } from 'idb';
import type {
  OperationState,
  AnswerRow,
  OperationRow,
  ReceiptRow,
  BlobRow,
  BytesRow,
  PieceRow,
  PackRow,
  CursorRow,
  GoneRow,
  DeviceRow,
  LeaseRow,
} from './rows.js';

interface Schema extends DBSchema {
  answers: { key: string; value: AnswerRow; indexes: { target: string } };
  ops: { key: [string, number]; value: OperationRow; indexes: { state: OperationState } };
  receipts: { key: [string, number]; value: ReceiptRow };
  blobs: { key: string; value: BlobRow; indexes: { state: BlobRow['state'] } };
  bytes: { key: string; value: BytesRow };
  pieces: { key: [string, number]; value: PieceRow; indexes: { id: string } };
  packs: { key: string; value: PackRow; indexes: { target: string } };
  cursors: { key: string; value: CursorRow };
  gone: { key: string; value: GoneRow };
  meta: { key: string; value: DeviceRow | LeaseRow };
}

type StoreName = StoreNames<Schema>;

/** Released were 10, 20 with `pieces`, and 30 with `packs`, `cursors` and `gone`. */
const VERSION = 30;

/** Key and index of each store. A release adds stores; it changes none that is there. */
const STORES: Record<StoreName, { keyPath: string | string[]; index?: string }> = {
  answers: { keyPath: 'cell', index: 'target' },
  ops: { keyPath: ['lane', 'seq'], index: 'state' },
  receipts: { keyPath: ['lane', 'seq'] },
  blobs: { keyPath: 'id', index: 'state' },
  bytes: { keyPath: 'id' },
  pieces: { keyPath: ['id', 'n'], index: 'id' },
  packs: { keyPath: 'visit', index: 'target' },
  cursors: { keyPath: 'target' },
  gone: { keyPath: 'target' },
  meta: { keyPath: 'key' },
};

function addMissingStores(db: IDBPDatabase): void {
  for (const [name, { keyPath, index }] of Object.entries(STORES)) {
    if (db.objectStoreNames.contains(name)) continue;
    const store = db.createObjectStore(name, { keyPath });
    if (index) store.createIndex(index, index);
  }
}

type Store<Name extends StoreName> = IDBPObjectStore<Schema, StoreName[], Name, 'readwrite'>;

/** The stores of a transaction that writes. */
export type Writing<Name extends StoreName> = { readonly [N in Name]: Store<N> };

/** The stores of a transaction, for whoever only reads in it. */
export type Reading<Name extends StoreName> = {
  readonly [N in Name]: Pick<Store<N>, 'get' | 'getAll' | 'count' | 'index' | 'openCursor'>;
};

export class LedgerDatabase {
  readonly name: string;
  #connection: Promise<IDBPDatabase<Schema>> | null = null;
  #isClosed = false;

  constructor(account: string) {
    this.name = `kiemtra-${account}`;
  }

  /** Reads in one transaction. `work` awaits nothing but its stores: the transaction would end before it. */
  read<Name extends StoreName, T>(names: readonly Name[], work: (stores: Reading<Name>) => Promise<T>): Promise<T> {
    return this.#run(names, 'readonly', work);
  }

  /**
   * Reads and writes in one transaction and settles once all of it is flushed to disk; when anything fails, nothing of it is
   * there. `work` awaits nothing but its stores: the transaction would end before it.
   */
  write<Name extends StoreName, T>(names: readonly Name[], work: (stores: Writing<Name>) => Promise<T>): Promise<T> {
    return this.#run(names, 'readwrite', work);
  }

  /** For good; what has begun is brought to its end. */
  close(): void {
    this.#isClosed = true;
    this.#connection?.then(
      (connection) => connection.close(),
      () => {},
    );
  }

  async #run<Name extends StoreName, T>(
    names: readonly Name[],
    mode: 'readonly' | 'readwrite',
    work: (stores: Writing<Name>) => Promise<T>,
  ): Promise<T> {
    const transaction = await this.#begin(names, mode);
    // It may fail while the work still runs; that is heard of below.
    transaction.done.catch(() => {});
    try {
      const stores = Object.fromEntries(names.map((name) => [name, transaction.objectStore(name)]));
      const result = await work(stores as unknown as Writing<Name>);
      await transaction.done;
      return result;
    } catch (error) {
      abort(transaction);
      throw error;
    }
  }

  async #begin<Name extends StoreName, Mode extends IDBTransactionMode>(names: readonly Name[], mode: Mode) {
    const begin = async (connection: Promise<IDBPDatabase<Schema>>) =>
      (await connection).transaction(names, mode, { durability: 'strict' });
    const connection = this.#connect();
    return begin(connection).catch((error: unknown) => {
      // The browser may have closed the connection under the page, without a word.
      if (!isNamed(error, 'InvalidStateError')) throw error;
      this.#forget(connection);
      return begin(this.#connect());
    });
  }

  #connect(): Promise<IDBPDatabase<Schema>> {
    if (this.#isClosed) return Promise.reject(new Error('The ledger is closed.'));
    if (!this.#connection) {
      const connection = this.#open(() => this.#forget(connection));
      connection.catch(() => this.#forget(connection));
      this.#connection = connection;
    }
    return this.#connection;
  }

  /** The next transaction opens the database again. */
  #forget(connection: Promise<IDBPDatabase<Schema>>): void {
    if (this.#connection === connection) this.#connection = null;
  }

  async #open(forget: () => void): Promise<IDBPDatabase<Schema>> {
    const open = (version?: number) =>
      openDB<Schema>(this.name, version, {
        upgrade: (db) => addMissingStores(db as unknown as IDBPDatabase),
        // Another tab brings a newer release: it waits until this one lets go.
        blocking: (_from, _to, event) => {
          forget();
          (event.target as IDBDatabase).close();
        },
        terminated: forget,
      });
    // Browsers sometimes fail the first time. A newer release may have been here: it only added stores.
    return open(VERSION).catch((error: unknown) => open(isNamed(error, 'VersionError') ? undefined : VERSION));
  }
}

/** One request for each, all of them under way at once. */
export function forEach<T, R>(items: readonly T[], ask: (item: T) => Promise<R>): Promise<R[]> {
  // Async, so that one that cannot even be made leaves none of the others unheard.
  return Promise.all(items.map(async (item) => ask(item)));
}

/** Numbers of a lane from this one on. */
export function fromNumber(lane: string, seq: number): IDBKeyRange {
  return IDBKeyRange.bound([lane, seq], [lane, Infinity]);
}

function abort(transaction: { abort: () => void }): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
}

function isNamed(error: unknown, name: string): boolean {
  return (error as Error).name === name;
}
