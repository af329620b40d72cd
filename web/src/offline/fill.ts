/** What the server tells of answers, and what of it counts beside the own word. */
import type { Cell, CellView, Evidence, EvidenceView, VisitStateView } from '@kiemtra/shared/fieldwork';
import { sameJson } from '@kiemtra/shared/kernel';
import { forEach, type Writing } from './database.js';
import { deviceOf } from './device.js';
import { emptyRow } from './edits.js';
import type { AnswerRow, Tip } from './rows.js';

function isUnsent(tip: Tip | null): boolean {
  return tip?.state === 'local' || tip?.state === 'sending';
}

/** The row after the server told what it holds; null when nothing of it is news. What is not sent only has it beside it. */
function filled(row: AnswerRow, { rev, value, by, siblings }: Cell, lane: string): AnswerRow | null {
  const { tip } = row;
  if (rev < (row.shadow ?? row).rev) return null;
  if (isUnsent(tip)) return { ...row, shadow: { rev, value, by, siblings } };
  // What waits for a decision or was refused stays in sight until something newer is accepted.
  const isKept = tip !== null && tip.state !== 'conflict';
  if (isKept && rev === row.rev) return null;
  const own = siblings.find((sibling) => sibling.by.lane === lane);
  if (!own) return { ...row, value, rev, by, tip: null, against: null, siblings };
  return {
    ...row,
    value: own.value,
    rev,
    by,
    tip: { lane, seq: own.by.seq, state: 'conflict', receivedAt: own.by.received_at },
    against: { value, rev, by },
    siblings: siblings.filter((sibling) => sibling !== own),
  };
}

/**
 * The row once its own last word has an outcome, with what was told before that. It counts if it came after the word: a
 * cursor never tells it again.
 */
export function revealed(settled: AnswerRow, lane: string): AnswerRow {
  const { shadow, ...row } = settled;
  if (!shadow) return settled;
  const { rev, value, by, siblings } = shadow;
  const isLater =
    rev > row.rev || (rev === row.rev && (row.tip === null || siblings.some((word) => word.by.lane === lane)));
  if (isLater) return filled(row, shadow, lane) ?? row;
  const isMissing = row.tip?.state === 'conflict' && row.against === null;
  return isMissing ? { ...row, against: { value, rev, by } } : row;
}

/** Something as the server holds it; a device passes over kinds it does not know. */
type Told =
  | { kind: 'cell'; cell: CellView }
  | { kind: 'file'; file: EvidenceView }
  | { kind: 'removed_file'; criterion: string; id: string };

function placeOf(target: string, told: Told): AnswerRow | null {
  switch (told.kind) {
    case 'cell':
      return emptyRow({ target, criterion: told.cell.criterion }, told.cell.field);
    case 'file':
      return emptyRow({ target, criterion: told.file.criterion }, `file:${told.file.file.id}`);
    case 'removed_file':
      return emptyRow({ target, criterion: told.criterion }, `file:${told.id}`);
    default:
      return null;
  }
}

function changedBy(told: Told, row: AnswerRow, lane: string): AnswerRow | null {
  if (told.kind === 'cell') return filled(row, told.cell, lane);
  if (told.kind === 'removed_file') return row.tip === null ? { ...row, value: null } : null;
  const { file, isReceived } = told.file;
  return { ...row, isReceived, ...(row.tip === null && { value: file satisfies Evidence }) };
}

export interface Filling {
  changed: AnswerRow[];
  /** Nothing of what was told was passed over. */
  isWhole: boolean;
}

/**
 * Fills the answers of a target with what the server tells, within the transaction of whoever keeps the cursor. Cells in
 * `except` changed while the answer was on its way: they keep what they have.
 */
export async function fillTarget(
  { answers, meta }: Writing<'answers' | 'meta'>,
  target: string,
  told: readonly Told[],
  except: ReadonlySet<string>,
): Promise<Filling> {
  const { lane } = await deviceOf({ meta });
  const news = told.flatMap((one) => {
    const empty = placeOf(target, one);
    return empty ? [{ one, empty }] : [];
  });
  const fresh = news.filter(({ empty }) => !except.has(empty.cell));
  const rows = await forEach(fresh, ({ empty }) => answers.get(empty.cell));
  const changed = fresh.flatMap(({ one, empty }, index) => {
    const before = rows[index];
    const after = changedBy(one, before ?? empty, lane);
    return after && !sameJson(after, before) ? [after] : [];
  });
  await forEach(changed, (row) => answers.put(row));
  return { changed, isWhole: fresh.length === news.length };
}

/** Fills the answers of a target with everything the server holds of it; within a transaction. */
export async function fillVisit(
  stores: Writing<'answers' | 'meta'>,
  { target, cells, evidence }: VisitStateView,
  except: ReadonlySet<string>,
): Promise<Filling> {
  const told: Told[] = [
    ...cells.map((cell) => ({ kind: 'cell' as const, cell })),
    ...evidence.map((file) => ({ kind: 'file' as const, file })),
  ];
  // A file that a colleague removed is told by its absence.
  const listed = new Set(evidence.map(({ file }) => file.id));
  for (const { criterion, field, value } of await stores.answers.index('target').getAll(target)) {
    const id = field.startsWith('file:') ? field.slice('file:'.length) : null;
    if (id !== null && value !== null && !listed.has(id)) told.push({ kind: 'removed_file', criterion, id });
  }
  return fillTarget(stores, target, told, except);
}
