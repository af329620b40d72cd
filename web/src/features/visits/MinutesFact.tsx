import { Anchor } from '@mantine/core';
import type { VisitView } from '@kiemtra/shared/visits';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useCan } from '../../api/me.js';
import { ApiProblem } from '../../api/problem.js';
import { NONE } from '../../ui/DateText.js';
import { SealMark } from '../../ui/SealMark.js';
import { minutesPath } from './visits.paths.js';
import { visitMinutesQuery } from './visits.queries.js';

/** How the minutes of a visit that has begun stand; those who record at it open them from here. */
export function MinutesFact({ visit }: { visit: VisitView }) {
  const { data, error, refetch } = useQuery(visitMinutesQuery(visit.id));
  const canOpen = useCan('fieldwork.record') && visit.isMine;
  const to = minutesPath(visit.id);
  if (data?.minutes) {
    const { standing, paper } = data.minutes;
    return <SealMark standing={standing} paper={paper} {...(canOpen && { to })} />;
  }
  if (data) {
    return canOpen ? (
      <Anchor component={Link} to={to} inherit>
        Chưa lập
      </Anchor>
    ) : (
      <>Chưa lập</>
    );
  }
  // Kept from who works at the unit itself.
  if (error instanceof ApiProblem && error.kind === 'not-found') return <>{NONE}</>;
  if (error) {
    return (
      <>
        Chưa đọc được.{' '}
        <Anchor component="button" type="button" inherit onClick={() => void refetch()}>
          Thử lại
        </Anchor>
      </>
    );
  }
  return <span className="k-late-shown">Đang tải</span>;
}
