import { Anchor } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import styles from './DataTable.module.css';
import { VIRTUAL_FROM, type RowsProps } from './RowTable.js';
import { cellOf, type Column } from './table-rows.js';

const CARD_HEIGHT = 110;

/** The rows of a table on a phone: the first column is the title, the others follow with their names. */
export function RowCards<Row>({ label, rows, columns, rowKey, rowTo }: RowsProps<Row>) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), []);
  const isVirtual = rows.length >= VIRTUAL_FROM;
  const virtual = useWindowVirtualizer({
    count: rows.length,
    enabled: isVirtual,
    estimateSize: () => CARD_HEIGHT,
    overscan: 8,
    scrollMargin: top,
  });
  const items = virtual.getVirtualItems();
  const shown = isVirtual ? items.map(({ index }) => index) : rows.map((_, index) => index);
  const padding = isVirtual
    ? {
        paddingTop: (items[0]?.start ?? top) - top,
        paddingBottom: virtual.getTotalSize() - ((items.at(-1)?.end ?? top) - top),
      }
    : {};

  return (
    <ul ref={list} className={styles.cards} aria-label={label} style={padding}>
      {shown.map((index) => {
        const row = rows[index];
        return (
          row !== undefined && (
            <li
              key={rowKey(row)}
              ref={isVirtual ? virtual.measureElement : undefined}
              data-index={index}
              className={styles.cardSlot}
            >
              <Card row={row} columns={columns} to={rowTo?.(row)} />
            </li>
          )
        );
      })}
    </ul>
  );
}

function Card<Row>(props: { row: Row; columns: readonly Column<Row>[]; to: string | undefined }) {
  const { row, columns, to } = props;
  const [title, ...others] = columns;
  return (
    <div className={styles.card}>
      {title && (
        <div className={styles.cardTitle}>
          {to ? (
            <Anchor component={Link} to={to} inherit className={styles.cardLink}>
              {cellOf(title, row)}
            </Anchor>
          ) : (
            cellOf(title, row)
          )}
        </div>
      )}
      <dl className={styles.facts}>
        {others.map((column) => (
          <div key={column.key}>
            {column.header && <dt>{column.header}</dt>}
            <dd>{cellOf(column, row)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
