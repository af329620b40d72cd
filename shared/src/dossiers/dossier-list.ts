/**
 * A list of dossiers as a one-stop shop prints it: a table whose columns bear one of many names. Everything wrong is told
 * row by row; nothing is drawn until the list is clean or the person says which rows stay out.
 */
import {
  codePointLength,
  foldText,
  formatDate,
  formatDecimal,
  isCalendarDate,
  isStorableText,
  type CalendarDate,
} from '../kernel/index.js';
import { CODE_MAX, LIST_MAX, PROCEDURE_MAX, type ListedDossier } from './dossier.rules.js';

export const LIST_COLUMNS = ['code', 'procedure', 'received', 'due', 'returned'] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

export const LIST_COLUMN_LABELS: Record<ListColumn, string> = {
  code: 'Mã hồ sơ',
  procedure: 'Thủ tục',
  received: 'Ngày tiếp nhận',
  due: 'Ngày hẹn trả',
  returned: 'Ngày trả kết quả',
};

/** Without them a row is no dossier. */
const NEEDED: readonly ListColumn[] = ['code', 'received', 'due', 'returned'];

/** Names of columns as lists bear them, without tone marks and signs. */
const NAMES: Record<ListColumn, readonly string[]> = {
  code: [
    'ma ho so',
    'so ho so',
    'ma so ho so',
    'so bien nhan',
    'ma bien nhan',
    'so bien nhan ho so',
    'ma hs',
    'so hs',
    'ma so',
  ],
  procedure: [
    'thu tuc',
    'ten thu tuc',
    'thu tuc hanh chinh',
    'ten thu tuc hanh chinh',
    'tthc',
    'ten tthc',
    'loai thu tuc',
    'loai ho so',
    'ten ho so',
  ],
  received: [
    'ngay tiep nhan',
    'ngay tiep nhan ho so',
    'thoi gian tiep nhan',
    'tiep nhan',
    'ngay nhan',
    'ngay nhan ho so',
    'ngay nop',
    'ngay nop ho so',
  ],
  due: [
    'ngay hen tra',
    'ngay hen tra ket qua',
    'ngay hen tra kq',
    'hen tra',
    'hen tra ket qua',
    'ngay hen',
    'han tra',
    'han tra ket qua',
    'ngay den han',
    'han giai quyet',
    'han xu ly',
    'thoi han giai quyet',
  ],
  returned: [
    'ngay tra',
    'ngay tra ket qua',
    'ngay tra kq',
    'ngay tra thuc te',
    'ngay tra ket qua thuc te',
    'ngay co ket qua',
    'ngay hoan thanh',
    'ngay ket thuc',
    'ngay ket thuc xu ly',
    'ngay giai quyet xong',
  ],
};

/** How far down a table its heads are looked for, below titles and the name of the unit. */
const HEAD_ROWS = 20;

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

type Columns = Partial<Record<ListColumn, number>>;

function columnNamed(head: string): ListColumn | undefined {
  const name = foldText(head)
    .replace(/\(.*?\)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return LIST_COLUMNS.find((column) => NAMES[column].includes(name));
}

function columnsOf(heads: readonly string[]): Columns {
  const columns: Columns = {};
  for (const [place, head] of heads.entries()) {
    const column = columnNamed(head);
    if (column) columns[column] ??= place;
  }
  return columns;
}

const missingIn = (columns: Columns) => NEEDED.filter((column) => columns[column] === undefined);

/** Reads a table; rows in `leftOut` (counted from 1) stay out whatever is in them. */
export function readDossierList(rows: readonly (readonly string[])[], leftOut: ReadonlySet<number>): ListReading {
  const heads = rows.slice(0, HEAD_ROWS).map(columnsOf);
  const best = heads.reduce((one, other) => (missingIn(other).length < missingIn(one).length ? other : one), {});
  const missing = missingIn(best);
  if (missing.length > 0) return refused(missingText(missing));
  const headRow = heads.indexOf(best);
  const body = rows.slice(headRow + 1);
  if (body.length > LIST_MAX) return refused(tooLongText(body.length));

  const reading: ListReading = { list: [], faults: [], problem: null };
  const seen = new Map<string, number>();
  for (const [place, cells] of body.entries()) {
    const row = headRow + 2 + place;
    if (leftOut.has(row) || cells.every((cell) => cell.trim() === '')) continue;
    const { dossier, faults } = readRow((column) => cells[best[column] ?? -1] ?? '');
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
