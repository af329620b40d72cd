import { Group, Text } from '@mantine/core';
import { formatDate } from '@kiemtra/shared/kernel';
import { stepText, type EscalationView } from '@kiemtra/shared/reminders';
import { useQuery } from '@tanstack/react-query';
import { useCan } from '../../api/me.js';
import { DataTable, type Column } from '../../ui/DataTable.js';
import { DateText } from '../../ui/DateText.js';
import { PrintButton } from '../../ui/PrintButton.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { LadderForm } from './LadderForm.js';
import { ladderQuery, planEscalationsQuery } from './reminders.queries.js';

const columns: Column<EscalationView>[] = [
  { key: 'don-vi', header: 'Đơn vị', width: '20%', cell: ({ recipient }) => recipient, sortBy: (row) => row.recipient },
  {
    key: 'kien-nghi',
    header: 'Kiến nghị',
    cell: ({ text, number }) => (number ? `Số ${number}: ${text}` : text),
  },
  {
    key: 'han',
    header: 'Thời hạn',
    width: '8rem',
    cell: ({ dueOn }) => <DateText date={dueOn} />,
    sortBy: (row) => row.dueOn,
  },
  {
    key: 'tre',
    header: 'Quá hạn đến nay',
    width: '9rem',
    cell: ({ daysLate }) => (daysLate === null ? '–' : `${daysLate} ngày làm việc`),
    sortBy: (row) => row.daysLate ?? -1,
  },
  { key: 'buoc', header: 'Đã báo đến', width: '16%', cell: ({ step }) => stepText(step), sortBy: (row) => row.step },
  {
    key: 'ngay-bao',
    header: 'Ngày báo',
    width: '11rem',
    cell: ({ toldOn, days }) => `${formatDate(toldOn)}, quá hạn ${days} ngày`,
    sortBy: (row) => row.toldOn,
  },
];

/** Every step that was taken under a plan, for the screen and for paper; below it the ladder by which the next ones come. */
export function EscalationsPanel({ planId, title }: { planId: string; title: string }) {
  const steps = useQuery(planEscalationsQuery(planId));
  const ladder = useQuery(ladderQuery(planId));
  const canEdit = useCan('plans.edit');
  return (
    <>
      <Group justify="space-between" mb="sm">
        <Text>{title}</Text>
        <PrintButton>In danh sách</PrintButton>
      </Group>
      {steps.isError ? (
        <ProblemAlert problem={steps.error} onRetry={() => void steps.refetch()} />
      ) : (
        <DataTable
          label="Kiến nghị quá hạn đã báo cấp trên"
          noun="lần báo"
          rows={steps.data}
          columns={columns}
          rowKey={({ id }) => id}
          rowTo={({ recipientId }) => `/khac-phuc/${recipientId}`}
          empty="Chưa có kiến nghị nào quá hạn đến mức phải báo."
        />
      )}
      {ladder.isError && <ProblemAlert problem={ladder.error} onRetry={() => void ladder.refetch()} />}
      {ladder.data && <LadderForm key={ladder.data.version} planId={planId} ladder={ladder.data} canEdit={canEdit} />}
    </>
  );
}
