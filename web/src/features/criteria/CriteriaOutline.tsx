import { useMediaQuery } from '@mantine/hooks';
import { sizeOf, type Criterion } from '@kiemtra/shared/criteria';
import { formatDecimal } from '@kiemtra/shared/kernel';
import styles from './criteria.module.css';
import { rowId } from './CriteriaTable.js';

/** The areas as links with their points or counts; beside the table where there is room, else folded above it. */
export function CriteriaOutline({ criteria }: { criteria: readonly Criterion[] }) {
  const isBeside = useMediaQuery('(min-width: 75em)', undefined, { getInitialValueInEffect: false });
  return (
    <nav className={`${styles.outline} k-no-print`} aria-label="Các lĩnh vực">
      <details open={isBeside}>
        <summary>Các lĩnh vực</summary>
        <ol>
          {criteria
            .filter(({ parentKey }) => parentKey === null)
            .map((area) => (
              <li key={area.key}>
                <a href={`#${rowId(area.key)}`}>
                  <span>{area.text}</span>
                  <span className={styles.outlineSize}>{weightOf(area, criteria)}</span>
                </a>
              </li>
            ))}
        </ol>
      </details>
    </nav>
  );
}

/** Points, or the number of items where there are none. */
function weightOf(area: Criterion, criteria: readonly Criterion[]): string {
  if (area.maxPoints !== null) return formatDecimal(area.maxPoints);
  const start = criteria.indexOf(area);
  const next = criteria.findIndex(({ parentKey }, index) => index > start && parentKey === null);
  return String(sizeOf(criteria.slice(start, next === -1 ? undefined : next)).criteriaCount);
}
