/**
 * Tells the server that this device is alive and how it stands, and takes what the server says in return: its clock, how
 * far the lane has come, which app it likes, which visits are still this account's. None of it decides about an operation.
 */
import { LEFT_MAX, readHelloReply, SYNC_HELLO_PATH, type HelloDto, type HelloReply } from '@kiemtra/shared/fieldwork';
import { exchange } from './batch.js';
import { deviceOf } from './device.js';
import { GONE_STORES, leaveVisits } from './gone.js';
import type { Line } from './line.js';
import { reconcile } from './reconcile.js';
import type { AnswerRow, FormerLane, PackRow } from './rows.js';
import { countPending } from './snapshots.js';

const TIMEOUT = 10_000;
/** Between two greetings of a device that has something to send, and of one that has not. */
const PAUSE = 60_000;
const IDLE_PAUSE = 600_000;

export interface Contacted {
  changed: AnswerRow[];
  /** Visits that are not this account's any more. */
  gone: string[];
}

const NOTHING: Contacted = { changed: [], gone: [] };

export class Contact {
  #saidAt = -Infinity;
  /** What the server was told is unsent. */
  #toldUnsent = 0;

  constructor(private readonly line: Line) {}

  /**
   * Before sending at most once a minute, or as soon as a visit was taken to the field; after it when the server believes that
   * something is still to come.
   */
  async greet(moment: 'before' | 'after'): Promise<Contacted> {
    const { db, surroundings } = this.line;
    const now = surroundings.now();
    const { unsent, since } = await countPending(db);
    const pause = unsent > 0 ? PAUSE : IDLE_PAUSE;
    // What was moved from a former lane has come when all of this one has.
    const device = await db.read(['meta'], deviceOf);
    const left = unsent === 0 ? (device.left ?? []).slice(0, LEFT_MAX) : [];
    const isNews = unsent === 0 && (this.#toldUnsent > 0 || left.length > 0);
    const isDue = now - this.#saidAt >= pause || device.hasTaken;
    if (moment === 'before' ? !isDue : !isNews) return NOTHING;
    const held = await db.read(['packs'], ({ packs }) => packs.getAll());
    const packs = held.filter(({ isForField }) => isForField);
    const reply = await this.#say(await this.#body(packs, left, unsent, since));
    if (!reply) return NOTHING;
    this.#saidAt = now;
    this.#toldUnsent = unsent;
    await this.#take(reply, now, left);
    const gone = await this.#leave(packs, reply.packs);
    return { changed: await reconcile(this.line, reply.acked_through), gone };
  }

  async #body(
    packs: readonly PackRow[],
    left: readonly FormerLane[],
    unsent: number,
    since: string | null,
  ): Promise<HelloDto> {
    const { db, surroundings } = this.line;
    const { lane, nextSeq, loss } = await db.read(['meta'], deviceOf);
    const waiting = await db.read(['blobs'], ({ blobs }) => blobs.index('state').getAll('waiting'));
    const bytes = waiting.reduce((sum, { file }) => sum + file.size, 0);
    const now = surroundings.now();
    const age = since === null ? null : Math.max(0, Math.round((now - Date.parse(since)) / 1000));
    return {
      lane,
      max_seq: nextSeq - 1,
      packs: packs.map(({ visit }) => visit),
      unsent,
      unsent_age: age,
      pending_kib: Math.ceil(bytes / 1024),
      storage: (await surroundings.storage?.()) ?? 'unknown',
      device_time: new Date(now).toISOString(),
      app_version: surroundings.appVersion,
      ...(loss && loss.ackedThrough === undefined && { lost: { lane: loss.lane, last_seq: loss.lastSeq } }),
      ...(left.length > 0 && { left: left.map(({ lane: of, lastSeq }) => ({ lane: of, last_seq: lastSeq })) }),
    };
  }

  async #say(body: HelloDto): Promise<HelloReply | null> {
    const { account, surroundings, closing } = this.line;
    const headers = { 'Content-Type': 'application/json', 'X-Requested-With': 'kiemtra', 'X-Sync-Account': account };
    const init = { method: 'POST', headers, body: new TextEncoder().encode(JSON.stringify(body)) };
    const { answer } = await exchange(SYNC_HELLO_PATH, init, TIMEOUT, surroundings, closing);
    return answer?.status === 200 ? readHelloReply(answer.json) : null;
  }

  /** `saidAt` is the device's time before the question; the server's is taken to be that of halfway. */
  #take(
    { server_time, epoch, min_app, lost_acked_through }: HelloReply,
    saidAt: number,
    told: readonly FormerLane[],
  ): Promise<void> {
    const { db, surroundings } = this.line;
    const offsetMs = Math.round((saidAt + surroundings.now()) / 2 - Date.parse(server_time));
    return db.write(['meta'], async ({ meta }) => {
      const device = await deviceOf({ meta });
      const loss =
        device.loss && lost_acked_through !== undefined
          ? { ...device.loss, ackedThrough: lost_acked_through }
          : device.loss;
      const left = (device.left ?? []).filter(({ lane }) => told.every((one) => one.lane !== lane));
      await meta.put({ ...device, offsetMs, epoch, minApp: min_app, hasTaken: false, left, ...(loss && { loss }) });
    });
  }

  async #leave(packs: readonly PackRow[], still: readonly string[]): Promise<string[]> {
    const { db, account } = this.line;
    const gone = packs.filter(({ visit }) => !still.includes(visit));
    if (gone.length === 0) return [];
    return db.write(GONE_STORES, async (stores) => {
      const left: string[] = [];
      for (const target of new Set(gone.map((pack) => pack.target))) {
        const there = await stores.packs.index('target').getAllKeys(target);
        const kept = there.filter((visit) => gone.every((pack) => pack.visit !== visit));
        left.push(...(await leaveVisits(stores, target, account, kept)));
      }
      return left;
    });
  }
}
