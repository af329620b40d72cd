import { Anchor, Title } from '@mantine/core';
import { capitalized, formatDateWithWeekday } from '@kiemtra/shared/kernel';
import { HALF_DAYS, HALF_DAY_LABELS, type VisitListItemView } from '@kiemtra/shared/visits';
import { Link } from 'react-router';
import { byDay } from './visit-days.js';
import styles from './visits.module.css';
import { visitPath } from './visits.paths.js';
import { VisitStateBadge } from './VisitStateBadge.js';

/** Visits by day and half-day: a row a day, morning left and afternoon right. */
export function VisitDays({ visits }: { visits: readonly VisitListItemView[] }) {
  return (
    <div className={styles.days}>
      {byDay(visits).map((day) => (
        <section key={day.date ?? ''} className={styles.day}>
          <Title order={2} className={styles.date}>
            {day.date ? formatDateWithWeekday(day.date) : 'Chưa rõ ngày'}
          </Title>
          {HALF_DAYS.map((half) => (
            <div key={half} className={styles.half} data-empty={day[half].length === 0}>
              <h3>{capitalized(HALF_DAY_LABELS[half])}</h3>
              <Cards visits={day[half]} />
            </div>
          ))}
          {day.day.length > 0 && (
            <div className={styles.wholeDay}>
              <Cards visits={day.day} />
            </div>
          )}
        </section>
      ))}
    </div>
  );
}

function Cards({ visits }: { visits: readonly VisitListItemView[] }) {
  if (visits.length === 0) return <span aria-hidden>–</span>;
  return (
    <ul className={styles.cards}>
      {visits.map((visit) => (
        <li key={visit.id} className={styles.card} data-cancelled={visit.state === 'cancelled'}>
          <div className={styles.cardHead}>
            <Anchor component={Link} to={visitPath(visit.id)} inherit className={styles.unit}>
              {visit.target.name}
            </Anchor>
            <VisitStateBadge state={visit.state} />
          </div>
          <div className={styles.facts}>{[visit.team.name, visit.place].filter(Boolean).join(' · ')}</div>
        </li>
      ))}
    </ul>
  );
}
