import { Button } from '@mantine/core';
import { formatDateWithWeekday } from '@kiemtra/shared/kernel';
import { canPlan, type PlanView } from '@kiemtra/shared/plans';
import { HALF_DAY_LABELS, VISIT_STATES, type VisitListItemView } from '@kiemtra/shared/visits';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useCan } from '../../api/me.js';
import { DataTable, type Column } from '../../ui/DataTable.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import styles from './visits.module.css';
import { newVisitPath, visitPath } from './visits.paths.js';
import { visitsQuery } from './visits.queries.js';
import { VisitStateBadge } from './VisitStateBadge.js';

const columns: Column<VisitListItemView>[] = [
  {
    key: 'don-vi',
    header: 'Đơn vị',
    cell: (visit) => visit.target.name,
    sortBy: (visit) => visit.target.name,
  },
  {
    key: 'ngay',
    header: 'Ngày',
    width: '12rem',
    cell: (visit) => visit.date && formatDateWithWeekday(visit.date),
    sortBy: (visit) => visit.date,
  },
  {
    key: 'buoi',
    header: 'Buổi',
    width: '5rem',
    cell: (visit) => visit.halfDay && HALF_DAY_LABELS[visit.halfDay],
  },
  { key: 'doan', header: 'Đoàn', cell: (visit) => visit.team.name, sortBy: (visit) => visit.team.name },
  { key: 'noi', header: 'Nơi làm việc', cell: (visit) => visit.place },
  {
    key: 'trang-thai',
    header: 'Trạng thái',
    width: '9rem',
    cell: (visit) => <VisitStateBadge state={visit.state} />,
    sortBy: (visit) => VISIT_STATES.indexOf(visit.state),
  },
];

/** The visits of one plan, for its page. */
export function PlanVisits({ plan }: { plan: Pick<PlanView, 'id' | 'state' | 'targets' | 'teams'> }) {
  const visits = useQuery(visitsQuery({ plan: plan.id }));
  const mayPlan = useCan('visits.schedule') && canPlan(plan.state, 'schedule');
  const hasParts = plan.targets.length > 0 && plan.teams.length > 0;
  const schedule = mayPlan && hasParts && (
    <Button variant="default" component={Link} to={newVisitPath(plan.id)}>
      Xếp lịch
    </Button>
  );
  if (visits.isError) return <ProblemAlert problem={visits.error} onRetry={() => void visits.refetch()} />;
  return (
    <>
      <DataTable
        label="Cuộc kiểm tra"
        noun="cuộc kiểm tra"
        rows={visits.data}
        columns={columns}
        rowKey={(visit) => visit.id}
        rowTo={(visit) => visitPath(visit.id)}
        empty={
          mayPlan && !hasParts
            ? 'Chọn đơn vị và ghi đoàn kiểm tra xong thì xếp được lịch.'
            : 'Lịch kiểm tra từng đơn vị, theo buổi, nằm ở đây.'
        }
        emptyAction={schedule}
      />
      {schedule && Boolean(visits.data?.length) && <div className={styles.below}>{schedule}</div>}
    </>
  );
}
