/** A device, its tabs and its network in the hands of a test: the server follows the real rules, everything else can fail. */
import { createHash } from 'node:crypto';
import { UPLOADS_PATH } from '@kiemtra/shared/evidence';
import { newId } from '@kiemtra/shared/kernel';
import {
  CHANGES_MAX,
  fieldworkProblems,
  SYNC_CHANGES_PATH,
  SYNC_DECISIONS_PATH,
  SYNC_HELLO_PATH,
  SYNC_RECEIPTS_PATH,
  type ChangesReply,
  type HelloDto,
  type HelloReply,
  type ToldDecision,
} from '@kiemtra/shared/fieldwork';
import { aRateCriterion, aVisit, EPOCH, MemoryServer, TARGET, VERSION, VISIT } from '@kiemtra/shared/testing';
import { openChannel, type Channels } from './channels.js';
import './late-parts.js';
import { quiet } from './quiet.js';
import { decisionsOf, receiptsOf } from './receipts.js';
import { MemoryUploads } from './uploads.js';
import { loadSync, openLedger, type AnswerPlace, type Ledger, type Surroundings } from '../index.js';

export interface Request {
  method: string;
  path: string;
  at: number;
  headers: Record<string, string>;
  bytes: Uint8Array;
  body: { lane: string; first_seq: number; ops: { seq: number; kind: string; value?: unknown }[] };
}

type Deliver = () => Response;
/** What happens to one request: it may be delivered or not, answered or not. */
export type Fault = (deliver: Deliver, request: Request) => Promise<Response> | Response;

export function answer(status: number, body: object | string, headers: Record<string, string> = {}): Response {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, headers: new Headers(headers), text: () => Promise.resolve(text) } as Response;
}

export const cut: Fault = () => Promise.reject(new TypeError('Failed to fetch'));
export const lostReply: Fault = (deliver) => {
  deliver();
  return Promise.reject(new TypeError('Failed to fetch'));
};
export const silence: Fault = () => new Promise(() => {});
export const captivePortal: Fault = () => answer(200, '<html>Đăng nhập Wi-Fi</html>');
export const refuse =
  (status: number, code: string, headers: Record<string, string> = {}): Fault =>
  () =>
    answer(status, { code, title: 'Vì sao' }, headers);

export const place: AnswerPlace = { visit: VISIT, target: TARGET, version: VERSION, criterion: '3.3.1' };
export const at = (criterion: string): AnswerPlace => ({ ...place, criterion });
export const rate = (numerator: string) => ({ numerator, denominator: '20' });

const ERRANDS = [SYNC_CHANGES_PATH, SYNC_DECISIONS_PATH, SYNC_HELLO_PATH, SYNC_RECEIPTS_PATH];

interface Taken {
  outcomes: string[];
  revs: number[];
}

/** So many notes, each taken once. */
export function onceEach(count: number): Taken {
  return { outcomes: Array.from({ length: count }, () => 'applied'), revs: Array.from({ length: count }, () => 1) };
}

export class World {
  readonly server = new MemoryServer();
  readonly requests: Request[] = [];
  readonly uploads = new MemoryUploads();
  /** What was asked beside sending, with the whole address. */
  readonly asked: string[] = [];
  /** The visits of the account as the server has them now. */
  visits = [VISIT];
  epoch = EPOCH;
  minApp = '0.1.0';
  readonly hellos: HelloDto[] = [];
  isDeafToHellos = false;
  /** Device clock minus server clock. */
  clockOffset = 5000;
  /** Changes told in one answer. */
  pageSize = CHANGES_MAX;
  /** What was decided of the lane that is asked about; null for a server that knows no such address. */
  decisions: ToldDecision[] | null = [];
  /** What happens to the answers about changes, before they arrive. */
  onTheWay: (() => Promise<void> | void) | null = null;
  /** Whose session the device holds. */
  session: string;
  /** What happens to the next requests, one each; then all goes well. */
  faults: Fault[] = [];
  /** What happens to every request that has no fault of its own. */
  always: Fault | null = null;
  now = Date.parse('2026-11-20T01:15:00Z');
  hasLocks = true;
  isSavingData = false;
  #timers = new Map<number, { at: number; run: () => void }>();
  #nextTimer = 0;
  #locks = new Map<string, Promise<unknown>>();
  #channels: Channels = new Set();
  #open: Ledger[] = [];

