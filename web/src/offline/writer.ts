import { backoffMs, cellKey, type RefusalCode } from '@kiemtra/shared/fieldwork';
import type { LedgerDatabase } from './database.js';
import { EditRefused, writeEdit, type Edit } from './edits.js';
import type { AnswerRow } from './rows.js';
import type { Surroundings } from './surroundings.js';
import type { TypingCopies } from './typing.js';

/** A value that is on the screen and not yet on disk. */
export interface Draft extends Edit {
  state: 'saving' | 'unsaved';
  /** Set when it can never be written as it is; the person has to change it. */
  code?: RefusalCode;
}

/** Typing is gathered no longer than this. */
const GATHER_MS = 800;
const RETRY_MAX_FAILURES = 5;

function cellOfEdit({ place, field }: Edit): string {
  return cellKey(place.target, place.criterion, field);
}

/**
 * Brings drafts to disk, one transaction after the other. A draft leaves memory only when its transaction is complete; a
 * failed one stays, marked, and is tried again: the database reopens by itself, space may be freed.
 */
export class Writer {
  readonly drafts = new Map<string, Draft>();
  readonly #timers = new Map<string, () => void>();
  #tail: Promise<void> = Promise.resolve();
  #failures = 0;
  #cancelRetry = () => {};

  constructor(
    private readonly db: LedgerDatabase,
    private readonly surroundings: Surroundings,
    private readonly typing: TypingCopies,
    private readonly events: { drafted(cell: string): void; saved(row: AnswerRow): void },
  ) {}

  /** Takes an edit; `gathered` waits for more of the same typing. */
  put(edit: Edit, gathered: boolean): void {
    const cell = cellOfEdit(edit);
    this.drafts.set(cell, { ...edit, state: 'saving' });
    this.events.drafted(cell);
    if (!gathered) return this.#enqueue(cell);
    this.typing.keep(cell, edit);
    if (!this.#timers.has(cell)) {
      this.#timers.set(
        cell,
        this.surroundings.later(GATHER_MS, () => this.#enqueue(cell)),
      );
    }
  }

  /** Takes up what was typed on a page that went away before it was on disk. */
  recover(): void {
    for (const edit of this.typing.list()) this.put(edit, false);
  }

  /** Forgets a draft that never reached the disk. */
  drop(cell: string): void {
    this.typing.forget(cell);
    this.drafts.delete(cell);
    this.events.drafted(cell);
  }

  /** Writes everything now; settles when each draft is on disk or known to have failed. */
  async commit(): Promise<void> {
    this.#cancelRetry();
    for (const [cell, draft] of this.drafts) if (!draft.code) this.#enqueue(cell);
    await this.#tail;
  }

  async close(): Promise<void> {
    await this.commit();
    this.#cancelRetry();
  }

  #enqueue(cell: string): void {
    this.#timers.get(cell)?.();
    this.#timers.delete(cell);
    this.#tail = this.#tail.then(() => this.#write(cell));
  }

  async #write(cell: string): Promise<void> {
    const draft = this.drafts.get(cell);
    if (!draft || draft.code) return;
    try {
      const row = await writeEdit(this.db, draft, this.surroundings.now());
      this.#failures = 0;
      if (this.drafts.get(cell) === draft) {
        this.drafts.delete(cell);
        this.typing.forget(cell);
      }
      this.events.saved(row);
    } catch (error) {
      this.#keep(cell, draft, error);
    }
  }

  #keep(cell: string, draft: Draft, error: unknown): void {
    const failed: Draft = { ...draft, state: 'unsaved', ...(error instanceof EditRefused && { code: error.code }) };
    if (this.drafts.get(cell) === draft) this.drafts.set(cell, failed);
    this.events.drafted(cell);
    if (failed.code) return;
    const pause = 1000 + backoffMs(this.#failures, this.surroundings.random);
    this.#failures = Math.min(this.#failures + 1, RETRY_MAX_FAILURES);
    this.#cancelRetry();
    this.#cancelRetry = this.surroundings.later(pause, () => void this.commit());
  }
}
