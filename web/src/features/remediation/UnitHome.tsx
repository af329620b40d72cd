import { Anchor, Button, Text, Title } from '@mantine/core';
import { newId } from '@kiemtra/shared/kernel';
import { actsOf, requestKindText, type RecipientLineView } from '@kiemtra/shared/remediation';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../../ui/EmptyState.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Skeletons } from '../../ui/Skeletons.js';
import { AskedUntil, Due, FirstDue, RemedyStateBadge } from './remedy-badges.js';
import { recipientPath, requestName } from './remediation.paths.js';
import { recipientsQuery, useRemedyAct } from './remediation.queries.js';
import { OwnRemedyRates } from './RemedyRates.js';
import styles from './remediation.module.css';

/** The inspected unit's one question: what must I do, by when. Worst first, one button a line. */
export function UnitHome() {
  const lines = useQuery(recipientsQuery({}));
  if (lines.isPending) return <Skeletons lines={8} />;
  if (lines.isError) return <ProblemAlert problem={lines.error} onRetry={() => void lines.refetch()} />;
  const waiting = lines.data.filter(({ state }) => actsOf('unit', state).length > 0);
  const sent = lines.data.filter(({ state }) => state === 'reported');
  return (
    <>
      <section className={styles.section} aria-labelledby="viec-can-lam">
        <Title order={2} id="viec-can-lam">
          Việc cần làm
        </Title>
        {waiting.length === 0 ? (
          <EmptyState>
            Hiện không có việc nào phải làm theo kiến nghị. Kiến nghị sau kiểm tra gửi đến đơn vị sẽ hiện ở đây, kèm
            thời hạn.
          </EmptyState>
        ) : (
          <>
            <Text mb="sm">{summary(waiting)}</Text>
            <ul className={styles.lines}>
              {waiting.map((line) => (
                <Line key={line.id} line={line} />
              ))}
            </ul>
          </>
        )}
      </section>
      {sent.length > 0 && (
        <section className={styles.section} aria-labelledby="da-bao-cao">
          <Title order={2} id="da-bao-cao">
            Đã báo cáo, chờ Sở xem xét
          </Title>
          <ul className={styles.lines}>
            {sent.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </ul>
        </section>
      )}
      <div className={styles.section}>
        <OwnRemedyRates />
      </div>
    </>
  );
}

function summary(lines: readonly RecipientLineView[]): string {
  const late = lines.filter(({ due }) => due?.isPast).length;
  return late === 0
    ? `Có ${lines.length} việc, chưa việc nào quá hạn.`
    : `Có ${lines.length} việc, trong đó ${late} việc quá hạn.`;
}

function Line({ line }: { line: RecipientLineView }) {
  const { id, request, due, state } = line;
  const acknowledge = useRemedyAct(id, 'acknowledge');
  const [entryId] = useState(newId);
  return (
    <li className={styles.line} data-late={due?.isPast ?? false}>
      <div>
        <div className={styles.lineHead}>
          <strong>
            <Due due={due} label="Hạn" />
          </strong>
          <RemedyStateBadge state={state} />
          <FirstDue of={line} />
        </div>
        <AskedUntil date={line.askedUntil} />
        <Anchor component={Link} to={recipientPath(id)} className={styles.lineText}>
          {request.text}
        </Anchor>
        <Text size="sm" c="dimmed">
          {requestKindText(request.kind)} · {requestName(request)}
        </Text>
        {acknowledge.isError && <ProblemAlert problem={acknowledge.error} />}
      </div>
      {state === 'issued' ? (
        <Button loading={acknowledge.isPending} onClick={() => acknowledge.mutate({ id: entryId })}>
          Xác nhận đã nhận
        </Button>
      ) : (
        <LineLink line={line} />
      )}
    </li>
  );
}

function LineLink({ line: { id, state } }: { line: RecipientLineView }) {
  const mustReport = actsOf('unit', state).includes('report');
  return (
    <Button
      component={Link}
      to={mustReport ? `${recipientPath(id)}#bao-cao` : recipientPath(id)}
      variant={mustReport ? 'filled' : 'default'}
    >
      {mustReport ? 'Báo cáo khắc phục' : 'Xem'}
    </Button>
  );
}
