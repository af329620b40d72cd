import { Button, Text, Title } from '@mantine/core';
import type { Criterion } from '@kiemtra/shared/criteria';
import type { CellValue, Field } from '@kiemtra/shared/fieldwork';
import type { ComponentType, ReactNode } from 'react';
import { OUTBOX_TEXT, useSyncStatus, type Queue, type QueuePart } from '../../offline/index.js';
import { InstantText } from '../../ui/DateText.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Page } from '../../ui/Page.js';
import { Skeletons } from '../../ui/Skeletons.js';
import styles from './queue.module.css';
import { QueueEntry } from './QueueEntry.js';

/** What is known of a visit on this device. */
export interface KnownVisit {
  /** The unit and the day. */
  title: string;
  criterion: (key: string) => Criterion | undefined;
}

/** Shows what was said in words; it comes with the engine that reads it. */
export type SaidFrame = ComponentType<{ criterion: Criterion | undefined; field: Field; said: CellValue }>;

/** Where a criterion is answered; without one, the sheet. */
export type CriterionPath = (visitId: string, criterion: string) => string;

interface QueuePageProps {
  queue: Queue | 'reading' | 'failed';
  visits: ReadonlyMap<string, KnownVisit>;
  Said: SaidFrame;
  criterionPath: CriterionPath;
  /** What can be done now to send. */
  acts: ReactNode;
  onMore: () => void;
}

/** What this device holds back: what waits to be sent, what needs somebody, and what the server does not take. */
export function QueuePage({ queue, visits, Said, criterionPath, acts, onMore }: QueuePageProps) {
  if (queue === 'reading') return <Skeletons lines={8} />;
  if (queue === 'failed') {
    return (
      <Page title="Hàng đợi">
        <EmptyState action={<Button onClick={() => window.location.reload()}>Thử lại</Button>}>
          Máy chưa đọc được nội dung đã ghi. Không có gì bị xóa.
        </EmptyState>
      </Page>
    );
  }
  const { waiting, undecided, kept, refused, lastSuccess } = queue;
  const isEmpty = waiting.total + undecided.total + kept.total === 0;
  const parts: [title: string, about: string, part: QueuePart][] = [
    ['Chờ gửi', 'Đã lưu trên máy này, chưa về hệ thống.', waiting],
    ['Cần xử lý', 'Đã về hệ thống nhưng chưa áp dụng vào kết quả.', undecided],
    ['Không gửi được', 'Hệ thống không nhận; nội dung chỉ còn trên máy này, đọc lại và sao chép được ở đây.', kept],
    [
      'Không được tiếp nhận',
      'Trưởng đoàn đã xem và không áp dụng vào kết quả; nội dung gốc vẫn được lưu, đọc lại và sao chép được ở đây.',
      refused,
    ],
  ];
  return (
    <Page title="Hàng đợi" lead="Những gì ghi trên máy này mà chưa xong" actions={waiting.total > 0 && acts}>
      <Standing total={waiting.total} />
      <p className={styles.success}>
        Lần gửi thành công gần nhất:{' '}
        {lastSuccess === null ? 'chưa có' : <InstantText instant={new Date(lastSuccess).toISOString()} />}
      </p>
      {isEmpty && (
        <EmptyState>
          Mọi nội dung ghi nhận trên máy này đã có ở hệ thống. Nội dung chưa gửi được sẽ hiện ở đây, kèm lý do.
        </EmptyState>
      )}
      {parts.map(([title, about, part]) => (
        <Part key={title} {...{ title, about, part, visits, Said, criterionPath, onMore }} />
      ))}
    </Page>
  );
}

/** Why what waits is not on its way; read out when it changes. */
function Standing({ total }: { total: number }) {
  const { state, reason } = useSyncStatus();
  return (
    <div role="status" className={styles.standing} hidden={total === 0}>
      {total > 0 && (
        <>
          <strong>{total} mục chờ gửi.</strong> {OUTBOX_TEXT[state] && `${OUTBOX_TEXT[state]}.`} {reason}
        </>
      )}
    </div>
  );
}

interface PartProps extends Pick<QueuePageProps, 'visits' | 'Said' | 'criterionPath' | 'onMore'> {
  title: string;
  about: string;
  part: QueuePart;
}

function Part({ title, about, part: { items, total }, visits, Said, criterionPath, onMore }: PartProps) {
  const { state } = useSyncStatus();
  if (total === 0) return null;
  return (
    <section className={styles.part}>
      <Title order={2}>
        {title} ({total})
      </Title>
      <Text c="dimmed" mb="xs">
        {about}
      </Text>
      <ul className={styles.items} aria-label={title}>
        {items.map((item) => (
          <QueueEntry key={item.key} visit={visits.get(item.visit)} outbox={state} {...{ item, Said, criterionPath }} />
        ))}
      </ul>
      {items.length < total && (
        <Button variant="default" mt="sm" onClick={onMore}>
          Xem thêm ({total - items.length} mục)
        </Button>
      )}
    </section>
  );
}
