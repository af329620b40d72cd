import { Button, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Due } from '../../ui/Due.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { draftPath } from './explanations.paths.js';
import { draftConclusionsQuery } from './explanations.queries.js';
import styles from './explanations.module.css';

/** On the first page of a unit: draft conclusions that wait for its words, by when; nothing while there is none. */
export function UnitExplanations() {
  const drafts = useQuery(draftConclusionsQuery({ state: 'put' }));
  if (drafts.isError) return <ProblemAlert problem={drafts.error} onRetry={() => void drafts.refetch()} />;
  if (!drafts.data?.length) return null;
  return (
    <section className={styles.section} aria-labelledby="giai-trinh">
      <Title order={2} id="giai-trinh">
        Giải trình dự thảo kết luận
      </Title>
      <ul className={styles.lines}>
        {drafts.data.map(({ id, plan, due, findingCount, unansweredCount }) => (
          <li key={id} className={styles.line} data-late={due.isPast}>
            <div>
              <strong>
                <Due due={due} label="Hạn" />
              </strong>
              <Text>{plan.title}</Text>
              <Text size="sm" c="dimmed">
                {unansweredCount > 0
                  ? `${unansweredCount}/${findingCount} nội dung chưa có ý kiến của đơn vị`
                  : `Đã có ý kiến về cả ${findingCount} nội dung, chờ đoàn kiểm tra chốt`}
              </Text>
            </div>
            <Button
              className={styles.act}
              component={Link}
              to={draftPath(id)}
              variant={unansweredCount > 0 ? 'filled' : 'default'}
            >
              {unansweredCount > 0 ? 'Giải trình' : 'Xem'}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
