import { isRecord } from '../kernel/index.js';
import { fieldworkProblems } from './fieldwork.problems.js';
import { readGap, readReply, type BatchReply, type Sent } from './sync-ops.contract.js';

/** What came back: the status, the body if it was JSON, Retry-After as sent. */
export interface Answer {
  status: number;
  /** Undefined when the body was not JSON, or followed a redirect away from the server. */
  json: unknown;
  retryAfter: string | null;
}

/** What the outbox does next. Only `store` changes the state of an operation. */
export type Action =
  | { do: 'store'; reply: BatchReply }
  /** Unknown outcome: the same operations again, after a pause. */
  | { do: 'retry'; because: 'unreachable' | 'captive' | 'server' }
  /** The bytes were damaged on the way: read them again from storage; split after the third time. */
  | { do: 'resend' }
  | { do: 'login' }
  | { do: 'blocked'; reason: string | null }
  /** Send from this number on; if the device has it no more, go on under a new lane. */
  | { do: 'rewind'; from: number }
  | { do: 'halve' }
  | { do: 'update' }
  | { do: 'wait'; ms: number }
  /** Something in the batch is not accepted: halve to find it. */
  | { do: 'bisect' };

const WAIT_MAX = 3_600_000;
/** What 429 and 503 mean when they name no time. */
const WAIT_DEFAULT = 30_000;

/** Milliseconds of a Retry-After header, in seconds or as a date; at most an hour. */
export function retryAfterMs(header: string | null, now: number): number {
  const text = header?.trim() ?? '';
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(ms) ? WAIT_DEFAULT : Math.min(Math.max(ms, 0), WAIT_MAX);
}

function problemCode(json: unknown): unknown {
  return isRecord(json) ? json['code'] : undefined;
}

/** The retry table. `answer` is null when none came: network, timeout, abort. */
export function decide(answer: Answer | null, sent: Sent, now: number): Action {
  if (!answer) return { do: 'retry', because: 'unreachable' };
  const { status, json, retryAfter } = answer;
  const code = problemCode(json);
  if (status === 429 || status === 503) return { do: 'wait', ms: retryAfterMs(retryAfter, now) };
  if (status >= 500) return { do: 'retry', because: status === 511 ? 'captive' : 'server' };
  if (status < 400) {
    const reply = status === 200 ? readReply(json, sent) : null;
    return reply ? { do: 'store', reply } : { do: 'retry', because: 'captive' };
  }
  switch (status) {
    case 400:
      return code === fieldworkProblems.digestMismatch.code ? { do: 'resend' } : { do: 'bisect' };
    case 401:
      return { do: 'login' };
    case 403:
      return { do: 'blocked', reason: isRecord(json) && typeof json['title'] === 'string' ? json['title'] : null };
    case 409: {
      if (code !== fieldworkProblems.seqGap.code) return { do: 'bisect' };
      const through = readGap(json);
      const isGap = through !== null && through < sent.first_seq - 1;
      return isGap ? { do: 'rewind', from: through + 1 } : { do: 'retry', because: 'server' };
    }
    case 413:
      return { do: 'halve' };
    case 426:
      return { do: 'update' };
    default:
      return { do: 'bisect' };
  }
}

const BACKOFF_MAX = 300_000;

/** Full jitter: anything from 0 to 1 s · 2^failures, at most 300 s. `random` gives 0 ≤ x < 1. */
export function backoffMs(failures: number, random: () => number): number {
  return Math.floor(random() * Math.min(BACKOFF_MAX, 1000 * 2 ** failures));
}
