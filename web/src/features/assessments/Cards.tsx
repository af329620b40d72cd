import { isScored, type Criterion } from '@kiemtra/shared/criteria';
import { memo, useDeferredValue, useEffect, useRef, type FocusEvent } from 'react';
import { CriterionCard } from './CriterionCard.js';
import type { FindingsDoor } from './findings-door.js';
import styles from './scoring.module.css';

interface CardsProps {
  rows: readonly Criterion[];
  door: FindingsDoor;
  current: string | null;
  onTouch: (key: string) => void;
}

/** The address may come after the answer is seen. */
const ADDRESS_PAUSE = 300;
/** About as high as a card, as long as nobody knows better. */
const CARD_REM = 17.75;
/** More rows than the highest screen holds. */
const FIRST_ROWS = 6;

/** All cards below each other, as a phone shows them. */
export function Cards({ rows, door, current, onTouch }: CardsProps) {
  // The first question does not wait for the hundredth, nor where one has left off for what comes after it.
  const isWhole = useDeferredValue(true, false);
  const drawn = isWhole ? rows : rows.slice(0, rows.findIndex(({ key }) => key === current) + 1 + FIRST_ROWS);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);
  const touch = ({ target }: FocusEvent<HTMLElement>) => {
    const key = target.closest<HTMLElement>('[data-criterion]')?.dataset['criterion'];
    clearTimeout(pause.current);
    if (!key || key === current) return;
    const { pathname } = window.location;
    // Who has gone on to another page, which may still be on its way, is not called back.
    pause.current = setTimeout(() => window.location.pathname === pathname && onTouch(key), ADDRESS_PAUSE);
  };
  return (
    <div aria-busy={!isWhole} onFocus={touch}>
      {partsOf(drawn).map((part) => (
        <Part key={part[0]?.key} rows={part} {...door} />
      ))}
    </div>
  );
}

/** Rows from one heading of the first level to the next: what is out of sight is laid out as one piece. */
function partsOf(rows: readonly Criterion[]): Criterion[][] {
  const parts: Criterion[][] = [];
  for (const row of rows) {
    if (parts.length === 0 || (row.parentKey === null && !isScored(row))) parts.push([]);
    parts.at(-1)?.push(row);
  }
  return parts;
}

interface PartProps extends FindingsDoor {
  rows: readonly Criterion[];
}

/** Drawn again only when its rows are others, or what was found at them. */
const Part = memo(function Part({ rows, found, raise, edit }: PartProps) {
  return (
    <div className={styles.cards} style={{ containIntrinsicHeight: `auto ${rows.length * CARD_REM}rem` }}>
      {rows.map((row) =>
        isScored(row) ? (
          <CriterionCard key={row.key} criterion={row} findings={found.get(row.key)} onRaise={raise} onEdit={edit} />
        ) : (
          <Heading key={row.key} row={row} />
        ),
      )}
    </div>
  );
}, isSamePart);

function isSamePart(one: PartProps, next: PartProps): boolean {
  const { rows, found, raise, edit } = next;
  const isSameDoor = one.found === found && one.raise === raise && one.edit === edit;
  return isSameDoor && one.rows.length === rows.length && rows.every((row, at) => row === one.rows[at]);
}

function Heading({ row: { code, text, parentKey } }: { row: Criterion }) {
  const Level = parentKey === null ? 'h2' : 'h3';
  return (
    <Level className={styles.heading}>
      {code} {text}
    </Level>
  );
}
