/** What this device still holds back, what of it needs somebody, and what the server does not take. */
import {
  effectOf,
  OPERATION_SUBJECTS,
  type CellValue,
  type Decision,
  type Evidence,
  type Field,
  type OutcomeCode,
} from '@kiemtra/shared/fieldwork';
import type { CellStatus } from './cell-status.js';
import { forEach, fromNumber, type LedgerDatabase, type Reading } from './database.js';
import { deviceOf } from './device.js';
import { isHeld } from './files.js';
import type { OperationRow } from './rows.js';
import { listIn, listKept } from './snapshots.js';
import type { Draft } from './writer.js';

/** A file of the queue and how far its bytes are. */
export interface QueuedFile extends Evidence {
  /** Bytes that the server holds while they are under way from this tab; null when they are not. */
  sent: number | null;
  /** Why the server does not take its bytes; null while it has not refused them. */
  refusal: string | null;
}

/** One thing somebody recorded, and where its last word is. A file is `synced` when only its bytes are to come. */
export interface QueueItem {
  key: string;
  visit: string;
  version: string;
  /** Empty for what belongs to the target as a whole. */
  criterion: string;
  /** What of it. */
  field: Field;
  /** "Câu trả lời", "Ghi chú", "Tệp" … */
  subject: string;
  /** Absent of files. */
  said?: CellValue;
  file: QueuedFile | null;
  status: CellStatus;
  code: OutcomeCode | null;
  /** What the head of the team made of it; null while it waits, and of what need not. */
  decision: Decision | null;
  /** Device time; null while the device could not save it. */
  since: string | null;
}

export interface QueuePart {
  /** The first of them, at most as many as were asked for. */
  items: QueueItem[];
  total: number;
}

export interface Queue {
  waiting: QueuePart;
  /** Taken by the server, and not applied before somebody decides. */
  undecided: QueuePart;
  /** Not taken by the server: the content is on this device alone. */
  kept: QueuePart;
  /** Not taken by the head of the team, the latest decision first: it stays readable for good. */
  refused: QueuePart;
  /** Device time of the last receipt or file the server confirmed; null for none. */
  lastSuccess: number | null;
}

interface InMemory {
  drafts: ReadonlyMap<string, Draft>;
  /** Bytes that the server holds of files under way, by their cell. */
  progress: ReadonlyMap<string, number>;
}

/** Reads the queue, oldest first; of each part at most `limit`. */
export function readQueue(db: LedgerDatabase, inMemory: InMemory, limit: number): Promise<Queue> {
  return db.read(['ops', 'answers', 'blobs', 'receipts', 'meta'], async (stores) => ({
    waiting: await waiting(stores, inMemory, limit),
    undecided: await undecided(stores, limit),
    kept: await kept(stores, limit),
    refused: await refused(stores, limit),
    lastSuccess: await lastSuccess(stores),
  }));
}

/** First what is on no disk, then operations without a receipt, then bytes of files whose operation the server holds. */
async function waiting(
  { ops, blobs, meta }: Reading<'ops' | 'blobs' | 'meta'>,
  { drafts, progress }: InMemory,
  limit: number,
): Promise<QueuePart> {
  const { lane, ackedThrough } = await deviceOf({ meta });
  const unsaved = [...drafts].filter(([, { state }]) => state === 'unsaved');
  const unsent = fromNumber(lane, ackedThrough + 1);
  const unreceived = await blobs.index('state').getAll('waiting');
  const announced = await forEach(unreceived, (blob) => ops.get([blob.lane, blob.seq]));
  const files = announced.flatMap((op, index) => {
    const blob = unreceived[index];
    return op && blob && isHeld(op.state) ? [{ op, blob }] : [];
  });
  files.sort((a, b) => a.op.seq - b.op.seq);
  const items = [
    ...unsaved.map(([cell, draft]) => draftItem(cell, draft)),
    ...(await ops.getAll(unsent, limit)).map((op) => operationItem(op, op.state === 'local' ? 'saved' : 'sending')),
    ...files.slice(0, limit).map(({ op, blob }) => {
      const item = operationItem(op, 'synced');
      return { ...item, file: { ...blob.file, sent: progress.get(blob.cell) ?? null, refusal: null } };
    }),
  ];
  return { items: items.slice(0, limit), total: unsaved.length + (await ops.count(unsent)) + files.length };
}

