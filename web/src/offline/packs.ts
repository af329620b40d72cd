import type { PackView } from '@kiemtra/shared/assessments';
import { sameJson } from '@kiemtra/shared/kernel';
import type { Contact } from './contact.js';
import { fillVisit } from './fill.js';
import type { Line } from './line.js';
import type { AnswerRow } from './rows.js';

const PULL_PAUSE = 15_000;

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

  #pulling: Promise<void> | null = null;
  #notBefore = 0;
  #contact: Contact | null = null;

  constructor(
    private readonly line: Line,
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
  keep(load: () => Promise<PackView>): Promise<PackView> {
    return this.#watching(async (touched) => {
      const view = await load();
      await this.events.opening(view.state.target);
      const changed = await this.#store(view, touched);
      this.#show(view);
      this.events.changed(changed);
      return view;
    });
  }

  /** Brings what others recorded where a sheet is open; of its own accord not again at once. */
  async pull(isAsked: boolean): Promise<void> {
    const now = this.line.surroundings.now();
    if (!this.#pulling && (isAsked || now >= this.#notBefore)) {
      this.#notBefore = now + PULL_PAUSE;
      this.#pulling = this.#pull().finally(() => {
        this.#pulling = null;
      });
    }
    await this.#pulling;
  }

  touched(cells: readonly string[]): void {
    for (const watch of this.#watches) for (const cell of cells) watch.add(cell);
  }

  async #open(visit: string): Promise<void> {
    const row = await this.line.db.read(['packs'], ({ packs }) => packs.get(visit));
    if (!row) return;
    await this.events.opening(row.target);
    // What the server brought meanwhile is newer.
    if (!this.#views.has(visit)) this.#show(row.view);
    this.events.changed([]);
  }

  /** Says hello, when it is time to. */
  async contact(moment: 'before' | 'after'): Promise<void> {
    try {
      const { Contact } = await import('./contact.js');
      this.#contact ??= new Contact(this.line);
      const { changed, gone } = await this.#contact.greet(moment);
      for (const visit of gone) this.#views.delete(visit);
      this.events.changed(changed);
    } catch {
      // Its part is not on the device yet, or the database is closing: sending goes on without.
    }
  }

  async #pull(): Promise<void> {
    try {
      const { learnDecisions, pullPage, sweepGone } = await import('./pull.js');
      await sweepGone(this.line.db);
      this.events.changed(await learnDecisions(this.line));
      for (const target of new Set([...this.#views.values()].map(({ state }) => state.target))) {
        let pulled;
        do {
          pulled = await this.#watching((touched) => pullPage(this.line, target, touched));
          for (const visit of pulled.gone) this.#views.delete(visit);
          for (const view of pulled.renewed) this.#show(view);
          this.events.changed(pulled.changed);
        } while (pulled.hasMore);
      }
    } catch {
      // The part that asks is not on the device yet, or the database is closing: the next time.
    }
  }

  async #watching<T>(work: (touched: ReadonlySet<string>) => Promise<T>): Promise<T> {
    const watch = new Set<string>();
    this.#watches.add(watch);
    try {
      return await work(watch);
    } finally {
      this.#watches.delete(watch);
    }
  }

  #store(view: PackView, touched: ReadonlySet<string>): Promise<AnswerRow[]> {
    const { db, surroundings } = this.line;
    return db.write(['packs', 'answers', 'meta', 'cursors', 'gone'], async (stores) => {
      const { packs, cursors, gone } = stores;
      const { visit, target } = view.state;
      const isForField = (await packs.get(visit))?.isForField ?? false;
      await packs.put({ visit, target, view, takenAt: surroundings.now(), isForField });
      await gone.delete(target);
      const { changed, isWhole } = await fillVisit(stores, view.state, touched);
      // What was passed over is told once more, from where the cursor was.
      if (isWhole) await cursors.put({ target, cursor: view.cursor ?? 0, epoch: view.epoch });
      return changed;
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
