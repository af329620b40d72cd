import { Anchor, Button, Text, Title } from '@mantine/core';
import { addDays, dateInVietnam } from '@kiemtra/shared/kernel';
import { canVisit, visitTimeText, type VisitListItemView } from '@kiemtra/shared/visits';
import { useQuery } from '@tanstack/react-query';
import { useState, type ComponentType } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../../ui/EmptyState.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Skeletons } from '../../ui/Skeletons.js';
import { BeginVisit } from './BeginVisit.js';
import { VisitDays } from './VisitDays.js';
import styles from './visits.module.css';
import { scoringPath, takeToFieldPath, visitPath } from './visits.paths.js';
import { visitsQuery } from './visits.queries.js';
import { VisitStateBadge } from './VisitStateBadge.js';

const DAYS_AHEAD = 14;
/** A visit that was not finalised stays in front of its team for so long. */
const DAYS_BACK = 30;

interface TodayVisitsProps {
  /** What the device holds, for when the server cannot be asked. */
  Held: ComponentType;
}

/** What an inspector has to do today: one unit, one button; below it what comes next. */
export function TodayVisits({ Held }: TodayVisitsProps) {
  const [today] = useState(() => dateInVietnam(new Date()));
  const visits = useQuery(
    visitsQuery({ from: addDays(today, -DAYS_BACK), to: addDays(today, DAYS_AHEAD), mine: true }),
  );
  if (!visits.data && visits.failureReason) {
    return (
      <>
        <ProblemAlert problem={visits.failureReason} onRetry={() => void visits.refetch()} />
        <Held />
      </>
    );
  }
  if (!visits.data) return <Skeletons />;

  const isOpen = (visit: VisitListItemView) => visit.state !== 'cancelled' && visit.state !== 'finalised';
  const now = visits.data.filter(
    (visit) => isOpen(visit) && visit.date !== null && (visit.date === today || visit.state === 'in_progress'),
  );
  const next = visits.data.filter(
    (visit) => isOpen(visit) && visit.date !== null && visit.date > today && !now.includes(visit),
  );
  return (
    <>
      {now.length === 0 ? (
        <EmptyState>Hôm nay đoàn của anh/chị không có cuộc kiểm tra nào.</EmptyState>
      ) : (
        <div className={styles.today}>
          {now.map((visit) => (
            <TodayVisit key={visit.id} visit={visit} />
          ))}
        </div>
      )}
      {next.length > 0 && (
        <section className={styles.section}>
          <Title order={2}>Sắp tới</Title>
          <VisitDays visits={next} />
        </section>
      )}
    </>
  );
}

function TodayVisit({ visit }: { visit: VisitListItemView }) {
  const facts = [visit.team.name, visit.place].filter(Boolean).join(' · ');
  return (
    <div className={styles.todayCard}>
      <div>
        <div className={styles.cardHead}>
          <Text>{visitTimeText(visit)}</Text>
          <VisitStateBadge state={visit.state} />
        </div>
        <Title order={3} size="h2">
          <Anchor component={Link} to={visitPath(visit.id)} inherit>
            {visit.target.name}
          </Anchor>
        </Title>
        <div className={styles.facts}>{facts}</div>
      </div>
      <Anchor component={Link} to={takeToFieldPath(visit.id)} className={styles.taking}>
        Mang ra hiện trường
      </Anchor>
      {canVisit(visit.state, 'check_in') ? (
        <BeginVisit visit={visit} size="lg" />
      ) : (
        <Button component={Link} to={scoringPath(visit.id)} size="lg">
          Chấm điểm
        </Button>
      )}
    </div>
  );
}
