/**
 * The device's ledger as the screens see it. A value is "saved" only once its transaction is on disk; until then it stays
 * in memory and in the field. What a screen reads never waits for the database.
 */
import { newId, sameJson } from '@kiemtra/shared/kernel';
import type { Input } from '@kiemtra/shared/criteria';
import type { PackView } from '@kiemtra/shared/assessments';
import {
  cellKey,
  sayWhole,
  type CellField,
  type CellValue,
  type WholeField,
  type WholePrefix,
  type WholeValue,
} from '@kiemtra/shared/fieldwork';
import { forEach, type LedgerDatabase } from './database.js';
import { forgetLoss } from './device.js';
import type { Bytes } from './digest.js';
import { announced, emptyRow, siblingsSeen, type AnswerPlace, type Edit, type NewFile } from './edits.js';
import { findBytes, forgetReceived } from './files.js';
import type { HeldVisit } from './held.js';
import { writeLaneCookie } from './lane-cookie.js';
import type { Line, LoadSync } from './line.js';
import { Listeners, type Subscribe } from './listeners.js';
import { OtherTabs, type Told } from './other-tabs.js';
import { Packs } from './packs.js';
import { hearPage } from './page-moments.js';
import type { Queue } from './queue.js';
import { Recount } from './recount.js';
import type { AnswerRow } from './rows.js';
import { Shelf } from './shelf.js';
import {
  countPending,
  NOTHING_TO_SEND,
  type CellSnapshot,
  type EvidenceSnapshot,
  type SyncStatus,
} from './snapshots.js';
import type { Surroundings } from './surroundings.js';
import { TypingCopies } from './typing.js';
import type { Sync } from './sync.js';
import { Writer } from './writer.js';

export class Ledger {
  readonly #opened = new Map<string, Promise<void>>();
  readonly #listeners = new Listeners();
  /** Hears of every change; always the same function. */
  readonly subscribe = this.#listeners.subscribe;
  readonly #signals = new AbortController();
  readonly #tabs: OtherTabs;
  readonly #writer: Writer;
  readonly #shelf: Shelf;
  readonly #packs: Packs;
  readonly #progress = new Map<string, number>();
  readonly #syncing: Promise<Sync | null>;
  /** Null until its part is on the page. */
  #sync: Sync | null = null;
  #status: SyncStatus;
  /** Where a person says to be done with a visit. */
  readonly ready = () => import('./ready.js').then(({ Ready }) => new Ready(this.db, this.#writer));
  /** Counts what is on the device only. */
  readonly #counting = new Recount(async () => {
    const pending = await countPending(this.db);
    this.#status = { ...this.#status, ...pending };
    this.#listeners.tell();
  });

