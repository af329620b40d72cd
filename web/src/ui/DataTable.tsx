import { useMediaQuery } from '@mantine/hooks';
import { formatDecimal } from '@kiemtra/shared/kernel';
import { useMemo, type ReactNode } from 'react';
import { EmptyState } from './EmptyState.js';
import { RowCards } from './RowCards.js';
import { RowTable } from './RowTable.js';
import { Skeletons } from './Skeletons.js';
import styles from './DataTable.module.css';
import { sortedRows, type Column } from './table-rows.js';
import { useUrlState } from './url-state.js';

export type { Column } from './table-rows.js';

interface DataTableProps<Row> {
  /** What the table is, for those who hear it. */
  label: string;
  /** What is counted: "đơn vị". */
  noun: string;
  /** Undefined while they are on their way. */
  rows: readonly Row[] | undefined;
  /** How many there are without the filters. */
  total?: number;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  /** The row's own page; its link stands in the first column. */
  rowTo?: (row: Row) => string;
  /** What comes here and the first step, as an EmptyState's content. */
  empty: ReactNode;
  emptyAction?: ReactNode;
}

/** A list of records: a table with sticky head and first column, stacked cards on a phone; thousands of rows scroll. */
export function DataTable<Row>({ rows, columns, noun, total, empty, emptyAction, ...rest }: DataTableProps<Row>) {
  const [sort, setSort] = useUrlState('sap-xep');
  const isPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const sorted = useMemo(() => sortedRows(rows ?? [], columns, sort), [rows, columns, sort]);

  if (!rows) return <Skeletons lines={8} />;
  if (rows.length === 0) return <EmptyState action={emptyAction}>{empty}</EmptyState>;
  const count =
    total !== undefined && total !== rows.length
      ? `${formatDecimal(String(rows.length))} trong ${formatDecimal(String(total))} ${noun}`
      : `${formatDecimal(String(rows.length))} ${noun}`;
  const View = isPhone ? RowCards : RowTable;
  return (
    <>
      <p className={styles.count} aria-live="polite">
        {count}
      </p>
      <View {...rest} rows={sorted} columns={columns} sort={sort} onSort={setSort} />
    </>
  );
}
