import { Text } from '@mantine/core';
import { formatDate } from '@kiemtra/shared/kernel';
import { noticeText } from '@kiemtra/shared/reminders';
import { useQuery } from '@tanstack/react-query';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { recipientEscalationsQuery } from './reminders.queries.js';
import styles from './reminders.module.css';

/** Who was told when that a request is late; nothing where nobody was. */
export function RecipientEscalations({ recipientId }: { recipientId: string }) {
  const steps = useQuery(recipientEscalationsQuery(recipientId));
  if (steps.isError) return <ProblemAlert problem={steps.error} onRetry={() => void steps.refetch()} />;
  if (!steps.data || steps.data.length === 0) return null;
  return (
    <ul className={styles.steps} aria-label="Đã báo cấp trên">
      {steps.data.map((step) => (
        <li key={step.id}>
          <Text>{`${formatDate(step.toldOn)}: ${noticeText({ kind: 'escalation', ...step })}`}</Text>
        </li>
      ))}
    </ul>
  );
}
