/**
 * What speaks with the server: operations first, files behind them. It comes to the page in a part of its own, after the
 * sheet: what is recorded until then is on the disk and waits.
 */
import type { OutboxState } from './cell-status.js';
import type { Line } from './line.js';
import { Outbox } from './outbox.js';
import type { Trigger } from './pause.js';
import type { AnswerRow } from './rows.js';
import { Uploader } from './uploader.js';

export interface SyncEvents {
  changed(rows: readonly AnswerRow[]): void;
  /** A round of sending begins, or has ended with nothing left to send. */
  contact(moment: 'before' | 'after'): Promise<void>;
  /** Every operation has an outcome. */
  drained(): void;
  /** More of the file in this cell is there. */
  progressed(cell: string): void;
  stateChanged(state: OutboxState, reason: string | null): void;
}

export class Sync {
  readonly #outbox: Outbox;
  readonly #uploader: Uploader;

  /** `progress`: takes the bytes that the server holds of files under way, by their cell. */
  constructor({ db, account, surroundings }: Line, progress: Map<string, number>, events: SyncEvents) {
    const stateChanged = () => {
      const { state, reason } = this.#outbox;
      events.stateChanged(state === 'idle' ? this.#uploader.state : state, reason);
    };
    this.#outbox = new Outbox(db, account, surroundings, {
      changed: (rows) => events.changed(rows),
      contact: (moment) => events.contact(moment),
      drained: () => {
        void this.#uploader.nudge('edit');
        events.drained();
      },
      stateChanged,
    });
    this.#uploader = new Uploader(db, account, surroundings, progress, {
      changed: (rows) => events.changed(rows),
      progressed: (cell) => events.progressed(cell),
      stateChanged,
    });
  }

  /** Something was recorded. */
  edited(): void {
    void this.#outbox.nudge('edit');
  }

  wake(trigger: Trigger): void {
    void this.#outbox.nudge(trigger);
    void this.#uploader.nudge(trigger);
  }

  /** Sends at once; true when every operation has its outcome. Settles when nothing more can be done now. */
  async flush(): Promise<boolean> {
    await this.#outbox.nudge('person');
    await this.#uploader.nudge('person');
    return this.#outbox.state === 'idle';
  }

  async close(): Promise<void> {
    await this.#outbox.close();
    await this.#uploader.close();
  }
}
