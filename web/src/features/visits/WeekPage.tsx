import { Button, Switch } from '@mantine/core';
import { addDays, dateInVietnam, formatDate, isCalendarDate, mondayOf } from '@kiemtra/shared/kernel';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../../api/me.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Page } from '../../ui/Page.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Skeletons } from '../../ui/Skeletons.js';
import { useUrlState } from '../../ui/url-state.js';
import { endOfWeek } from './visit-days.js';
import { VisitDays } from './VisitDays.js';
import styles from './visits.module.css';
import { visitsQuery } from './visits.queries.js';

/** The visits of a week, by day and half-day. */
export function WeekPage() {
  const [thisWeek] = useState(() => mondayOf(dateInVietnam(new Date())));
  const [week, setWeek] = useUrlState('tuan', thisWeek);
  const [mine, setMine] = useUrlState('cua-toi');
  const isInspector = useMe().roles.includes('inspector');
  const monday = isCalendarDate(week) ? mondayOf(week) : thisWeek;
  const visits = useQuery(
    visitsQuery({ from: monday, to: endOfWeek(monday), ...(mine === 'co' ? { mine: true } : {}) }),
  );

  return (
    <Page title="Cuộc kiểm tra">
      <div className={`${styles.week} k-no-print`}>
        <div className={styles.weekName} aria-live="polite">
          Tuần {formatDate(monday)} – {formatDate(endOfWeek(monday))}
        </div>
        <Button.Group>
          <Button variant="default" aria-label="Tuần trước" onClick={() => setWeek(addDays(monday, -7))}>
            Trước
          </Button>
          <Button variant="default" onClick={() => setWeek(thisWeek)} disabled={monday === thisWeek}>
            Tuần này
          </Button>
          <Button variant="default" aria-label="Tuần sau" onClick={() => setWeek(addDays(monday, 7))}>
            Sau
          </Button>
        </Button.Group>
        {isInspector && (
          <Switch
            label="Chỉ đoàn của tôi"
            checked={mine === 'co'}
            onChange={(event) => setMine(event.currentTarget.checked ? 'co' : '')}
          />
        )}
      </div>
      {visits.isError ? (
        <ProblemAlert problem={visits.error} onRetry={() => void visits.refetch()} />
      ) : !visits.data ? (
        <Skeletons lines={8} />
      ) : visits.data.length === 0 ? (
        <EmptyState>Tuần này không có cuộc kiểm tra nào. Lịch được xếp tại trang của kế hoạch.</EmptyState>
      ) : (
        <VisitDays visits={visits.data} />
      )}
    </Page>
  );
}
