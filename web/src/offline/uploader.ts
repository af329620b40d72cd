/**
 * Sends the bytes of files, apart from the answers and never in their way: the smallest first, two at a time. A file sets
 * out once the server holds the operation that announces it.
 */
import { newId } from '@kiemtra/shared/kernel';
import type { OutboxState } from './cell-status.js';
import type { LedgerDatabase } from './database.js';
import { nextFile, readBytes, settleFile } from './files.js';
import { Pause, type Trigger } from './pause.js';
import type { AnswerRow, BlobRow } from './rows.js';
import { asOnlyFlusher } from './single-flusher.js';
import type { Surroundings } from './surroundings.js';
import type { PieceSize, UploadEnd } from './upload.js';

const RETRY_MS = 60_000;

export interface UploaderEvents {
  changed(rows: readonly AnswerRow[]): void;
  progressed(cell: string): void;
  stateChanged(): void;
}

export class Uploader {
  state: OutboxState = 'idle';
  readonly #owner = newId();
  readonly #pause: Pause;
  #pieceSize: PieceSize | null = null;
  readonly #begun = new Set<string>();
  readonly #closing = new AbortController();
  #running: Promise<void> | null = null;
  #again = false;

  constructor(
    private readonly db: LedgerDatabase,
    private readonly account: string,
    private readonly surroundings: Surroundings,
    /** Bytes that the server holds of the files under way, by their cell. */
    private readonly progress: Map<string, number>,
    private readonly events: UploaderEvents,
  ) {
    this.#pause = new Pause(surroundings, () => void this.nudge('clock'));
  }

  /** Sends what there is, unless it is a time to wait. Settles when nothing more can be done now. */
  async nudge(trigger: Trigger): Promise<void> {
    if (this.#closing.signal.aborted || !this.#pause.isCutBy(trigger)) return;
    if (this.#running) this.#again = true;
    else this.#running = this.#flush();
    await this.#running;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#pause.end();
    await this.#running;
  }

  async #flush(): Promise<void> {
    try {
      do {
        this.#again = false;
        await asOnlyFlusher(this.db, 'files', this.#owner, this.surroundings, () => this.#drain());
      } while (this.#again && !this.#closing.signal.aborted && this.#pause.isOver);
    } catch {
      // The database failed under us; what is in it is untouched.
      this.#pause.backOff();
      this.#become('unreachable');
    } finally {
      this.#running = null;
    }
  }

  async #drain(): Promise<void> {
    this.#pause.end();
    const round: Round = { aside: new Set(), failed: false, end: null };
    const isSaving = this.surroundings.isSavingData?.() ?? false;
    await Promise.all(Array.from({ length: isSaving ? 1 : 2 }, () => this.#work(round)));
    this.progress.clear();
    if (this.#closing.signal.aborted) return;
    const { end } = round;
    if (end?.do === 'login') this.#pause.begin(RETRY_MS, false);
    else if (end?.do === 'wait') this.#pause.begin(end.ms, true);
    else if (end ?? round.failed) this.#pause.backOff();
    this.#become(stateAfter(round));
  }

  /** One file after the other, until there is none or the line is gone. One that fails waits while the others go. */
  async #work(round: Round): Promise<void> {
    while (round.end === null && !this.#closing.signal.aborted) {
      const blob = await nextFile(this.db, round.aside);
      // Between asking and now the other one may have taken it.
      if (!blob || round.aside.has(blob.id)) {
        if (!blob) return;
        continue;
      }
      round.aside.add(blob.id);
      this.#become('sending');
      const end = await this.#send(blob);
      this.progress.delete(blob.cell);
      if (this.#closing.signal.aborted) return;
      if (end.do === 'received' || end.do === 'refused') {
        this.#pause.reset();
        this.#begun.delete(blob.id);
        this.events.changed(await settleFile(this.db, blob, end, this.surroundings.now()));
      } else if (end.do === 'retry') round.failed = true;
      else round.end = end;
      this.events.progressed(blob.cell);
    }
  }

  async #send(blob: BlobRow): Promise<UploadEnd> {
    const { id, cell, file } = blob;
    const isBegun = this.#begun.has(id);
    this.#begun.add(id);
    // It comes with the first file: no answer waits for it.
    const upload = await import('./upload.js');
    this.#pieceSize ??= new upload.PieceSize();
    return upload.sendFile(file, (from, to) => readBytes(this.db, id, from, to), isBegun, {
      account: this.account,
      surroundings: this.surroundings,
      closing: this.#closing.signal,
      pieceSize: this.#pieceSize,
      onProgress: (bytes) => {
        this.progress.set(cell, bytes);
        this.events.progressed(cell);
      },
    });
  }

  #become(state: OutboxState): void {
    if (this.state === state) return;
    this.state = state;
    this.events.stateChanged();
  }
}

/** What the two that work at once tell each other. */
interface Round {
  /** Files that are under way or were tried. */
  aside: Set<string>;
  failed: boolean;
  /** Why nothing more is to be sent now. */
  end: UploadEnd | null;
}

function stateAfter({ end, failed }: Round): OutboxState {
  if (end?.do === 'login') return 'auth_required';
  if (end?.do === 'unreachable') return 'unreachable';
  return end || failed ? 'busy' : 'idle';
}
