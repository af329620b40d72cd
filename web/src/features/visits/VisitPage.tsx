import { Anchor, Title } from '@mantine/core';
import { TEAM_ROLE_LABELS, planName } from '@kiemtra/shared/plans';
import {
  BEGUN_VISIT_STATES,
  VISIT_MODE_LABELS,
  manifestCode,
  visitTimeText,
  type VisitPersonView,
  type VisitView,
} from '@kiemtra/shared/visits';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { useCan } from '../../api/me.js';
import { InstantText } from '../../ui/DateText.js';
import { Facts } from '../../ui/Facts.js';
import { HistoryLink } from '../../ui/HistoryLink.js';
import { Page } from '../../ui/Page.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Skeletons } from '../../ui/Skeletons.js';
import { LateOperations } from './LateOperations.js';
import { MinutesFact } from './MinutesFact.js';
import { TeamDevices } from './TeamDevices.js';
import { VisitActs } from './VisitActs.js';
import styles from './visits.module.css';
import { VISITS_CRUMB } from './visits.paths.js';
import { visitQuery } from './visits.queries.js';
import { VisitStateBadge } from './VisitStateBadge.js';

/** A visit: where, when, who comes, who receives. */
export function VisitPage() {
  const { visitId = '' } = useParams();
  const visit = useQuery(visitQuery(visitId));
  if (visit.isPending) return <Skeletons lines={8} />;
  if (visit.isError) {
    return (
      <Page title="Cuộc kiểm tra" crumbs={[VISITS_CRUMB]}>
        <ProblemAlert problem={visit.error} onRetry={() => void visit.refetch()} />
      </Page>
    );
  }
  return <LoadedVisit visit={visit.data} />;
}

function LoadedVisit({ visit }: { visit: VisitView }) {
  const { plan, target, state, manifest } = visit;
  const showsMinutes = useCan('assessments.read') && BEGUN_VISIT_STATES.includes(state);
  const closedAs = state === 'finalised' && manifest !== null && manifestCode(manifest);
  return (
    <Page
      title={target.name}
      crumbs={[VISITS_CRUMB]}
      lead={
        <>
          <VisitStateBadge state={visit.state} /> {visitTimeText(visit)}
        </>
      }
      actions={
        <>
          <HistoryLink kind="visit" id={visit.id} />
          <VisitActs visit={visit} />
        </>
      }
    >
      <Facts
        facts={[
          [
            'Kế hoạch',
            <Anchor key="plan" component={Link} to={`/ke-hoach/${plan.id}`} inherit>
              {plan.number === null ? plan.title : `Kế hoạch ${planName(plan)}`}
            </Anchor>,
          ],
          ['Nơi làm việc', visit.place],
          ['Cách kiểm tra', VISIT_MODE_LABELS[visit.mode]],
          ['Bắt đầu lúc', <InstantText key="begun" instant={visit.checkedInAt} />],
          ['Chốt lúc', <InstantText key="finalised" instant={visit.finalisedAt} />],
          ...(showsMinutes ? [['Biên bản', <MinutesFact key="minutes" visit={visit} />] as const] : []),
          ...(closedAs ? [['Mã kết quả', closedAs] as const] : []),
        ]}
      />
      <LateOperations visit={visit} />
      <TeamDevices visit={visit} />
      <section className={styles.section}>
        <Title order={2}>{visit.team.name}</Title>
        <ul className={styles.people}>
          {visit.teamMembers.map(({ name, position, role }) => (
            <li key={`${name} ${position ?? ''}`}>
              {name}
              <div className={styles.facts}>{[TEAM_ROLE_LABELS[role], position].filter(Boolean).join(' · ')}</div>
            </li>
          ))}
        </ul>
      </section>
      <People title="Đại diện đơn vị" people={visit.hosts} />
      <People title="Cùng dự" people={visit.attendees} />
    </Page>
  );
}

function People({ title, people }: { title: string; people: readonly VisitPersonView[] }) {
  if (people.length === 0) return null;
  return (
    <section className={styles.section}>
      <Title order={2}>{title}</Title>
      <ul className={styles.people}>
        {people.map(({ name, position, organization }) => (
          <li key={`${name} ${position ?? ''}`}>
            {name}
            <div className={styles.facts}>{[position, organization].filter(Boolean).join(', ')}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
