import { compareVietnamese } from '@kiemtra/shared/kernel';
import type { ReactNode } from 'react';
import { NONE } from './DateText.js';

export interface Column<Row> {
  /** Name in the address bar and of the cell. */
  key: string;
  /** Empty for a column of buttons. */
  header: string;
  cell: (row: Row) => ReactNode;
  /** Makes the column sortable: text in Vietnamese order, numbers by value, null last. */
  sortBy?: (row: Row) => string | number | null;
  /** Right-aligned, with digits of one width. */
  isNumeric?: boolean;
  /** CSS width, e.g. "8rem"; the others share what is left. */
  width?: string;
}

/** "name" or "-name" as kept in the address. */
export function sortedRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: string): readonly Row[] {
  const isDescending = sort.startsWith('-');
  const sortBy = columns.find((column) => column.key === sort.replace(/^-/, ''))?.sortBy;
  if (!sortBy) return rows;
  const keyed = rows.map((row) => ({ row, key: sortBy(row) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    const order =
      typeof a.key === 'number' && typeof b.key === 'number'
        ? a.key - b.key
        : compareVietnamese(String(a.key), String(b.key));
    return isDescending ? -order : order;
  });
  return keyed.map(({ row }) => row);
}

/** Nothing is "–", never an empty cell and never 0. */
export function cellOf<Row>(column: Column<Row>, row: Row): ReactNode {
  const content = column.cell(row);
  return content === null || content === undefined || content === '' ? NONE : content;
}
