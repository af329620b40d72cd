import {
  cellKey,
  FILE_BYTES_MAX,
  operationKind,
  readOperation,
  type Base,
  type Capture,
  type CellValue,
  type Evidence,
  type Field,
  type OperationKind,
  type RefusalCode,
  type SiblingRef,
} from '@kiemtra/shared/fieldwork';
import type { LedgerDatabase, Reading } from './database.js';
import { deviceOf } from './device.js';
import { sha256Hex, type Bytes } from './digest.js';
import { addBytes, forgetRefused } from './files.js';
import type { AnswerRow, OperationRow } from './rows.js';

/** Where an answer stands: the visit it is recorded in, the target it belongs to, the version its screen was drawn from. */
export interface AnswerPlace {
  visit: string;
  target: string;
  version: string;
  /** Empty for what belongs to the target as a whole. */
  criterion: string;
}

/** A file that a person adds, with how it was taken if it was. */
export interface NewFile {
  name: string;
  mime: string;
  bytes: Bytes;
  capture?: Capture;
}

/** Something a person did to a field, not yet an operation. */
export interface Edit {
  place: AnswerPlace;
  field: Field;
  kind: OperationKind;
  /** The value of the operation; absent for a clear. */
  says?: unknown;
  /** What the field shows from now on. */
  shows: CellValue | Evidence;
  /** The bytes that travel with a new file. */
  bytes?: Bytes;
}

/** The device refuses what the server would refuse: it would only have to be kept here for ever. */
export class EditRefused extends Error {
  constructor(readonly code: RefusalCode) {
    super(`The edit is not an operation: ${code}`);
    this.name = 'EditRefused';
  }
}

/** The file that new bytes are announced as. Refused at once when empty or above 20 MiB. */
export async function announced(id: string, { name, mime, bytes, capture }: NewFile): Promise<Evidence> {
  if (bytes.length === 0) throw new EditRefused('SCHEMA');
  if (bytes.length > FILE_BYTES_MAX) throw new EditRefused('TOO_LARGE');
  return { id, name: name.normalize('NFC'), mime, size: bytes.length, sha256: await sha256Hex(bytes), ...capture };
}

/** Kinds that say a whole value, so that a later one may take the place of one that was never sent. */
const REPLACEABLE: readonly string[] = [
  'input.set',
  'input.clear',
  'note.set',
  'evidence.set',
  'dossiers.set',
  'headcount.set',
  'finding.set',
  'minutes.set',
  'minutes.sign',
];

export function emptyRow(place: Pick<AnswerPlace, 'target' | 'criterion'>, field: Field): AnswerRow {
  const { target, criterion } = place;
  const cell = cellKey(target, criterion, field);
  return { cell, target, criterion, field, value: null, rev: 0, tip: null, against: null, siblings: [] };
}

/** What the author of the next operation on this row has seen. */
function baseOf({ tip, rev, against }: AnswerRow, kind: OperationKind, lane: string): Base | undefined {
  if (!operationKind(kind).based) return undefined;
  // Who ends a disagreement has both values on the screen.
  if (kind === 'conflict.resolve' && against) return { rev: against.rev };
  if (tip?.lane === lane) return { seq: tip.seq };
  return rev > 0 ? { rev } : undefined;
}

/** Device time with the device's own zone, as the protocol writes it. */
export function localInstant(now: number): string {
  const minutes = -new Date(now).getTimezoneOffset();
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0');
  const local = new Date(now + minutes * 60_000).toISOString().slice(0, -1);
  return `${local}${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/**
 * Writes answer, operation, number and bytes in one transaction and gives the row once all of it is on disk. An operation
 * that was never sent takes the newer value in its place.
 */
export function writeEdit(db: LedgerDatabase, edit: Edit, now: number): Promise<AnswerRow> {
  return db.write(['answers', 'ops', 'meta', 'blobs', 'bytes', 'pieces'], async (stores) => {
    const { answers, ops, meta, blobs } = stores;
    const empty = emptyRow(edit.place, edit.field);
    const row = (await answers.get(empty.cell)) ?? empty;
    const device = await deviceOf(stores);
    const unsent = await findReplaceable(stores, row, edit.kind);
    const base = unsent ? unsent.operation.base : baseOf(row, edit.kind, device.lane);
    const seq = unsent?.seq ?? device.nextSeq;
    const { visit, version, criterion } = edit.place;
    const raw = {
      seq,
      kind: edit.kind,
      visit,
      version,
      ...(criterion !== '' && { criterion }),
      ...(edit.says !== undefined && { value: edit.says }),
      ...(base && { base }),
      at: localInstant(now),
      offset_ms: device.offsetMs,
    };
    const { operation, refusal } = readOperation(raw, seq);
    if (!operation) throw new EditRefused(refusal.code);

    const { cell } = row;
    const key = { lane: device.lane, seq };
    await ops.put({ ...key, cell, state: 'local', operation });
    if (!unsent) await meta.put({ ...device, nextSeq: seq + 1 });
    if (edit.bytes && operation.kind === 'evidence.add') {
      const { id } = operation.value;
      await blobs.add({ ...key, id, cell, file: operation.value, state: 'waiting' });
      await addBytes(stores, id, edit.bytes);
    }
    if (operation.kind === 'evidence.remove') await forgetRefused(stores, operation.value.id);
    const after: AnswerRow = { ...row, value: edit.shows, tip: { ...key, state: 'local' } };
    await answers.put(after);
    return after;
  });
}

async function findReplaceable(
  { ops, answers }: Reading<'ops' | 'answers'>,
  row: AnswerRow,
  kind: OperationKind,
): Promise<OperationRow | undefined> {
  const { tip } = row;
  if (tip?.state !== 'local' || !REPLACEABLE.includes(kind)) return undefined;
  const op = await ops.get([tip.lane, tip.seq]);
  if (op?.state !== 'local' || !REPLACEABLE.includes(op.operation.kind)) return undefined;
  // What was said before its author was done stays as it was said.
  const ready = await answers.get(cellKey(row.target, undefined, 'ready'));
  return ready?.tip?.lane === op.lane && ready.tip.seq > op.seq ? undefined : op;
}

/** The siblings a person sees on the conflict card, the own word among them. */
export function siblingsSeen({ tip, against, siblings }: AnswerRow): SiblingRef[] {
  const others = siblings.map(({ by }) => ({ lane: by.lane, seq: by.seq }));
  return tip && against ? [...others, { lane: tip.lane, seq: tip.seq }] : others;
}
