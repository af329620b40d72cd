/**
 * A list of dossiers as a one-stop shop prints it: a table whose columns bear one of many names. Everything wrong is told
 * row by row; nothing is drawn until the list is clean or the person says which rows stay out.
 */
import {
  codePointLength,
  formatDate,
  formatDecimal,
  isCalendarDate,
  isStorableText,
  type CalendarDate,
} from '../kernel/index.js';
import { CODE_MAX, LIST_MAX, PROCEDURE_MAX, type ListedDossier } from './dossier.rules.js';
import { findListHead, LIST_COLUMN_LABELS, missingColumns, type ListColumn, type ListHead } from './list-head.js';

export interface RowFault {
  /** Counted from 1, as a sheet does. */
  row: number;
  column: ListColumn;
  message: string;
}

export interface ListReading {
  /** Rows that are right and not left out. */
  list: ListedDossier[];
  /** What is wrong with rows that were not left out. */
  faults: RowFault[];
  /** What is wrong with the whole table; then nothing was read. */
  problem: string | null;
}

/** "15/3/2026", "15-03-2026 08:30", "08:30 15/03/2026" or "2026-03-15T08:30": a day; null when it is none. */
export function readTypedDay(typed: string): CalendarDate | null {
  const bare = typed.trim().replace(/^\d{1,2}:\d{2}(:\d{2})?\s+|[\sT]+\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?$/g, '');
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(bare) ?? [];
  const iso = year === '' ? bare : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(iso) ? iso : null;
}

/**
 * Reads a table; rows in `leftOut` (counted from 1) stay out whatever is in them. Columns are found by their names unless
 * `head` says where they are.
 */
export function readDossierList(
  rows: readonly (readonly string[])[],
  leftOut: ReadonlySet<number>,
  head: ListHead = findListHead(rows),
): ListReading {
  const missing = missingColumns(head);
  if (missing.length > 0) return refused(missingText(missing));
  const { at, columns } = head;
  const body = rows.slice(at + 1);
  if (body.length > LIST_MAX) return refused(tooLongText(body.length));

  const reading: ListReading = { list: [], faults: [], problem: null };
  const seen = new Map<string, number>();
  for (const [place, cells] of body.entries()) {
    const row = at + 2 + place;
    if (leftOut.has(row) || cells.every((cell) => cell.trim() === '')) continue;
    const { dossier, faults } = readRow((column) => cells[columns[column] ?? -1] ?? '');
    const before = seen.get(dossier.code);
    if (before !== undefined) faults.push({ column: 'code', message: `Trùng mã với dòng ${before}` });
    else if (dossier.code !== '') seen.set(dossier.code, row);
    if (faults.length === 0) reading.list.push(dossier);
    else reading.faults.push(...faults.map((fault) => ({ row, ...fault })));
  }
  const isEmpty = reading.list.length === 0 && reading.faults.length === 0;
  return isEmpty ? refused('Danh sách không có hồ sơ nào.') : reading;
}

function refused(problem: string): ListReading {
  return { list: [], faults: [], problem };
}

function missingText(missing: readonly ListColumn[]): string {
  const names = missing.map((column) => `“${LIST_COLUMN_LABELS[column]}”`).join(', ');
  return `Không thấy cột ${names}. Danh sách cần có dòng tên cột, mỗi hồ sơ một dòng.`;
}

function tooLongText(length: number): string {
  const [has, most] = [formatDecimal(String(length)), formatDecimal(String(LIST_MAX))];
  return `Danh sách có ${has} dòng, nhiều nhất ${most} dòng: đề nghị tách theo lĩnh vực hoặc theo thời gian.`;
}

function readRow(cellOf: (column: ListColumn) => string) {
  const faults: Omit<RowFault, 'row'>[] = [];
  const readText = (column: 'code' | 'procedure', max: number): string => {
    const said = cellOf(column).normalize('NFC').replace(/\s+/g, ' ').trim();
    if (!isStorableText(said)) faults.push({ column, message: 'Có ký tự không dùng được' });
    else if (codePointLength(said) > max) faults.push({ column, message: `Nhiều nhất ${max} ký tự` });
    return said;
  };
  const readDay = (column: 'received' | 'due' | 'returned'): CalendarDate | null => {
    const said = cellOf(column).trim();
    const day = readTypedDay(said);
    if (said !== '' && day === null)
      faults.push({ column, message: `“${said.slice(0, 40)}” không phải ngày dd/mm/yyyy` });
    if (said === '' && column !== 'returned') faults.push({ column, message: 'Chưa có ngày' });
    return day;
  };
  const code = readText('code', CODE_MAX);
  if (code === '') faults.push({ column: 'code', message: 'Chưa có mã hồ sơ' });
  // Names of procedures may be longer than any card: the beginning tells which it is.
  const named = Array.from(readText('procedure', Infinity));
  const isLong = named.length > PROCEDURE_MAX;
  const procedure = (isLong ? `${named.slice(0, PROCEDURE_MAX - 1).join('')}…` : named.join('')) || null;
  const [received, due, returned] = [readDay('received'), readDay('due'), readDay('returned')];
  if (received && due && due < received)
    faults.push({ column: 'due', message: `Trước ngày tiếp nhận ${formatDate(received)}` });
  if (received && returned && returned < received) {
    faults.push({ column: 'returned', message: `Trước ngày tiếp nhận ${formatDate(received)}` });
  }
  return { dossier: { code, procedure, received: received ?? '', due: due ?? '', returned }, faults };
}
