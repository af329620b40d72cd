import {
  BATCH_BYTES_MAX,
  PROTOCOL,
  SYNC_OPS_PATH,
  type Answer,
  type BatchBody,
  type Operation,
  type Sent,
} from '@kiemtra/shared/fieldwork';
import { forEach, fromNumber, type LedgerDatabase } from './database.js';
import { deviceOf } from './device.js';
import { digestOf, type Bytes } from './digest.js';
import type { AnswerRow, OperationRow } from './rows.js';
import type { Surroundings } from './surroundings.js';

/** Room for the envelope around the operations. */
const ENVELOPE_BYTES = 1024;
const OPS_TIMEOUT = 30_000;

export interface Batch {
  lane: string;
  operations: Operation[];
  /** Rows whose last word is now on its way. */
  changed: AnswerRow[];
}

/**
 * The oldest operations without a receipt, marked as sent in the same transaction: from here on they never change. Null
 * when there is nothing to send.
 */
export function takeBatch(db: LedgerDatabase, limit: number): Promise<Batch | null> {
  return db.write(['ops', 'answers', 'meta'], async ({ ops, answers, meta }) => {
    const { lane, ackedThrough } = await deviceOf({ meta });
    const rows = fitting(await ops.getAll(fromNumber(lane, ackedThrough + 1), limit));
    if (rows.length === 0) return null;
    const fresh = rows.filter(({ state }) => state === 'local');
    await forEach(fresh, (row) => ops.put({ ...row, state: 'sending' }));
    const said = await forEach(fresh, ({ cell }) => answers.get(cell));
    const changed = fresh.flatMap(({ seq }, index): AnswerRow[] => {
      const answer = said[index];
      if (answer?.tip?.lane !== lane || answer.tip.seq !== seq) return [];
      return [{ ...answer, tip: { ...answer.tip, state: 'sending' } }];
    });
    await forEach(changed, (row) => answers.put(row));
    return { lane, operations: rows.map(({ operation }) => operation), changed };
  });
}

function fitting(rows: readonly OperationRow[]): OperationRow[] {
  let bytes = ENVELOPE_BYTES;
  const encoder = new TextEncoder();
  const tooLarge = rows.findIndex(({ operation }) => {
    bytes += encoder.encode(JSON.stringify(operation)).length + 1;
    return bytes > BATCH_BYTES_MAX;
  });
  return rows.slice(0, tooLarge === -1 ? rows.length : Math.max(tooLarge, 1));
}

/**
 * What is left of an operation the server does not take as a whole: its place in the lane and in the answers. The server
 * refuses it, so that the number has an outcome and the next ones can follow; the content stays on the device.
 */
function shellOf(operation: Operation): object {
  const { seq, kind, visit, criterion, base, at, offset_ms } = operation;
  return { seq, kind, visit, criterion, base, at, offset_ms };
}

export interface Sending {
  sent: Sent;
  answer: Answer | null;
  /** The server's clock when it answered. */
  serverTime: number | null;
  headers: Headers | null;
}

/** Puts operations on the wire and waits for an answer, at most 30 seconds. */
export async function sendBatch(
  { lane, operations }: Batch,
  account: string,
  surroundings: Surroundings,
  closing: AbortSignal,
  asShell: boolean,
): Promise<Sending> {
  const ops = asShell ? operations.map(shellOf) : operations;
  const body: Omit<BatchBody, 'ops'> & { ops: object } = {
    lane,
    first_seq: operations[0]?.seq ?? 1,
    app_version: surroundings.appVersion,
    ops,
  };
  const bytes: Bytes = new TextEncoder().encode(JSON.stringify(body));
  const digest = await digestOf(bytes);
  const headers = {
    'Content-Type': 'application/json',
    'Content-Digest': digest,
    'X-Requested-With': 'kiemtra',
    'X-Sync-Protocol': String(PROTOCOL),
    'X-Sync-Account': account,
  };
  const sent = { lane, first_seq: body.first_seq, count: operations.length, digest };
  const init = { method: 'POST', headers, body: bytes };
  return { sent, ...(await exchange(SYNC_OPS_PATH, init, OPS_TIMEOUT, surroundings, closing)) };
}

/** One request and its answer; null when none came in time or the ledger closes, whatever the reason. */
export async function exchange(
  path: string,
  init: RequestInit,
  timeout: number,
  surroundings: Surroundings,
  closing: AbortSignal,
): Promise<Omit<Sending, 'sent'>> {
  const abort = new AbortController();
  let giveUp = () => {};
  const silence = new Promise<never>((_, reject) => {
    giveUp = () => {
      abort.abort();
      reject(new Error('No answer in time.'));
    };
  });
  const cancelTimeout = surroundings.later(timeout, giveUp);
  closing.addEventListener('abort', giveUp);
  try {
    const response = await Promise.race([surroundings.send(path, { ...init, signal: abort.signal }), silence]);
    const text = await Promise.race([response.text(), silence]);
    const serverTime = Date.parse(response.headers.get('Date') ?? '');
    const answer = { status: response.status, json: parsed(text), retryAfter: response.headers.get('Retry-After') };
    return { answer, serverTime: Number.isNaN(serverTime) ? null : serverTime, headers: response.headers };
  } catch {
    // Network, timeout, a body cut short: all one unknown outcome.
    return { answer: null, serverTime: null, headers: null };
  } finally {
    cancelTimeout();
    closing.removeEventListener('abort', giveUp);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
