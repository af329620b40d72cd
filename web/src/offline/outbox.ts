/**
 * Sends what the device holds. It never decides what becomes of an operation: only a receipt does. Whatever else comes
 * back, or nothing at all, leaves the operations as they are, to be sent again under the same numbers.
 */
import { newId } from '@kiemtra/shared/kernel';
import { BATCH_OPS_MAX, decide, type Action } from '@kiemtra/shared/fieldwork';
import { sendBatch, takeBatch, type Batch } from './batch.js';
import type { OutboxState } from './cell-status.js';
import type { LedgerDatabase } from './database.js';
import { deviceOf } from './device.js';
import { writeLaneCookie } from './lane-cookie.js';
import { Pause, type Trigger } from './pause.js';
import { storeReply } from './receipts.js';
import type { AnswerRow } from './rows.js';
import { asOnlyFlusher } from './single-flusher.js';
import type { Surroundings } from './surroundings.js';

const TICK_MS = 60_000;
/** Times the same thing may fail before the batch is cut or an operation is set aside. */
const PATIENCE = 3;

export interface OutboxEvents {
  changed(rows: readonly AnswerRow[]): void;
  /** A round of sending begins, or has ended with nothing left to send. */
  contact(moment: 'before' | 'after'): Promise<void>;
  /** Every operation has an outcome: files may follow. */
  drained(): void;
  stateChanged(): void;
}

export class Outbox {
  state: OutboxState = 'idle';
  /** What the server said when it refused the whole device. */
  reason: string | null = null;

  readonly #owner = newId();
  #running: Promise<void> | null = null;
  #again = false;
  readonly #closing = new AbortController();
  #limit = BATCH_OPS_MAX;
  #damaged = 0;
  #rewinds = 0;
  #refusals = 0;
  #asShell = false;
  readonly #pause: Pause;
  #cancelTick: () => void;

  constructor(
    private readonly db: LedgerDatabase,
    private readonly account: string,
    private readonly surroundings: Surroundings,
    private readonly events: OutboxEvents,
  ) {
    this.#pause = new Pause(surroundings, () => void this.nudge('clock'));
    this.#cancelTick = surroundings.later(TICK_MS, () => this.#tick());
  }

  get #isClosed(): boolean {
    return this.#closing.signal.aborted;
  }

  #tick(): void {
    this.#cancelTick = this.surroundings.later(TICK_MS, () => this.#tick());
    void this.nudge('clock');
  }

  /** Sends what there is, unless it is a time to wait. Settles when nothing more can be done now. */
  async nudge(trigger: Trigger): Promise<void> {
    if (this.#isClosed || !this.#pause.isCutBy(trigger)) return;
    if (this.#running) this.#again = true;
    else this.#running = this.#flush();
    await this.#running;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#cancelTick();
    this.#pause.end();
    await this.#running;
  }

  async #flush(): Promise<void> {
    try {
      do {
        this.#again = false;
        const isMine = await asOnlyFlusher(this.db, 'sync', this.#owner, this.surroundings, () => this.#drain());
        if (!isMine) return;
      } while (this.#again && !this.#isClosed && this.#pause.isOver);
    } catch {
      // The database failed under us; what is in it is untouched.
      this.#fail('unreachable');
    } finally {
      this.#running = null;
    }
  }

  async #drain(): Promise<void> {
    this.#pause.end();
    await this.events.contact('before');
    while (!this.#isClosed) {
      const batch = await takeBatch(this.db, this.#asShell ? 1 : this.#limit);
      if (!batch) break;
      this.#become('sending');
      this.events.changed(batch.changed);
      const { sent, answer, serverTime } = await sendBatch(
        batch,
        this.account,
        this.surroundings,
        this.#closing.signal,
        this.#asShell,
      );
      if (this.#isClosed) return;
      const now = this.surroundings.now();
      if (!(await this.#follow(decide(answer, sent, now), batch, serverTime === null ? null : now - serverTime)))
        return;
    }
    if (this.#isClosed) return;
    this.#become('idle');
    this.events.drained();
    await this.events.contact('after');
  }

  /** Does what the retry table says; true to go on at once. */
  async #follow(action: Action, batch: Batch, offsetMs: number | null): Promise<boolean> {
    const wasShell = this.#asShell;
    this.#asShell = false;
    switch (action.do) {
      case 'store': {
        const { reply } = action;
        this.#succeed();
        this.events.changed(await storeReply(this.db, reply, this.surroundings.now(), offsetMs));
        if (reply.reused_from !== undefined) await this.#moveLane(reply.reused_from);
        return true;
      }
      case 'resend':
        this.#damaged += 1;
        if (this.#damaged < PATIENCE) return true;
        this.#damaged = 0;
        return this.#cut(batch) || this.#fail('unreachable');
      case 'halve':
        return this.#cut(batch) || this.#setAside(wasShell);
      case 'bisect': {
        if (this.#cut(batch)) return true;
        this.#refusals += 1;
        return this.#refusals >= PATIENCE ? this.#setAside(wasShell) : this.#fail('busy');
      }
      case 'rewind':
        this.#rewinds += 1;
        if (this.#rewinds > PATIENCE) return this.#fail('busy');
        await this.#rewind(action.from, batch);
        return true;
      case 'wait':
        return this.#wait('busy', action.ms, true);
      case 'login':
        return this.#wait('auth_required', TICK_MS, false);
      case 'update':
        return this.#wait('update_required', TICK_MS, false);
      case 'blocked':
        this.reason = action.reason;
        return this.#wait('blocked', TICK_MS, false);
      case 'retry':
        return this.#fail(action.because === 'server' ? 'busy' : action.because);
    }
  }

  #succeed(): void {
    this.#pause.reset();
    this.#damaged = 0;
    this.#rewinds = 0;
    this.#refusals = 0;
    this.#limit = Math.min(BATCH_OPS_MAX, this.#limit * 2);
    this.reason = null;
  }

  /** Halves what is sent at once; false when it was a single operation. */
  #cut({ operations }: Batch): boolean {
    this.#limit = Math.max(1, Math.floor(operations.length / 2));
    return operations.length > 1;
  }

  /** The one operation left is not taken: next its shell, so that the lane goes on. If not even that, wait. */
  #setAside(wasShell: boolean): boolean {
    this.#refusals = 0;
    this.#asShell = !wasShell;
    return this.#asShell || this.#fail('busy');
  }

  async #rewind(from: number, { lane, operations }: Batch): Promise<void> {
    const has = await this.db.write(['ops', 'meta'], async ({ ops, meta }) => {
      if (!(await ops.get([lane, from]))) return false;
      await meta.put({ ...(await deviceOf({ meta })), ackedThrough: from - 1 });
      return true;
    });
    if (!has) await this.#moveLane(operations[0]?.seq ?? from, true);
  }

  async #moveLane(from: number, isAfterGap = false): Promise<void> {
    const { openNewLane } = await import('./new-lane.js');
    this.events.changed(await openNewLane(this.db, from, newId(), isAfterGap));
    writeLaneCookie(this.account, await this.db.read(['meta'], deviceOf));
  }

  #fail(state: OutboxState): false {
    if (!this.#isClosed) this.#pause.backOff();
    this.#become(state);
    return false;
  }

  #wait(state: OutboxState, ms: number, isTold: boolean): false {
    if (!this.#isClosed) this.#pause.begin(ms, isTold);
    this.#become(state);
    return false;
  }

  #become(state: OutboxState): void {
    if (this.state === state) return;
    this.state = state;
    this.events.stateChanged();
  }
}
