import { setTimeout as sleep } from 'node:timers/promises';
import type { BatchReply, Operation } from '@kiemtra/shared/fieldwork';
import { newId } from '@kiemtra/shared/kernel';
import type { Client } from '../bench/field.js';
import { syncHeaders } from '../server/src/testing/deeds.js';
import type { Said } from './history.js';

/** How a device breaks the protocol on purpose, so that the check is seen to find it. */
export type Flaw = 'none' | 'early' | 'renewed';

const CELLS = 10;
const WAIT_MAX = 300;

/** One device that says things, sends them until it is answered, and now and then sends again what was answered. */
export class FaultyDevice {
  readonly said: Said[] = [];
  private lane: string;
  private next = 1;
  /** By cell: the lane's last word on it. */
  private readonly last = new Map<string, number>();

  constructor(
    private readonly client: Client,
    private readonly flaw: Flaw,
    private readonly isStopped: () => boolean,
  ) {
    this.lane = newId();
  }

  /** Says some things and sends them; returns when they are answered or the device is stopped. */
  async work(count: number): Promise<void> {
    const batch = Array.from({ length: count }, () => this.say());
    this.said.push(...batch);
    const isEarly = this.flaw === 'early';
    // The flaw: what is still on its way counts as answered.
    if (isEarly) for (const one of batch) one.told.push({ outcome: 'applied' });
    for (;;) {
      const answered = await this.send(batch, !isEarly);
      // A pause, since this device does not even wait for a server that is away.
      if (isEarly) await sleep(20);
      if (answered || isEarly || this.isStopped()) break;
      if (this.flaw === 'renewed') this.renumber(batch);
      await sleep(Math.random() * WAIT_MAX);
    }
    // In doubt a device sends the same numbers again.
    if (this.flaw === 'none' && Math.random() < 0.1) await this.send(batch, true);
  }

  private say(): Said {
    const seq = this.next++;
    const criterion = `1.${1 + Math.floor(Math.random() * CELLS)}`;
    const mark = newId();
    const base = this.last.get(criterion);
    this.last.set(criterion, seq);
    const operation: Operation = {
      seq,
      kind: 'note.set',
      visit: this.client.visit,
      version: this.client.version,
      criterion,
      value: mark,
      ...(base !== undefined && { base: { seq: base } }),
      at: new Date().toISOString(),
      offset_ms: 0,
    };
    return { lane: this.lane, seq, mark, operation, told: [] };
  }

  /** The flaw: an unknown outcome is taken for none, and everything is said again under a new lane. */
  private renumber(batch: Said[]): void {
    this.lane = newId();
    this.last.clear();
    this.next = 1;
    for (const one of batch) {
      const seq = this.next++;
      const { base: _, ...operation } = one.operation as Operation & { base?: unknown };
      const renewed = { ...one, lane: this.lane, seq, operation: { ...operation, seq }, told: [] };
      this.said.push(renewed);
      batch[seq - 1] = renewed;
    }
  }

  /** True when an answer came; everything else leaves the outcome unknown. */
  private async send(batch: readonly Said[], isHeard: boolean): Promise<boolean> {
    const [first] = batch;
    if (!first) return true;
    const ops = batch.map(({ operation }) => operation);
    const body = JSON.stringify({ lane: first.lane, first_seq: first.seq, app_version: '0.1.0', ops });
    const headers = {
      cookie: this.client.cookie,
      'content-type': 'application/json',
      'x-requested-with': 'kiemtra',
      ...syncHeaders(this.client.account, body),
    };
    try {
      const url = `${process.env['SERVER_URL']}/api/v1/sync/ops`;
      const answer = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(15_000) });
      if (answer.status !== 200) return false;
      const { receipts } = (await answer.json()) as BatchReply;
      if (isHeard) for (const [index, receipt] of receipts.entries()) batch[index]?.told.push(receipt);
      return receipts.length === batch.length;
    } catch {
      return false;
    }
  }
}
