import { Anchor, Text } from '@mantine/core';
import type { DraftConclusionLineView } from '@kiemtra/shared/explanations';
import { Link } from 'react-router';
import { Due } from '../../ui/Due.js';
import { DraftStateBadge } from './explanation-badges.js';
import { draftPath } from './explanations.paths.js';
import styles from './explanations.module.css';

/** Draft conclusions of one target: where each stands and what it waits for. */
export function DraftLines({ drafts }: { drafts: readonly DraftConclusionLineView[] }) {
  return (
    <ul className={styles.lines}>
      {drafts.map((draft) => (
        <li key={draft.id} className={styles.line} data-late={draft.due.isPast}>
          <div>
            <Anchor component={Link} to={draftPath(draft.id)}>
              Dự thảo {draft.findingCount} nội dung
            </Anchor>
            <Text size="sm" c="dimmed">
              {waitsFor(draft)} ·{' '}
              {draft.state === 'preparing' ? `${draft.workingDays} ngày làm việc` : <Due due={draft.due} label="Hạn" />}
            </Text>
          </div>
          <DraftStateBadge state={draft.state} />
        </li>
      ))}
    </ul>
  );
}

function waitsFor({ state, unansweredCount, disputedCount }: DraftConclusionLineView): string {
  if (state === 'preparing') return 'Chưa đưa lấy ý kiến';
  if (state === 'closed') return 'Đã chốt';
  return `${unansweredCount} nội dung chờ đơn vị, ${disputedCount} nội dung chờ đoàn quyết định`;
}
