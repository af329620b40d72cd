import { isRecord } from '@kiemtra/shared/kernel';
import { isAcknowledged, retryAfterMs, type Answer } from '@kiemtra/shared/fieldwork';
import { exchange } from './batch.js';
import type { AnswerRow, BlobRow, LedgerDatabase, OperationState } from './database.js';
import { digestOf, type Bytes } from './digest.js';
import type { Surroundings } from './surroundings.js';

const MEBIBYTE = 1024 * 1024;
const TIMEOUT_PER_MEBIBYTE = 60_000;
/** How long bytes stay after the server confirmed them: it may be restored to an earlier point. */
const KEEP_MS = 7 * 86_400_000;

/** The smallest file whose operation the server holds and whose bytes it does not, apart from some. */
export async function nextFile(db: LedgerDatabase, except: ReadonlySet<string>): Promise<BlobRow | null> {
  const waiting = (await db.blobs.where({ state: 'waiting' }).toArray()).filter(({ id }) => !except.has(id));
  waiting.sort((a, b) => a.file.size - b.file.size);
  const ops = await db.ops.bulkGet(waiting.map(({ lane, seq }): [string, number] => [lane, seq]));
  return waiting.find((_, index) => isHeld(ops[index]?.state)) ?? null;
}

function isHeld(state: OperationState | undefined): boolean {
  return state !== undefined && state !== 'local' && state !== 'sending' && isAcknowledged(state);
}

/** PUT /api/v1/files/{id}: the bytes, once or again; the answer names the hash of what the server has stored. */
export async function sendFile(
  { id, file }: BlobRow,
  bytes: Bytes,
  account: string,
  surroundings: Surroundings,
  closing: AbortSignal,
): Promise<Answer | null> {
  const headers = {
    'Content-Type': 'application/octet-stream',
    'Content-Digest': await digestOf(bytes),
    'X-File-Name': encodeURIComponent(file.name),
    'X-Requested-With': 'kiemtra',
    'X-Sync-Account': account,
  };
  const timeout = TIMEOUT_PER_MEBIBYTE * Math.ceil(file.size / MEBIBYTE);
  const init = { method: 'PUT', headers, body: bytes };
  return (await exchange(`/api/v1/files/${id}`, init, timeout, surroundings, closing)).answer;
}

/** What the server says of the file itself. */
type FileEnd = Extract<FileAction, { do: 'received' | 'refused' }>;

export type FileAction =
  { do: 'received' } | { do: 'refused'; why: string } | { do: 'login' } | { do: 'wait'; ms: number } | { do: 'retry' };

/** Only the right hash says that the server has the file; only a refusal of the file itself ends the attempts. */
export function decideFile({ status, json, retryAfter }: Answer, blob: BlobRow, now: number): FileAction {
  if (status === 401) return { do: 'login' };
  if (status === 429 || status === 503) return { do: 'wait', ms: retryAfterMs(retryAfter, now) };
  if (status >= 200 && status < 300) {
    return isRecord(json) && json['sha256'] === blob.file.sha256 ? { do: 'received' } : { do: 'retry' };
  }
  const isOurs = isRecord(json) && typeof json['code'] === 'string';
  return isOurs && [403, 409, 413, 415, 422].includes(status) ? { do: 'refused', why: whyOf(json) } : { do: 'retry' };
}

function whyOf(json: Record<string, unknown>): string {
  return typeof json['title'] === 'string' ? json['title'] : '';
}

/** The end of a file's journey; refused bytes stay, nobody else has them. */
export function settleFile(db: LedgerDatabase, blob: BlobRow, end: FileEnd, now: number): Promise<AnswerRow[]> {
  return db.transaction('rw', db.blobs, db.answers, async () => {
    await db.blobs.put({ ...blob, state: end.do, ...(end.do === 'received' && { receivedAt: now }) });
    const row = await db.answers.get(blob.cell);
    if (!row) return [];
    const after = { ...row, ...(end.do === 'received' ? { isReceived: true } : { refusal: end.why }) };
    await db.answers.put(after);
    return [after];
  });
}

/** Lets go of bytes the server has had for a week. */
export function forgetReceived(db: LedgerDatabase, now: number): Promise<void> {
  return db.transaction('rw', db.blobs, db.bytes, async () => {
    const received = await db.blobs.where({ state: 'received' }).toArray();
    const old = received.filter(({ receivedAt = now }) => receivedAt < now - KEEP_MS).map(({ id }) => id);
    await db.blobs.bulkDelete(old);
    await db.bytes.bulkDelete(old);
  });
}
