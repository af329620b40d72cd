import { Anchor, Text, Title } from '@mantine/core';
import { PAPER_KINDS, type PaperKindView } from '@kiemtra/shared/papers';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { EmptyState } from '../../ui/EmptyState.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Skeletons } from '../../ui/Skeletons.js';
import styles from './papers.module.css';
import { paperPath } from './papers.paths.js';
import { papersQuery } from './papers.queries.js';

/** The papers of a plan, each with how many of it can be made and what the others lack. */
export function PapersPanel({ planId }: { planId: string }) {
  const papers = useQuery(papersQuery(planId));
  if (papers.isPending) return <Skeletons lines={8} />;
  if (papers.isError) return <ProblemAlert problem={papers.error} onRetry={() => void papers.refetch()} />;
  const kinds = papers.data.filter(({ drafts }) => drafts.length > 0);
  if (kinds.length === 0) {
    return <EmptyState>Văn bản của đợt kiểm tra nằm ở đây khi kế hoạch có đối tượng kiểm tra.</EmptyState>;
  }
  return (
    <ul className={styles.kinds}>
      {kinds.map((view) => (
        <li key={view.kind} className={styles.kind}>
          <Title order={2} size="h4">
            <Anchor component={Link} to={paperPath(planId, view.kind)} inherit className={styles.way}>
              {PAPER_KINDS[view.kind].name}
            </Anchor>
          </Title>
          <Standing {...view} />
        </li>
      ))}
    </ul>
  );
}

function Standing({ drafts }: PaperKindView) {
  const [only, ...others] = drafts;
  const made = drafts.filter(({ missing }) => missing.length === 0).length;
  const missing = [...new Set(drafts.flatMap((draft) => draft.missing))];
  const standing =
    only?.subject === null && others.length === 0
      ? made === 1
        ? 'Đủ thông tin để lập.'
        : 'Chưa đủ thông tin để lập.'
      : `Đủ thông tin để lập: ${made}/${drafts.length} văn bản.`;
  return (
    <Text size="sm">
      {standing}
      {missing.length > 0 && ` Còn thiếu: ${missing.join('; ')}.`}
    </Text>
  );
}
