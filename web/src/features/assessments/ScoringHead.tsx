import type { ScoringView } from '@kiemtra/shared/assessments';
import { answeredOf, AREAS, type AreaCode, type Totals } from '@kiemtra/shared/criteria';
import { formatDecimal } from '@kiemtra/shared/kernel';
import { visitTimeText } from '@kiemtra/shared/visits';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { ALL, type Shown } from './sheet-filter.js';
import styles from './scoring.module.css';

interface ScoringHeadProps {
  scoring: ScoringView;
  /** The visit's own page. */
  backTo: string;
  totals: Totals;
  /** How many criteria people disagree on. */
  disputedCount: number;
  shown: Shown;
  ownAreas: readonly AreaCode[];
  onShow: (shown: Shown) => void;
}

/** Where one is, how far, what it comes to so far; stays in sight. */
export function ScoringHead(props: ScoringHeadProps) {
  const { scoring, backTo, totals, disputedCount, shown, ownAreas, onShow } = props;
  const { visit, criteria } = scoring;
  const { tally } = totals.whole;
  const answered = answeredOf(tally);
  const head = useRef<HTMLElement>(null);
  useToldHeight(head);
  return (
    <header ref={head} className={styles.head}>
      <Link to={backTo} className={styles.unit}>
        <h1 title={visit.target.name}>{visit.target.name}</h1>
        <span>{visitTimeText(visit)}</span>
      </Link>
      <p className={styles.total}>
        <strong>{soFar(totals, criteria.purpose)}</strong>
        <span>
          Đã chấm {answered}/{tally.total}
        </span>
      </p>
      <div className={styles.chips} role="group" aria-label="Lọc tiêu chí">
        {(disputedCount > 0 || shown.isDisputedOnly) && (
          <Chip isOn={shown.isDisputedOnly} onTap={() => onShow({ ...ALL, isDisputedOnly: !shown.isDisputedOnly })}>
            {`Có ý kiến khác nhau (${disputedCount})`}
          </Chip>
        )}
        <Chip
          isOn={shown.area === '' && !shown.isOpenOnly && !shown.isDisputedOnly && !shown.isMineOnly}
          onTap={() => onShow(ALL)}
        >
          Tất cả
        </Chip>
        <Chip isOn={shown.isOpenOnly} onTap={() => onShow({ ...shown, isOpenOnly: !shown.isOpenOnly })}>
          {`Chưa chấm (${tally.total - answered})`}
        </Chip>
        {ownAreas.length > 0 && (
          <Chip isOn={shown.isMineOnly} onTap={() => onShow({ ...shown, isMineOnly: !shown.isMineOnly })}>
            Của tôi
          </Chip>
        )}
        {totals.areas.map(({ area, tally: ofArea }) => (
          <Chip
            key={area}
            isOn={shown.area === area}
            onTap={() => onShow({ ...shown, area: shown.area === area ? '' : area })}
          >
            {`${AREAS[area].shortName} ${answeredOf(ofArea)}/${ofArea.total}`}
          </Chip>
        ))}
      </div>
    </header>
  );
}

/** Tells the sheet around it how much of the page it covers. */
function useToldHeight(head: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = head;
    if (!current) return undefined;
    const observer = new ResizeObserver(() =>
      current.parentElement?.style.setProperty('--scoring-head', `${current.offsetHeight}px`),
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, [head]);
}

/** Points of the maximum that counts so far, or how many items are met. */
function soFar({ whole }: Totals, purpose: ScoringView['criteria']['purpose']): string {
  const { points, max, full, short } = whole.tally;
  if (purpose === 'checklist' && max === '0') return `${full} đạt · ${short} chưa đạt`;
  const beside = [
    whole.bonus === '0.00' ? '' : ` + ${formatDecimal(whole.bonus)}`,
    whole.penalty === '0.00' ? '' : ` − ${formatDecimal(whole.penalty)}`,
  ];
  return `${formatDecimal(points)}/${formatDecimal(max)} điểm${beside.join('')}`;
}

function Chip({ isOn, onTap, children }: { isOn: boolean; onTap: () => void; children: string }) {
  return (
    <button type="button" aria-pressed={isOn} className={styles.chip} onClick={onTap}>
      {children}
    </button>
  );
}
