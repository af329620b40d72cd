/**
 * POST /api/v1/sync/ops: the one door for what is recorded on site.
 *
 * Request: the body is `BatchBody` as JSON, at most 1 MiB, with these headers:
 *   Content-Type: application/json
 *   Content-Digest: sha-256=:<base64 of SHA-256 over the exact body bytes>:      (RFC 9530)
 *   X-Sync-Protocol: 1
 *   X-Sync-Account: <id of the account whose lane this is>
 * The account header identifies nobody: actor and province come from the session. A session of another account is
 * answered 401, so that a lane is never taken under the name of whoever logged in on the same device.
 *
 * Answers: 200 `BatchReply`; everything else is a `ProblemBody` whose code is one of `fieldworkProblems` or `request.*`:
 *   400 fieldwork.digest-mismatch   the bytes did not arrive as they were sent
 *   400 request.malformed           the envelope is wrong (a wrong operation has an outcome instead)
 *   401 request.unauthenticated     no session, or another account's
 *   403 fieldwork.foreign-lane      the lane belongs to another account
 *   409 fieldwork.seq-gap           details: `GapDetails`
 *   413 request.too-large           too many bytes or operations
 *   426 fieldwork.protocol          the app is too old for this server
 *   429, 503                        with Retry-After
 */
import { isRecord } from '../kernel/index.js';
import { NUMBER_MAX, PROTOCOL } from './operation.limits.js';
import { OUTCOMES, type Outcome } from './outcome.js';
import type { Operation } from './operation.js';
import type { ReplyReceipt } from './state.js';

export const SYNC_OPS_PATH = '/api/v1/sync/ops';

export interface BatchBody {
  lane: string;
  /** Number of the first operation; the others follow without gaps. */
  first_seq: number;
  app_version: string;
  /** 1 to 200 operations. */
  ops: readonly Operation[];
}

export interface BatchReply {
  protocol: typeof PROTOCOL;
  /** The Content-Digest header as received. */
  digest: string;
  lane: string;
  /** Every number up to this one has an outcome. */
  acked_through: number;
  /** One for each operation of the batch, in order, up to `reused_from` if there is one. */
  receipts: ReplyReceipt[];
  /** The first number whose stored content differs: cloned storage. The device goes on under a new lane from there. */
  reused_from?: number;
}

/** `details` of fieldwork.seq-gap: send from `acked_through + 1`. */
export interface GapDetails {
  acked_through: number;
}

function isWhole(value: unknown, min: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= NUMBER_MAX;
}

/** What was put on the wire, as far as a reply must match it. */
export interface Sent {
  lane: string;
  first_seq: number;
  count: number;
  digest: string;
}

function isReceipt(raw: unknown, seq: number): raw is ReplyReceipt {
  return isRecord(raw) && raw['seq'] === seq && OUTCOMES.some((outcome: Outcome) => outcome === raw['outcome']);
}

/** Reads a reply to what was sent; null for everything that is not surely the server's word about these operations. */
export function readReply(json: unknown, sent: Sent): BatchReply | null {
  if (!isRecord(json)) return null;
  const { protocol, digest, lane, acked_through, receipts, reused_from } = json;
  const last = sent.first_seq + sent.count - 1;
  const isReused = isWhole(reused_from, sent.first_seq) && reused_from <= last;
  const count = isReused ? reused_from - sent.first_seq : sent.count;
  const right =
    protocol === PROTOCOL &&
    digest === sent.digest &&
    lane === sent.lane &&
    isWhole(acked_through, 0) &&
    (isReused ? acked_through >= reused_from : reused_from === undefined && acked_through >= last) &&
    Array.isArray(receipts) &&
    receipts.length === count &&
    receipts.every((receipt, index) => isReceipt(receipt, sent.first_seq + index));
  return right ? (json as unknown as BatchReply) : null;
}

/** The number to send from, when the answer is a gap; null otherwise. */
export function readGap(json: unknown): number | null {
  const details = isRecord(json) ? json['details'] : undefined;
  const through = isRecord(details) ? details['acked_through'] : undefined;
  return isWhole(through, 0) ? through : null;
}

/** The Content-Digest header for a SHA-256 given as base64. */
export function contentDigest(sha256Base64: string): string {
  return `sha-256=:${sha256Base64}:`;
}
