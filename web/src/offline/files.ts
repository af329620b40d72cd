/** Bytes of files on this device: in pieces, so that no step holds more than a few of them, and apart from their rows. */
import { isAcknowledged } from '@kiemtra/shared/fieldwork';
import { forEach, type LedgerDatabase, type Writing } from './database.js';
import type { Bytes } from './digest.js';
import type { AnswerRow, BlobRow, OperationState } from './rows.js';

/** Bytes of one stored piece. */
const PIECE_BYTES = 512 * 1024;
/** How long bytes stay after the server confirmed them: it may be restored to an earlier point. */
const KEEP_MS = 7 * 86_400_000;

/** Stores bytes; within the transaction of whoever announces them. */
export async function addBytes({ pieces }: Writing<'pieces'>, id: string, bytes: Bytes): Promise<void> {
  const count = Math.ceil(bytes.length / PIECE_BYTES);
  const parts = Array.from({ length: count }, (_, n) => bytes.slice(n * PIECE_BYTES, (n + 1) * PIECE_BYTES));
  await forEach([...parts.entries()], ([n, part]) => pieces.add({ id, n, bytes: part }));
}

/** Part of a file; shorter than asked for when the device holds less of it. */
export function readBytes(db: LedgerDatabase, id: string, from: number, to: number): Promise<Bytes> {
  return db.read(['bytes', 'pieces'], async ({ bytes, pieces }) => {
    // Earlier releases stored a file in one.
    const whole = await bytes.get(id);
    if (whole) return whole.bytes.slice(from, to);
    const first = Math.floor(from / PIECE_BYTES);
    const last = Math.max(first, Math.ceil(to / PIECE_BYTES) - 1);
    const parts = await pieces.getAll(IDBKeyRange.bound([id, first], [id, last]));
    const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.bytes.length, 0));
    let at = 0;
    for (const part of parts) {
      joined.set(part.bytes, at);
      at += part.bytes.length;
    }
    const start = first * PIECE_BYTES;
    return joined.slice(from - start, to - start);
  });
}

/** A file as far as this device holds it; null when it holds nothing of it. */
export async function findBytes(db: LedgerDatabase, id: string): Promise<Bytes | null> {
  const blob = await db.read(['blobs'], ({ blobs }) => blobs.get(id));
  const bytes = await readBytes(db, id, 0, blob?.file.size ?? 0);
  return bytes.length > 0 ? bytes : null;
}

/** Within a transaction. */
export async function deleteBytes(
  { bytes, pieces }: Writing<'bytes' | 'pieces'>,
  ids: readonly string[],
): Promise<void> {
  await forEach(ids, (id) => bytes.delete(id));
  await forEach(ids, (id) => pieces.delete(IDBKeyRange.bound([id, 0], [id, Infinity])));
}

/** The smallest file whose operation the server holds and whose bytes it does not, apart from some. */
export function nextFile(db: LedgerDatabase, except: ReadonlySet<string>): Promise<BlobRow | null> {
  return db.read(['blobs', 'ops'], async ({ blobs, ops }) => {
    const waiting = (await blobs.index('state').getAll('waiting')).filter(({ id }) => !except.has(id));
    waiting.sort((a, b) => a.file.size - b.file.size);
    const announced = await forEach(waiting, ({ lane, seq }) => ops.get([lane, seq]));
    return waiting.find((_, index) => isHeld(announced[index]?.state)) ?? null;
  });
}

/** True when the server holds the content of an operation in this state. */
export function isHeld(state: OperationState | undefined): boolean {
  return state !== undefined && state !== 'local' && state !== 'sending' && isAcknowledged(state);
}

/** What the server says of the file itself. */
type FileEnd = { do: 'received' } | { do: 'refused'; why: string };

/** The end of a file's journey; refused bytes stay, nobody else has them. */
export function settleFile(db: LedgerDatabase, blob: BlobRow, end: FileEnd, now: number): Promise<AnswerRow[]> {
  return db.write(['blobs', 'answers'], async ({ blobs, answers }) => {
    await blobs.put({ ...blob, state: end.do, ...(end.do === 'received' && { receivedAt: now }) });
    const row = await answers.get(blob.cell);
    if (!row) return [];
    const after = { ...row, ...(end.do === 'received' ? { isReceived: true } : { refusal: end.why }) };
    await answers.put(after);
    return [after];
  });
}

/** Lets go of bytes the server has had for a week, or those of a visit that is finalised. */
export function forgetReceived(db: LedgerDatabase, now: number, finalisedVisit?: string): Promise<void> {
  return db.write(['blobs', 'bytes', 'pieces', 'ops'], async (stores) => {
    const { blobs, ops } = stores;
    const received = await blobs.index('state').getAll('received');
    const announced = await forEach(received, ({ lane, seq }) => ops.get([lane, seq]));
    const isOver = ({ receivedAt = now }: BlobRow, index: number) =>
      receivedAt < now - KEEP_MS ||
      (finalisedVisit !== undefined && announced[index]?.operation.visit === finalisedVisit);
    const old = received.filter(isOver).map(({ id }) => id);
    await forEach(old, (id) => blobs.delete(id));
    await deleteBytes(stores, old);
  });
}

/** Bytes that the server refused and nobody wants any more; within the transaction of the removal. */
export async function forgetRefused(stores: Writing<'blobs' | 'bytes' | 'pieces'>, id: string): Promise<void> {
  if ((await stores.blobs.get(id))?.state !== 'refused') return;
  await stores.blobs.delete(id);
  await deleteBytes(stores, [id]);
}
