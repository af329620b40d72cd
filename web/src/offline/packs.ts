import type { PackView } from '@kiemtra/shared/assessments';
import { sameJson } from '@kiemtra/shared/kernel';
import type { AnswerRow, LedgerDatabase } from './database.js';
import { fillVisit } from './receipts.js';
import type { Surroundings } from './surroundings.js';

export interface PacksEvents {
  /** The answers of a target are about to be shown. */
  opening(target: string): Promise<void>;
  changed(rows: readonly AnswerRow[]): void;
}

/** The packs on this device, those that were opened in memory: a sheet is read from here, the server only brings it. */
export class Packs {
  readonly #views = new Map<string, PackView>();
  readonly #opened = new Map<string, Promise<void>>();
  /** Cells that change while an answer of the server is on its way, one set for each such answer. */
  readonly #watches = new Set<Set<string>>();

  constructor(
    private readonly db: LedgerDatabase,
    private readonly surroundings: Pick<Surroundings, 'now'>,
    private readonly events: PacksEvents,
  ) {}

  view(visit: string): PackView | null {
    return this.#views.get(visit) ?? null;
  }

  open(visit: string): Promise<void> {
    const opened = this.#opened.get(visit) ?? this.#open(visit);
    this.#opened.set(visit, opened);
    return opened;
  }

  /**
   * Keeps what the server says, with the answers it fills, in one transaction. A cell that changes while the answer is on
   * its way keeps what it has.
   */
  async keep(load: () => Promise<PackView>): Promise<PackView> {
    const watch = new Set<string>();
    this.#watches.add(watch);
    try {
      const view = await load();
      await this.events.opening(view.state.target);
      const changed = await this.#store(view, watch);
      this.#show(view);
      this.events.changed(changed);
      return view;
    } finally {
      this.#watches.delete(watch);
    }
  }

  touched(cells: readonly string[]): void {
    for (const watch of this.#watches) for (const cell of cells) watch.add(cell);
  }

  async #open(visit: string): Promise<void> {
    const row = await this.db.packs.get(visit);
    if (!row) return;
    await this.events.opening(row.target);
    // What the server brought meanwhile is newer.
    if (!this.#views.has(visit)) this.#show(row.view);
    this.events.changed([]);
  }

  #store(view: PackView, watch: ReadonlySet<string>): Promise<AnswerRow[]> {
    const { db } = this;
    return db.transaction('rw', db.packs, db.answers, db.meta, async () => {
      const { visit, target } = view.state;
      const isForField = (await db.packs.get(visit))?.isForField ?? false;
      await db.packs.put({ visit, target, view, takenAt: this.surroundings.now(), isForField });
      return fillVisit(db, view.state, watch);
    });
  }

  /** Parts that say the same stay the same objects, so that a screen draws only what changed. */
  #show(view: PackView): void {
    const before = this.#views.get(view.state.visit);
    this.#views.set(view.state.visit, before ? sharing(before, view) : view);
  }
}

function sharing<T extends object>(before: T, after: T): T {
  const entries = Object.entries(after).map(([key, value]: [string, unknown]) => {
    const old: unknown = before[key as keyof T];
    return [key, sameJson(old, value) ? old : value];
  });
  return Object.fromEntries(entries) as T;
}