/** Words of this device that stand against another, or wait for the lead, as long as nothing newer took their place. */
async function undecided({ ops, answers }: Reading<'ops' | 'answers'>, limit: number): Promise<QueuePart> {
  const taken = await listIn({ ops }, ['conflict', 'parked']);
  const rows = await forEach(taken, ({ cell }) => answers.get(cell));
  const open = taken.filter(({ lane, seq, state, decision }, index) => {
    const row = rows[index];
    if (decision) return false;
    // The row of a visit that is gone went with it.
    if (!row) return state === 'parked';
    return row.tip?.lane === lane && row.tip.seq === seq;
  });
  const items = open.slice(0, limit).map((op) => operationItem(op, op.state === 'parked' ? 'parked' : 'conflict'));
  return { items, total: open.length };
}

async function refused({ ops }: Reading<'ops'>, limit: number): Promise<QueuePart> {
  const parked = await listIn({ ops }, ['parked']);
  const over = parked.filter(({ decision }) => decision?.decision === 'refused');
  over.sort((a, b) => (b.decision?.at ?? '').localeCompare(a.decision?.at ?? ''));
  return { items: over.slice(0, limit).map((op) => operationItem(op, 'refused')), total: over.length };
}

async function kept(stores: Reading<'ops' | 'blobs' | 'answers'>, limit: number): Promise<QueuePart> {
  const refused = await listKept(stores);
  const shown = refused.slice(0, limit);
  const rows = await forEach(shown, ({ cell }) => stores.answers.get(cell));
  const items = shown.map((op, index) => {
    const item = operationItem(op, op.state === 'invalid' ? 'invalid' : 'denied');
    const refusal = rows[index]?.refusal ?? null;
    return item.file ? { ...item, file: { ...item.file, refusal } } : item;
  });
  return { items, total: refused.length };
}

async function lastSuccess({ receipts, blobs, meta }: Reading<'receipts' | 'blobs' | 'meta'>): Promise<number | null> {
  const { lane } = await deviceOf({ meta });
  const last = await receipts.openCursor(fromNumber(lane, 0), 'prev');
  const received = await blobs.index('state').getAll('received');
  const times = [last?.value.storedAt ?? 0, ...received.map(({ receivedAt }) => receivedAt ?? 0)];
  return times.reduce((last, time) => Math.max(last, time)) || null;
}

function operationItem({ lane, seq, operation, code, decision }: OperationRow, status: CellStatus): QueueItem {
  const { visit, version, criterion, kind, at } = operation;
  const effect = effectOf(operation);
  return {
    key: `${lane}.${seq}`,
    visit,
    version,
    criterion: criterion ?? '',
    field: fieldOf(effect),
    subject: OPERATION_SUBJECTS[kind],
    // What an operation says about a cell is a value of it.
    ...(effect && 'says' in effect && { said: effect.says as CellValue }),
    file: effect && 'adds' in effect ? { ...effect.adds, sent: null, refusal: null } : null,
    status,
    code: code ?? null,
    decision: decision ?? null,
    since: at,
  };
}

function fieldOf(effect: ReturnType<typeof effectOf>): Field {
  if (!effect) return 'ready';
  if ('says' in effect) return effect.field;
  return `file:${'adds' in effect ? effect.adds.id : effect.removes}`;
}

function draftItem(cell: string, { place, field, kind, shows, code }: Draft): QueueItem {
  const { visit, version, criterion } = place;
  const isFile = kind === 'evidence.add';
  return {
    key: cell,
    visit,
    version,
    criterion,
    field,
    subject: OPERATION_SUBJECTS[kind],
    ...(!field.startsWith('file:') && { said: shows as CellValue }),
    file: isFile ? { ...(shows as Evidence), sent: null, refusal: null } : null,
    status: 'unsaved',
    code: code ?? null,
    decision: null,
    since: null,
  };
}
