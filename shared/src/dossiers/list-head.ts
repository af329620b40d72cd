/** The columns of a list of dossiers: under which of many names they stand, or where a person says they are. */
import { foldText } from '../kernel/index.js';

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

/** The row of a table that names its columns. */
export interface ListHead {
  /** Counted from 0. */
  at: number;
  names: readonly string[];
  columns: Columns;
}

/** Places of columns, counted from 0. */
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

/** Columns that a list must have and that are not known in this one. */
export function missingColumns({ columns }: Pick<ListHead, 'columns'>): ListColumn[] {
  return NEEDED.filter((column) => columns[column] === undefined);
}

const filledIn = (row: readonly string[]) => row.filter((cell) => cell.trim() !== '').length;

/** Finds the row that names the most columns; where none does, the first that is filled as widely as any. */
export function findListHead(rows: readonly (readonly string[])[]): ListHead {
  const top = rows.slice(0, HEAD_ROWS);
  const heads = top.map((names, at) => ({ at, names, columns: columnsOf(names) }));
  const best = heads.reduce<ListHead | undefined>(
    (one, other) => (missingColumns(other).length < missingColumns(one ?? { columns: {} }).length ? other : one),
    undefined,
  );
  const widest = Math.max(0, ...top.map(filledIn));
  return best ?? heads.find(({ names }) => filledIn(names) === widest) ?? { at: 0, names: [], columns: {} };
}
