/** Bytes of files on this device: in pieces, so that no step holds more than a few of them, and apart from their rows. */
import { isAcknowledged } from '@kiemtra/shared/fieldwork';
import type { AnswerRow, BlobRow, LedgerDatabase, OperationState } from './database.js';
import type { Bytes } from './digest.js';

/** Bytes of one stored piece. */
const PIECE_BYTES = 512 * 1024;
/** How long bytes stay after the server confirmed them: it may be restored to an earlier point. */
const KEEP_MS = 7 * 86_400_000;

/** Stores bytes; within the transaction of whoever announces them. */
export async function addBytes(db: LedgerDatabase, id: string, bytes: Bytes): Promise<void> {
  const count = Math.ceil(bytes.length / PIECE_BYTES);
  const pieces = Array.from({ length: count }, (_, n) => bytes.slice(n * PIECE_BYTES, (n + 1) * PIECE_BYTES));
  await db.pieces.bulkAdd(pieces.map((piece, n) => ({ id, n, bytes: piece })));
}

/** Part of a file; shorter than asked for when the device holds less of it. */
export async function readBytes(db: LedgerDatabase, id: string, from: number, to: number): Promise<Bytes> {
  // Earlier releases stored a file in one.
  const whole = await db.bytes.get(id);
  if (whole) return whole.bytes.slice(from, to);
  const first = Math.floor(from / PIECE_BYTES);
  const pieces = await db.pieces
    .where('[id+n]')
    .between([id, first], [id, Math.ceil(to / PIECE_BYTES)])
    .toArray();
  const joined = new Uint8Array(pieces.reduce((sum, { bytes }) => sum + bytes.length, 0));
  let at = 0;
  for (const { bytes } of pieces) {
    joined.set(bytes, at);
    at += bytes.length;
  }
  const start = first * PIECE_BYTES;
  return joined.slice(from - start, to - start);
}

/** Within a transaction. */
export async function deleteBytes(db: LedgerDatabase, ids: readonly string[]): Promise<void> {
  await db.bytes.bulkDelete([...ids]);
  await db.pieces.where('id').anyOf(ids).delete();
}

/** The smallest file whose operation the server holds and whose bytes it does not, apart from some. */
export async function nextFile(db: LedgerDatabase, except: ReadonlySet<string>): Promise<BlobRow | null> {
  const waiting = (await db.blobs.where({ state: 'waiting' }).toArray()).filter(({ id }) => !except.has(id));
  waiting.sort((a, b) => a.file.size - b.file.size);
  const ops = await db.ops.bulkGet(waiting.map(({ lane, seq }): [string, number] => [lane, seq]));
  return waiting.find((_, index) => isHeld(ops[index]?.state)) ?? null;
}

/** True when the server holds the content of an operation in this state. */
export function isHeld(state: OperationState | undefined): boolean {
  return state !== undefined && state !== 'local' && state !== 'sending' && isAcknowledged(state);
}

/** What the server says of the file itself. */
type FileEnd = { do: 'received' } | { do: 'refused'; why: string };

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

/** Lets go of bytes the server has had for a week, or those of a visit that is finalised. */
export function forgetReceived(db: LedgerDatabase, now: number, finalisedVisit?: string): Promise<void> {
  return db.transaction('rw', db.blobs, db.bytes, db.pieces, db.ops, async () => {
    const received = await db.blobs.where({ state: 'received' }).toArray();
    const ops = await db.ops.bulkGet(received.map(({ lane, seq }): [string, number] => [lane, seq]));
    const isOver = ({ receivedAt = now }: BlobRow, index: number) =>
      receivedAt < now - KEEP_MS || (finalisedVisit !== undefined && ops[index]?.operation.visit === finalisedVisit);
    const old = received.filter(isOver).map(({ id }) => id);
    await db.blobs.bulkDelete(old);
    await deleteBytes(db, old);
  });
}

/** Bytes that the server refused and nobody wants any more; within the transaction of the removal. */
export async function forgetRefused(db: LedgerDatabase, id: string): Promise<void> {
  if ((await db.blobs.get(id))?.state !== 'refused') return;
  await db.blobs.delete(id);
  await deleteBytes(db, [id]);
}