  constructor(readonly account: string = newId()) {
    this.session = account;
  }

  /** Opens a tab. A reload is a new tab after `crash`. */
  async tab(account = this.account): Promise<Ledger> {
    const ledger = await openLedger(account, this.surroundings(), loadSync);
    this.#open.push(ledger);
    await ledger.openVisit(TARGET);
    return ledger;
  }

  /** A tab with so many notes on disk, one a criterion, whose first attempts to send failed. */
  async offlineTab(count: number): Promise<Ledger> {
    this.always = cut;
    const ledger = await this.tab();
    for (let n = 0; n < count; n += 1) ledger.setNote(at(`n${n}`), `note ${n}`);
    this.server.visitOf = (_, visit) =>
      visit === VISIT ? aVisit({ criterion: () => aRateCriterion('any') }) : undefined;
    await ledger.commit();
    await this.idle();
    this.always = null;
    this.requests.length = 0;
    return ledger;
  }

  /** What the server took, and the revisions of its cells. */
  get taken(): Taken {
    const logged = [...this.server.lanes.values()].flatMap(({ log }) => log);
    return {
      outcomes: logged.map(({ receipt }) => receipt.outcome),
      revs: [...this.server.cells.values()].map(({ rev }) => rev),
    };
  }

  get sentSeqs(): number[][] {
    return this.bodies.map(({ ops }) => ops.map(({ seq }) => seq));
  }

  /** The tab is killed: nothing that it planned happens any more. */
  crash(): void {
    this.#timers.clear();
    this.#locks.clear();
    this.#channels.clear();
    this.#open = [];
  }

