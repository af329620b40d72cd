import { Anchor } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type MouseEvent, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import styles from './DataTable.module.css';
import { cellOf, type Column } from './table-rows.js';

export interface RowsProps<Row> {
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  rowTo?: (row: Row) => string;
  sort: string;
  onSort: (sort: string) => void;
}

/** From this many rows on, only those in view are in the document. */
export const VIRTUAL_FROM = 100;
const ROW_HEIGHT = 41;

export function RowTable<Row>({ label, rows, columns, rowKey, rowTo, sort, onSort }: RowsProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const isVirtual = rows.length >= VIRTUAL_FROM;
  const virtual = useVirtualizer({
    count: rows.length,
    enabled: isVirtual,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const shown = isVirtual ? items.map(({ index }) => index) : rows.map((_, index) => index);

  return (
    <div ref={scroller} className={styles.scroller} role="region" aria-label={label} tabIndex={0}>
      <table className={styles.table} data-fixed={isVirtual} aria-rowcount={rows.length + 1}>
        <colgroup>
          {columns.map((column) => (
            <col key={column.key} style={column.width ? { width: column.width } : {}} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {isVirtual && <Spacer height={above} />}
          {shown.map((index) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <BodyRow
                key={rowKey(row)}
                row={row}
                index={index}
                columns={columns}
                to={rowTo?.(row)}
                measure={isVirtual ? virtual.measureElement : undefined}
              />
            );
          })}
          {isVirtual && <Spacer height={below} />}
        </tbody>
      </table>
    </div>
  );
}

function HeadCell<Row>(props: { column: Column<Row>; sort: string; onSort: (sort: string) => void }) {
  const { column, sort, onSort } = props;
  const direction = sort === column.key ? 'ascending' : sort === `-${column.key}` ? 'descending' : undefined;
  const next = direction === 'ascending' ? `-${column.key}` : direction === 'descending' ? '' : column.key;
  return (
    <th scope="col" data-numeric={column.isNumeric} {...(direction ? { 'aria-sort': direction } : {})}>
      {column.sortBy ? (
        <button type="button" className={styles.sort} onClick={() => onSort(next)}>
          {column.header}
          <span aria-hidden className={styles.arrow}>
            {direction === 'ascending' ? '▲' : direction === 'descending' ? '▼' : '↕'}
          </span>
        </button>
      ) : (
        column.header || <span className="k-hidden">Thao tác</span>
      )}
    </th>
  );
}

interface BodyRowProps<Row> {
  row: Row;
  index: number;
  columns: readonly Column<Row>[];
  to: string | undefined;
  measure: ((element: HTMLTableRowElement | null) => void) | undefined;
}

function BodyRow<Row>({ row, index, columns, to, measure }: BodyRowProps<Row>) {
  const navigate = useNavigate();
  // The link in the first cell is the way for keys and screen readers; the mouse may hit the row anywhere.
  const open = (event: MouseEvent<HTMLTableRowElement>) => {
    if (!to || (event.target instanceof Element && event.target.closest('a, button, input, label'))) return;
    if (window.getSelection()?.isCollapsed === false) return;
    void navigate(to);
  };
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2} data-link={to !== undefined} onClick={open}>
      {columns.map((column, position) => {
        const content = cellOf(column, row);
        return position === 0 ? (
          <th key={column.key} scope="row">
            {to ? <RowLink to={to}>{content}</RowLink> : content}
          </th>
        ) : (
          <td key={column.key} data-numeric={column.isNumeric}>
            {content}
          </td>
        );
      })}
    </tr>
  );
}

function RowLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Anchor component={Link} to={to} inherit>
      {children}
    </Anchor>
  );
}

function Spacer({ height }: { height: number }) {
  return height > 0 ? <tr aria-hidden style={{ height }} className={styles.spacer} /> : null;
}
