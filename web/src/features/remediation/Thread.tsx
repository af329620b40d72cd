import { Text } from '@mantine/core';
import { formatDate } from '@kiemtra/shared/kernel';
import { THREAD_ACT_LABELS, asksEndedByReport, type RemedyEntryView } from '@kiemtra/shared/remediation';
import { apiHref } from '../../api/client.js';
import { InstantText } from '../../ui/DateText.js';
import { FileList } from '../../ui/FileList.js';
import styles from './remediation.module.css';

/** Everything that was said about a request at one recipient, oldest first. */
export function Thread({ entries }: { entries: readonly RemedyEntryView[] }) {
  const ended = asksEndedByReport(entries);
  return (
    <ol className={styles.thread}>
      {entries.map(({ id, act, text, until, actorName, at, files }) => (
        <li key={id} data-act={act}>
          <strong>
            {THREAD_ACT_LABELS[act]}
            {until && ` đến ${formatDate(until)}`}
          </strong>
          <Text size="sm" c="dimmed">
            {actorName} · <InstantText instant={at} />
          </Text>
          {text && <Text className={styles.text}>{text}</Text>}
          {ended.has(id) && <Text c="dimmed">Không xét nữa, vì đơn vị đã báo cáo khắc phục.</Text>}
          {files.length > 0 && (
            <FileList files={files.map((file) => ({ ...file, href: apiHref(`/files/${file.id}`) }))} />
          )}
        </li>
      ))}
    </ol>
  );
}
