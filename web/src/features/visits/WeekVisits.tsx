import { Anchor, Title } from '@mantine/core';
import { dateInVietnam, mondayOf } from '@kiemtra/shared/kernel';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../../ui/EmptyState.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Skeletons } from '../../ui/Skeletons.js';
import { endOfWeek } from './visit-days.js';
import { VisitDays } from './VisitDays.js';
import styles from './visits.module.css';
import { VISITS_CRUMB } from './visits.paths.js';
import { visitsQuery } from './visits.queries.js';

/** The visits of this week the caller sees, for the page everybody begins with. */
export function WeekVisits() {
  const [monday] = useState(() => mondayOf(dateInVietnam(new Date())));
  const visits = useQuery(visitsQuery({ from: monday, to: endOfWeek(monday) }));
  return (
    <section className={styles.section}>
      <Title order={2}>Kiểm tra tuần này</Title>
      {visits.isError ? (
        <ProblemAlert problem={visits.error} onRetry={() => void visits.refetch()} />
      ) : !visits.data ? (
        <Skeletons />
      ) : visits.data.length === 0 ? (
        <EmptyState
          action={
            <Anchor component={Link} to={VISITS_CRUMB.to}>
              Xem các tuần khác
            </Anchor>
          }
        >
          Tuần này không có cuộc kiểm tra nào.
        </EmptyState>
      ) : (
        <VisitDays visits={visits.data} />
      )}
    </section>
  );
}
