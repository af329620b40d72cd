import {
  isScored,
  measureText,
  ruleText,
  sizeOf,
  type Criterion,
  type ScoredCriterion,
} from '@kiemtra/shared/criteria';
import type { ReactNode } from 'react';
import styles from './criteria.module.css';
import { Points } from './Points.js';

export const rowId = (key: string) => `tieu-chi-${key}`;

interface ExtraColumn {
  header: string;
  cell: (criterion: Criterion) => ReactNode;
  /** Whether the column says anything about this criterion. */
  speaksOf: (criterion: Criterion) => boolean;
}

/** An item that is only ticked, as all of its kind are: the table need not say so in every row. */
const isPlainItem = ({ rule, maxPoints }: ScoredCriterion) => rule.kind === 'CHECK' && maxPoints === null;

const EXTRA_COLUMNS: readonly ExtraColumn[] = [
  {
    header: 'Cách chấm',
    cell: (criterion) => isScored(criterion) && <RuleWords criterion={criterion} />,
    speaksOf: (criterion) => isScored(criterion) && !isPlainItem(criterion),
  },
  { header: 'Cần xem', cell: ({ guidance }) => guidance, speaksOf: ({ guidance }) => guidance !== null },
  {
    header: 'Tồn tại thường gặp',
    cell: ({ suggestions }) => (
      <ul className={styles.suggestions}>
        {suggestions.map((suggestion) => (
          <li key={suggestion}>{suggestion}</li>
        ))}
      </ul>
    ),
    speaksOf: ({ suggestions }) => suggestions.length > 0,
  },
];

interface CriteriaTableProps {
  /** The whole version: says which columns there are. */
  all: readonly Criterion[];
  /** What is shown of it. */
  shown: readonly Criterion[];
}

/** A version as it is printed: one group of rows for each area, the sum at the end. On a phone each row is a card. */
export function CriteriaTable({ all, shown }: CriteriaTableProps) {
  const { maxPoints } = sizeOf(all);
  const decimals = Math.max(0, ...all.map((criterion) => criterion.maxPoints?.split('.')[1]?.length ?? 0));
  const extras = EXTRA_COLUMNS.filter(({ speaksOf }) => all.some(speaksOf));
  const hasMore = all.some(({ effect }) => effect !== 'base');
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.code}>
            Số
          </th>
          <th scope="col">Nội dung</th>
          {maxPoints !== null && (
            <th scope="col" className={styles.points}>
              Điểm tối đa
            </th>
          )}
          {extras.map(({ header }) => (
            <th key={header} scope="col">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      {groupsOf(shown).map((group) => (
        <tbody key={group[0]?.key}>
          {group.map((criterion) => (
            <Row
              key={criterion.key}
              criterion={criterion}
              extras={extras}
              decimals={maxPoints === null ? null : decimals}
            />
          ))}
        </tbody>
      ))}
      {maxPoints !== null && shown.length === all.length && (
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {hasMore ? 'Tổng cộng, không kể điểm cộng, điểm trừ' : 'Tổng cộng'}
            </th>
            <td className={styles.points} data-label="Điểm tối đa">
              <Points value={maxPoints} decimals={decimals} />
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function groupsOf(criteria: readonly Criterion[]): Criterion[][] {
  const groups: Criterion[][] = [];
  for (const criterion of criteria) {
    if (criterion.parentKey === null) groups.push([criterion]);
    else groups.at(-1)?.push(criterion);
  }
  return groups;
}

interface RowProps {
  criterion: Criterion;
  extras: readonly ExtraColumn[];
  /** Null in a set without points. */
  decimals: number | null;
}

function Row({ criterion, extras, decimals }: RowProps) {
  const { key, code, text, parentKey, maxPoints } = criterion;
  const rank = parentKey === null ? 'area' : isScored(criterion) ? 'item' : 'group';
  return (
    <tr id={rowId(key)} data-rank={rank}>
      <td className={styles.code}>{code}</td>
      <th scope="row">{rank === 'area' ? <h2>{text}</h2> : text}</th>
      {decimals !== null && (
        <td className={styles.points} data-label="Điểm tối đa" data-empty={maxPoints === null}>
          {maxPoints !== null && <Points value={maxPoints} decimals={decimals} />}
        </td>
      )}
      {extras.map(({ header, cell, speaksOf }) => (
        <td key={header} data-label={header} data-empty={!speaksOf(criterion)}>
          {speaksOf(criterion) && cell(criterion)}
        </td>
      ))}
    </tr>
  );
}

function RuleWords({ criterion }: { criterion: ScoredCriterion }) {
  const measure = measureText(criterion.rule);
  return (
    <>
      {ruleText(criterion)}
      {measure && <div className={styles.measure}>{measure}</div>}
    </>
  );
}
