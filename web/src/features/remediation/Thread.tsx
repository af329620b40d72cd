import { Text } from '@mantine/core';
import { REMEDY_ACT_LABELS, type RemedyEntryView } from '@kiemtra/shared/remediation';
import { apiHref } from '../../api/client.js';
import { InstantText } from '../../ui/DateText.js';
import { FileList } from '../../ui/FileList.js';
import styles from './remediation.module.css';

/** Everything that was said about a request at one recipient, oldest first. */
export function Thread({ entries }: { entries: readonly RemedyEntryView[] }) {
  return (
    <ol className={styles.thread}>
      {entries.map(({ id, act, text, actorName, at, files }) => (
        <li key={id} data-act={act}>
          <strong>{REMEDY_ACT_LABELS[act]}</strong>
          <Text size="sm" c="dimmed">
            {actorName} · <InstantText instant={at} />
          </Text>
          {text && <Text className={styles.text}>{text}</Text>}
          {files.length > 0 && (
            <FileList files={files.map((file) => ({ ...file, href: apiHref(`/files/${file.id}`) }))} />
          )}
        </li>
      ))}
    </ol>
  );
}
