import { Text } from '@mantine/core';
import type { FindingView } from '@kiemtra/shared/findings';
import { formatDate } from '@kiemtra/shared/kernel';
import { THREAD_ACT_LABELS, asksEndedByReport, type RemedyEntryView } from '@kiemtra/shared/remediation';
import { apiHref } from '../../api/client.js';
import { InstantText } from '../../ui/DateText.js';
import { FileList } from '../../ui/FileList.js';
import { FindingWords } from './FindingWords.js';
import styles from './remediation.module.css';

interface ThreadProps {
  entries: readonly RemedyEntryView[];
  /** Those that entries may speak of. */
  findings: readonly FindingView[];
}

/** Everything that was said about a request at one recipient, oldest first. */
export function Thread({ entries, findings }: ThreadProps) {
  const ended = asksEndedByReport(entries);
  return (
    <ol className={styles.thread}>
      {entries.map((entry) => {
        const { id, act, text, until, actorName, at } = entry;
        const files = filesOfWhole(entry);
        return (
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
            <FindingWords entry={entry} findings={findings} />
            {files.length > 0 && (
              <FileList files={files.map((file) => ({ ...file, href: apiHref(`/files/${file.id}`) }))} />
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** Files that belong to no single finding. */
function filesOfWhole({ files, findings }: RemedyEntryView): RemedyEntryView['files'] {
  const told = new Set(findings.flatMap(({ fileIds }) => fileIds));
  return files.filter(({ id }) => !told.has(id));
}
