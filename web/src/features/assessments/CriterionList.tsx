import type { Criterion } from '@kiemtra/shared/criteria';
import { isScored } from '@kiemtra/shared/criteria';
import { formatDecimal } from '@kiemtra/shared/kernel';
import { memo } from 'react';
import { StateMark, type CardState } from './card-state.js';
import type { SheetReading } from './sheet.js';
import styles from './scoring.module.css';

export const listItemId = (key: string) => `muc-${key}`;

interface CriterionListProps {
  rows: readonly Criterion[];
  reading: SheetReading;
  current: string | null;
  onPick: (key: string) => void;
}

/** All criteria at a glance, beside the one in hand. */
export function CriterionList({ rows, reading, current, onPick }: CriterionListProps) {
  return (
    <nav className={styles.list} aria-label="Tiêu chí">
      {rows.map((row) =>
        isScored(row) ? (
          <Item
            key={row.key}
            rowKey={row.key}
            code={row.code}
            text={row.text}
            state={reading.disputed.has(row.key) ? 'disputed' : reading.results.has(row.key) ? 'answered' : 'open'}
            points={reading.results.get(row.key)?.points ?? null}
            isCurrent={row.key === current}
            onPick={onPick}
          />
        ) : (
          <div key={row.key} className={styles.listHeading} data-top={row.parentKey === null}>
            {row.code} {row.text}
          </div>
        ),
      )}
    </nav>
  );
}

interface ItemProps {
  rowKey: string;
  code: string;
  text: string;
  state: CardState;
  points: string | null;
  isCurrent: boolean;
  onPick: (key: string) => void;
}

const Item = memo(function Item({ rowKey, code, text, state, points, isCurrent, onPick }: ItemProps) {
  return (
    <button
      type="button"
      id={listItemId(rowKey)}
      className={styles.listItem}
      aria-current={isCurrent}
      onClick={() => onPick(rowKey)}
    >
      <StateMark state={state} />
      <span className={styles.listText}>
        {code} {text}
      </span>
      <span className={styles.listPoints}>{points !== null && formatDecimal(points)}</span>
    </button>
  );
});
