import type { Cell, CellValue, CurrentValue, Evidence, OutcomeCode, Stamp, Word } from '@kiemtra/shared/fieldwork';
import type { CellStatus, OutboxState } from './cell-status.js';
import { forEach, fromNumber, type LedgerDatabase, type Reading } from './database.js';
import { deviceOf } from './device.js';
import { isHeld } from './files.js';
import type { AnswerRow, Loss, OperationRow, OperationState } from './rows.js';
import type { Draft } from './writer.js';

/** A field as a screen shows it. */
export interface CellSnapshot {
  value: CellValue;
  status: CellStatus;
  /** Why, when it is parked, refused or cannot be saved. */
  code: OutcomeCode | null;
  /** Why the head of the team did not take it; null unless that was decided. */
  reason: string | null;
  /** When the server took the own word that another stands against; null until it told. */
  receivedAt: string | null;
  /** The accepted value, when the own word disagrees with it. */
  against: CurrentValue | null;
  /** Words of others that wait for a decision. */
  siblings: readonly Word[];
  /** Who said the accepted value, and when; null while it is not known. */
  by: Stamp | null;
  /** What a colleague recorded while the own word is not sent. */
  shadow: Cell | null;
}

/** What counts: while people disagree, the value that was accepted first. */
export function acceptedOf({ value, against }: Pick<CellSnapshot, 'value' | 'against'>): CellValue {
  return against ? against.value : value;
}

/** A file of a criterion as a screen shows it. */
export interface EvidenceSnapshot {
  file: Evidence;
  status: CellStatus;
  code: OutcomeCode | null;
  /** Why the head of the team did not take it; null unless that was decided. */
  reason: string | null;
  /** The server holds its bytes. */
  isReceived: boolean;
  /** Why the server does not take its bytes; null while it has not refused them. */
  refusal: string | null;
  /** Bytes that the server holds while the file is under way from this device; null when it is not. */
  sent: number | null;
}

/** The ledger as a whole. */
export interface SyncStatus {
  state: OutboxState;
  /** What the server said when it refused the device. */
  reason: string | null;
  /** Values in memory only: the device could not save them. */
  unsaved: number;
  /** Operations without a receipt. */
  unsent: number;
  /** Device time of the oldest of them. */
  since: string | null;
  /** Files that are announced and whose bytes the server does not have. */
  files: number;
  /** Operations and files the server refused: their content is on this device only. */
  kept: number;
  /** Device clock minus server clock. */
  clockOffsetMs: number;
  /** The oldest app the server likes to hear from; null until it told. */
  minApp: string | null;
  /** What the browser threw away, until the person has read of it. */
  loss: Loss | null;
}

export const NOTHING_TO_SEND: SyncStatus = {
  state: 'idle',
  reason: null,
  unsaved: 0,
  unsent: 0,
  since: null,
  files: 0,
  kept: 0,
  clockOffsetMs: 0,
  minApp: null,
  loss: null,
};

const EMPTY_SNAPSHOT: CellSnapshot = {
  value: null,
  status: 'empty',
  code: null,
  reason: null,
  receivedAt: null,
  against: null,
  siblings: [],
  by: null,
  shadow: null,
};

function statusOf(row: AnswerRow | undefined, draft: Draft | undefined): CellStatus {
  if (draft) return draft.state;
  switch (row?.tip?.state) {
    case undefined:
      if (row && row.siblings.length > 0) return 'conflict';
      return row && (row.rev > 0 || row.value !== null) ? 'synced' : 'empty';
    case 'local':
      return 'saved';
    case 'applied':
    case 'merged':
      return 'synced';
    default:
      return row?.tip?.decision?.decision === 'refused' ? 'refused' : (row?.tip?.state ?? 'empty');
  }
}

export function cellSnapshot(row: AnswerRow | undefined, draft: Draft | undefined): CellSnapshot {
  if (!row && !draft) return EMPTY_SNAPSHOT;
  return {
    // A cell holds no file; files have snapshots of their own.
    value: (draft ? draft.shows : (row?.value ?? null)) as CellValue,
    status: statusOf(row, draft),
    code: draft?.code ?? row?.tip?.code ?? null,
    reason: row?.tip?.decision?.reason ?? null,
    receivedAt: row?.tip?.receivedAt ?? null,
    against: row?.against ?? null,
    siblings: row?.siblings ?? [],
    by: row?.by ?? null,
    shadow: row?.shadow ?? null,
  };
}

/** Null for a removed file. */
export function evidenceSnapshot(
  row: AnswerRow | undefined,
  draft: Draft | undefined,
  sent?: number,
): EvidenceSnapshot | null {
  const file = (draft ? draft.shows : (row?.value ?? null)) as Evidence | null;
  if (!file) return null;
  const code = draft?.code ?? row?.tip?.code ?? null;
  return {
    file,
    status: statusOf(row, draft),
    code,
    reason: row?.tip?.decision?.reason ?? null,
    isReceived: row?.isReceived ?? false,
    refusal: row?.refusal ?? null,
    sent: sent ?? null,
  };
}

/** Operations that the server refused, and those of files whose bytes it did not take: their content is here alone. */
export async function listKept({ ops, blobs }: Reading<'ops' | 'blobs'>): Promise<OperationRow[]> {
  const refused = await listIn({ ops }, ['denied', 'invalid']);
  const files = await blobs.index('state').getAll('refused');
  const theirs = await forEach(files, ({ lane, seq }) => ops.get([lane, seq]));
  return [...refused, ...theirs.filter((row) => row !== undefined)];
}

/** Operations in one of these states, state by state. */
export async function listIn({ ops }: Reading<'ops'>, states: readonly OperationState[]): Promise<OperationRow[]> {
  return (await forEach(states, (state) => ops.index('state').getAll(state))).flat();
}

/** Counts what is on the device only. */
export function countPending(db: LedgerDatabase): Promise<Omit<SyncStatus, 'state' | 'reason' | 'unsaved'>> {
  return db.read(['ops', 'blobs', 'meta'], async ({ ops, blobs, meta }) => {
    const { lane, ackedThrough, offsetMs, minApp = null, loss = null } = await deviceOf({ meta });
    const waiting = fromNumber(lane, ackedThrough + 1);
    const [unsent, first, files, kept] = await Promise.all([
      ops.count(waiting),
      ops.get(waiting),
      countWaitingFiles({ ops, blobs }),
      listKept({ ops, blobs }),
    ]);
    return {
      unsent,
      since: first?.operation.at ?? null,
      files,
      kept: kept.length,
      clockOffsetMs: offsetMs,
      minApp,
      loss,
    };
  });
}

/** Files that are announced and whose bytes the server does not have. */
async function countWaitingFiles({ ops, blobs }: Reading<'ops' | 'blobs'>): Promise<number> {
  const waiting = await blobs.index('state').getAll('waiting');
  const announced = await forEach(waiting, (blob) => ops.get([blob.lane, blob.seq]));
  return announced.filter((op) => isHeld(op?.state)).length;
}