  async end(): Promise<void> {
    this.always = cut;
    this.#locks.clear();
    await Promise.all(this.#open.map((ledger) => ledger.close()));
    await this.idle();
  }

  /** Lets time pass, timers run in their order. */
  async pass(ms: number): Promise<void> {
    const until = this.now + ms;
    for (;;) {
      await this.idle();
      const [next] = [...this.#timers].filter(([, timer]) => timer.at <= until).sort((a, b) => a[1].at - b[1].at);
      if (!next) break;
      this.#timers.delete(next[0]);
      this.now = Math.max(this.now, next[1].at);
      next[1].run();
    }
    this.now = until;
    await this.idle();
  }

  idle(): Promise<void> {
    return quiet();
  }

  /** Hashes of the files that the server has, by id. */
  get files(): ReadonlyMap<string, string> {
    return this.uploads.files;
  }

  get bodies(): Request['body'][] {
    return this.requests.filter(({ path }) => path.endsWith('/sync/ops')).map(({ body }) => body);
  }

  surroundings(): Surroundings {
    return {
      send: (path, init) => this.#send(path, init),
      now: () => this.now,
      random: () => 0.5,
      later: (ms, run) => {
        const id = (this.#nextTimer += 1);
        this.#timers.set(id, { at: this.now + ms, run });
        return () => this.#timers.delete(id);
      },
      ...(this.hasLocks && { locks: this.#lockManager() }),
      channel: (name) => openChannel(this.#channels, name),
      isSavingData: () => this.isSavingData,
      appVersion: '0.1.0',
    };
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    await Promise.resolve();
    if (ERRANDS.some((errand) => path.startsWith(errand))) return this.#errand(path, init);
    const bytes = new Uint8Array(init.body as Uint8Array);
    const isFile = path.startsWith(UPLOADS_PATH);
    const text = isFile ? '{}' : new TextDecoder().decode(bytes);
    const request: Request = {
      method: init.method ?? 'GET',
      path,
      at: this.now,
      headers: init.headers as Record<string, string>,
      bytes,
      body: JSON.parse(text) as Request['body'],
    };
    this.requests.push(request);
    const deliver = () => (isFile ? this.#takePiece(request) : this.#takeBatch(request));
    const fault = this.faults.shift() ?? this.always;
    return fault ? fault(deliver, request) : deliver();
  }

  /** What is asked beside sending has its own line of faults: `always` alone. */
  async #errand(path: string, { headers, body }: RequestInit): Promise<Response> {
    this.asked.push(path);
    const deliver = () => {
      const account = (headers as Record<string, string>)['X-Sync-Account'];
      if (account !== this.session) return answer(401, { code: 'request.unauthenticated' });
      const asked = new URL(path, 'http://server').searchParams;
      if (path.startsWith(SYNC_CHANGES_PATH)) return answer(200, this.#changes(Number(asked.get('cursor') ?? 0)));
      const [lane, from] = [asked.get('lane') ?? '', Number(asked.get('from_seq'))];
      if (path.startsWith(SYNC_RECEIPTS_PATH)) return answer(200, receiptsOf(this.server, lane, from));
      if (path.startsWith(SYNC_DECISIONS_PATH)) {
        const { decisions } = this;
        return decisions ? answer(200, decisionsOf(decisions, lane, from, this.pageSize)) : answer(404, '');
      }
      return answer(200, this.#hear(JSON.parse(new TextDecoder().decode(body as Uint8Array)) as HelloDto));
    };
    if (this.isDeafToHellos && path === SYNC_HELLO_PATH) throw new TypeError('Failed to fetch');
    if (this.always) return this.always(deliver, { path } as Request);
    const response = deliver();
    if (path.startsWith(SYNC_CHANGES_PATH)) await this.onTheWay?.();
    return response;
  }

  #changes(after: number): ChangesReply {
    const changes = this.server.changes(after, this.pageSize);
    const items = this.visits.length > 0 ? changes.items : [];
    return { ...changes, items, visits: this.visits, epoch: this.epoch };
  }

  #hear(hello: HelloDto): HelloReply {
    this.hellos.push(hello);
    const acked = (lane: string) => this.server.lanes.get(lane)?.log.length ?? 0;
    return {
      server_time: new Date(this.now - this.clockOffset).toISOString(),
      epoch: this.epoch,
      acked_through: acked(hello.lane),
      min_app: this.minApp,
      packs: hello.packs.filter((visit) => this.visits.includes(visit)),
      ...(hello.lost && { lost_acked_through: acked(hello.lost.lane) }),
    };
  }

  #takeBatch({ headers, bytes, body }: Request): Response {
    if (headers['X-Sync-Account'] !== this.session) return answer(401, { code: 'request.unauthenticated' });
    const digest = `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`;
    if (headers['Content-Digest'] !== digest) return answer(400, { code: fieldworkProblems.digestMismatch.code });
    const { status, json } = this.server.push(this.session, body, digest);
    return answer(status, json, { Date: new Date(this.now - this.clockOffset).toUTCString() });
  }

  #takePiece(request: Request): Response {
    if (request.headers['X-Sync-Account'] !== this.session) return answer(401, { code: 'request.unauthenticated' });
    const { status, headers, body = '' } = this.uploads.answer(request);
    return answer(status, body, headers);
  }

  #lockManager(): Surroundings['locks'] {
    const request = (name: string, work: () => Promise<unknown>) => {
      const turn = (this.#locks.get(name) ?? Promise.resolve()).then(work);
      this.#locks.set(
        name,
        turn.catch(() => {}),
      );
      return turn;
    };
    return { request } as Surroundings['locks'];
  }
}