  constructor(
    readonly account: string,
    private readonly db: LedgerDatabase,
    surroundings: Surroundings,
    loadSync: LoadSync,
    pending: Awaited<ReturnType<typeof countPending>>,
  ) {
    this.#status = { ...NOTHING_TO_SEND, ...pending };
    this.#tabs = new OtherTabs(db.name, surroundings, (told) => void this.#hear(told));
    this.#writer = new Writer(db, surroundings, new TypingCopies(account), {
      drafted: (cell) => this.#touched([cell]),
      saved: (row) => {
        if (row.tip) writeLaneCookie(account, { lane: row.tip.lane, nextSeq: row.tip.seq + 1 });
        this.#changed([row]);
        this.#sync?.edited();
      },
    });
    this.#shelf = new Shelf(this.#writer.drafts, this.#progress);
    const line = { db, account, surroundings, closing: this.#signals.signal };
    this.#packs = new Packs(line, {
      opening: (target) => this.openVisit(target),
      changed: (rows) => this.#changed(rows),
    });
    this.#writer.recover();
    hearPage(this.#signals.signal, this.#writer, (trigger) => this.#sync?.wake(trigger));
    this.#syncing = this.#startSync(line, loadSync);
  }

  // What screens read

  /** Loads what the device holds of a target; reading its cells before gives empty ones. */
  openVisit(target: string): Promise<void> {
    const opened = this.#opened.get(target) ?? this.#open(target);
    this.#opened.set(target, opened);
    return opened;
  }

  /** Loads the pack of a visit, if the device holds one, and the answers that belong to it. */
  openPack(visit: string): Promise<void> {
    return this.#packs.open(visit);
  }

  /** What the device holds of a visit; null when it holds none, or was not asked to open it. */
  pack(visit: string): PackView | null {
    return this.#packs.view(visit);
  }

  /** Asks the server for a pack, keeps it on the device and fills what is clean. */
  keepPack(load: () => Promise<PackView>): Promise<PackView> {
    return this.#packs.keep(load);
  }

  /** Reads a pack back from the disk and keeps it for the field; false when it is not whole there. */
  async takeToField(visit: string): Promise<boolean> {
    return (await import('./held.js')).takeToField(this.db, visit);
  }

  /** The visits whose packs are on this device. */
  async listHeld(): Promise<HeldVisit[]> {
    return (await import('./held.js')).listHeld(this.db);
  }

  cell(target: string, criterion: string, field: CellField | WholeField): CellSnapshot {
    return this.#shelf.cell(target, criterion, field);
  }

  /** The names of the whole cells of a target that begin so, oldest first. */
  wholeFields(target: string, prefix: WholePrefix): readonly WholeField[] {
    return this.#shelf.wholeFields(target, prefix);
  }

  /** The files of a criterion, oldest first. */
  evidence(target: string, criterion: string): readonly EvidenceSnapshot[] {
    return this.#shelf.evidence(target, criterion);
  }

  status(): SyncStatus {
    return this.#status;
  }

  /** What this device holds back, at most `limit` of each part; its reader comes when it is first asked for. */
  async readQueue(limit: number): Promise<Queue> {
    const { readQueue } = await import('./queue.js');
    return readQueue(this.db, { drafts: this.#writer.drafts, progress: this.#progress }, limit);
  }

  /** The bytes of a file this device still holds. */
  findBytes(id: string): Promise<Bytes | null> {
    return findBytes(this.db, id);
  }

  /** The server says that the visit is finalised: what it has received is let go of here. */
  async releaseVisit(visit: string): Promise<void> {
    await forgetReceived(this.db, 0, visit);
  }

  /** Hears of the cells of one criterion; the same function for the same criterion. */
  subscribeTo(target: string, criterion: string): Subscribe {
    return this.#listeners.subscribeTo(target, criterion);
  }

  // What screens do

  setInput(place: AnswerPlace, input: Input | null): void {
    const kind = input === null ? 'input.clear' : 'input.set';
    this.#edit({ place, field: 'input', kind, shows: input, ...(input !== null && { says: input }) }, false);
  }

  /** Typing: gathered for a moment, or until `commit`. */
  setNote(place: AnswerPlace, note: string): void {
    this.#edit({ place, field: 'note', kind: 'note.set', says: note, shows: note === '' ? null : note }, true);
  }

  /** Something that is recorded whole; null takes a head count back. */
  setWhole(place: AnswerPlace, field: WholeField, value: WholeValue | null): void {
    this.#edit({ place, field, ...sayWhole(field, value), shows: value }, false);
  }

  /** Settles, or votes on, a disagreement with one of its values or a new one. */
  resolve(place: AnswerPlace, field: CellField | WholeField, chosen: CellValue): void {
    const row = this.#shelf.row(cellKey(place.target, place.criterion, field)) ?? emptyRow(place, field);
    const says = { field, siblings: siblingsSeen(row), chosen };
    this.#writer.put({ place, field, kind: 'conflict.resolve', says, shows: chosen }, false);
  }

  /** Keeps a file with its bytes; gives its id. Refused at once when empty or above 20 MiB. */
  async addEvidence(place: AnswerPlace, added: NewFile): Promise<string> {
    const file = await announced(newId(), added);
    const { bytes } = added;
    this.#writer.put({ place, field: `file:${file.id}`, kind: 'evidence.add', says: file, shows: file, bytes }, false);
    return file.id;
  }

  removeEvidence(place: AnswerPlace, id: string): void {
    const field = `file:${id}` as const;
    const cell = cellKey(place.target, place.criterion, field);
    if (this.#writer.drafts.get(cell)?.state === 'unsaved') this.#writer.drop(cell);
    else this.#writer.put({ place, field, kind: 'evidence.remove', says: { id }, shows: null }, false);
  }

  /** Writes gathered typing now, as when a field is left. */
  commit(): Promise<void> {
    return this.#writer.commit();
  }

  /** The person has read what the browser threw away. */
  async forgetLoss(): Promise<void> {
    await forgetLoss(this.db);
    await this.#counting.run();
  }

  /** Sends at once, for a button and after logging in. Settles when nothing more can be done now. */
  async flushNow(): Promise<void> {
    await this.#writer.commit();
    if (await (await this.#syncing)?.flush()) await this.#packs.pull(true);
    await this.#counting.run();
  }

  /** Before leaving a device on which nothing waits: what the server holds as well is let go of. */
  async forgetClean(): Promise<void> {
    await (await import('./leave.js')).forgetClean(this.db);
  }

  /** Writes what is left, stops sending and lets go of the database. Nothing is deleted. */
  async close(): Promise<void> {
    this.#signals.abort();
    await this.#writer.close();
    await this.#sync?.close();
    this.#tabs.close();
    this.db.close();
  }

  #edit(edit: Edit, gathered: boolean): void {
    const { target, criterion } = edit.place;
    // Files are put by their own ways.
    const { value } = this.cell(target, criterion, edit.field as CellField | WholeField);
    if (!sameJson(value, edit.shows)) this.#writer.put(edit, gathered);
  }

  async #open(target: string): Promise<void> {
    const rows = await this.db.read(['answers'], ({ answers }) => answers.index('target').getAll(target));
    // What is written after them is heard of after this: no newer row is overwritten by an older one.
    this.#shelf.put(rows);
    this.#listeners.tellEverybody();
  }

  /** Rows as they now are on disk. */
  #changed(rows: readonly AnswerRow[]): void {
    this.#shelf.put(rows);
    const cells = rows.map(({ cell }) => cell);
    this.#touched(cells);
    if (cells.length > 0) this.#tabs.tell({ cells });
    void this.#counting.run();
  }

  #touched(cells: readonly string[]): void {
    for (const cell of cells) this.#shelf.touch(cell);
    this.#packs.touched(cells);
    const unsaved = [...this.#writer.drafts.values()].filter(({ state }) => state === 'unsaved').length;
    if (unsaved !== this.#status.unsaved) this.#status = { ...this.#status, unsaved };
    this.#listeners.tell(cells);
  }

  async #hear({ cells, status }: Told): Promise<void> {
    const rows = await this.db.read(['answers'], ({ answers }) => forEach(cells, (cell) => answers.get(cell)));
    this.#shelf.put(rows.filter((row) => row !== undefined));
    this.#touched(cells);
    if (status) this.#status = { ...this.#status, ...status };
    await this.#counting.run();
  }

  async #startSync(line: Line, load: LoadSync): Promise<Sync | null> {
    const { Sync: Speaker } = await load();
    if (this.#signals.signal.aborted) return null;
    this.#sync = new Speaker(line, this.#progress, {
      changed: (rows) => this.#changed(rows),
      contact: (moment) => this.#packs.contact(moment),
      drained: () => void this.#packs.pull(false),
      progressed: (cell) => this.#touched([cell]),
      stateChanged: (state, reason) => this.#tellState(state, reason),
    });
    this.#sync.wake('start');
    return this.#sync;
  }

  #tellState(state: SyncStatus['state'], reason: string | null): void {
    this.#status = { ...this.#status, state, reason };
    this.#tabs.tell({ cells: [], status: { state, reason } });
    this.#listeners.tell();
  }
}
