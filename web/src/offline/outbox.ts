/**
 * Sends what the device holds. It never decides what becomes of an operation: only a receipt does. Whatever else comes
 * back, or nothing at all, leaves the operations as they are, to be sent again under the same numbers.
 */
import { newId } from '@kiemtra/shared/kernel';
import { BATCH_OPS_MAX, backoffMs, decide, type Action } from '@kiemtra/shared/fieldwork';
import { sendBatch, takeBatch, type Batch } from './batch.js';
import type { OutboxState } from './cell-status.js';
import type { AnswerRow, LedgerDatabase } from './database.js';
import { decideFile, nextFile, sendFile, settleFile } from './files.js';
import { writeLaneCookie } from './lane-cookie.js';
import { openNewLane, storeReply } from './receipts.js';
import { asOnlyFlusher } from './single-flusher.js';
import type { Surroundings } from './surroundings.js';

/** Why to send now. A person and the network may cut a pause short, an edit and the clock may not. */
export type Trigger = 'edit' | 'clock' | 'start' | 'online' | 'visible' | 'person';

const TICK_MS = 60_000;
/** Times the same thing may fail before the batch is cut or an operation is set aside. */
const PATIENCE = 3;

export interface OutboxEvents {
  changed(rows: readonly AnswerRow[]): void;
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
  #failures = 0;
  #damaged = 0;
  #rewinds = 0;
  #refusals = 0;
  #asShell = false;
  /** Nothing is sent before; `#isTold` when the server named the time. */
  #notBefore = 0;
  #isTold = false;
  #cancelWake = () => {};
  #cancelTick: () => void;

  constructor(
    private readonly db: LedgerDatabase,
    private readonly account: string,
    private readonly surroundings: Surroundings,
    private readonly events: OutboxEvents,
  ) {
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
    if (this.#isClosed) return;
    const isPaused = this.surroundings.now() < this.#notBefore;
    if (isPaused && (this.#isTold || trigger === 'edit' || trigger === 'clock')) return;
    if (this.#running) this.#again = true;
    else this.#running = this.#flush();
    await this.#running;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#cancelTick();
    this.#cancelWake();
    await this.#running;
  }

  async #flush(): Promise<void> {
    try {
      do {
        this.#again = false;
        const isMine = await asOnlyFlusher(this.db, this.#owner, this.surroundings, () => this.#drain());
        if (!isMine) return;
      } while (this.#again && !this.#isClosed && this.surroundings.now() >= this.#notBefore);
    } catch {
      // The database failed under us; what is in it is untouched.
      this.#fail('unreachable');
    } finally {
      this.#running = null;
    }
  }

  async #drain(): Promise<void> {
    this.#cancelWake();
    this.#notBefore = 0;
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
    if (await this.#drainFiles()) this.#become('idle');
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
        return this.#pause('busy', action.ms, true);
      case 'login':
        return this.#pause('auth_required', TICK_MS, false);
      case 'update':
        return this.#pause('update_required', TICK_MS, false);
      case 'blocked':
        this.reason = action.reason;
        return this.#pause('blocked', TICK_MS, false);
      case 'retry':
        return this.#fail(action.because === 'server' ? 'busy' : action.because);
    }
  }

  #succeed(): void {
    this.#failures = 0;
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
    const has = await this.db.ops.get([lane, from]);
    if (!has) return this.#moveLane(operations[0]?.seq ?? from);
    await this.db.meta.put({ ...(await this.db.device()), ackedThrough: from - 1 });
  }

  async #moveLane(from: number): Promise<void> {
    const lane = newId();
    this.events.changed(await openNewLane(this.db, from, lane));
    writeLaneCookie(this.account, lane);
  }

  /** Files go one by one, the smallest first; true when none is left. One that fails waits while the others go. */
  async #drainFiles(): Promise<boolean> {
    const failed = new Set<string>();
    for (let blob = await nextFile(this.db, failed); blob; blob = await nextFile(this.db, failed)) {
      const stored = await this.db.bytes.get(blob.id);
      if (!stored) {
        failed.add(blob.id);
        continue;
      }
      this.#become('sending');
      const answer = await sendFile(blob, stored.bytes, this.account, this.surroundings, this.#closing.signal);
      if (this.#isClosed) return false;
      if (!answer) return this.#fail('unreachable');
      const now = this.surroundings.now();
      const action = decideFile(answer, blob, now);
      if (action.do === 'login') return this.#pause('auth_required', TICK_MS, false);
      if (action.do === 'wait') return this.#pause('busy', action.ms, true);
      if (action.do === 'retry') failed.add(blob.id);
      else {
        this.#succeed();
        this.events.changed(await settleFile(this.db, blob, action, now));
      }
    }
    return failed.size === 0 || this.#fail('busy');
  }

  #fail(state: OutboxState): false {
    const ms = backoffMs(this.#failures, this.surroundings.random);
    this.#failures += 1;
    return this.#pause(state, ms, false);
  }

  #pause(state: OutboxState, ms: number, isTold: boolean): false {
    this.#notBefore = this.surroundings.now() + ms;
    this.#isTold = isTold;
    this.#cancelWake();
    if (!this.#isClosed) {
      this.#cancelWake = this.surroundings.later(ms, () => {
        this.#notBefore = 0;
        void this.nudge('clock');
      });
    }
    this.#become(state);
    return false;
  }

  #become(state: OutboxState): void {
    if (this.state === state) return;
    this.state = state;
    this.events.stateChanged();
  }
}
