import { Text } from '@mantine/core';
import type { FindingView } from '@kiemtra/shared/findings';
import { formatDate } from '@kiemtra/shared/kernel';
import type { FindingWordView, RemedyEntryView } from '@kiemtra/shared/remediation';
import { apiHref } from '../../api/client.js';
import { FileList } from '../../ui/FileList.js';
import { FindingStandingBadge } from './remedy-badges.js';
import styles from './remediation.module.css';

interface FindingWordsProps {
  entry: RemedyEntryView;
  findings: readonly FindingView[];
}

/** What an entry of a thread says about single findings, each with its files. */
export function FindingWords({ entry: { findings: words, files }, findings }: FindingWordsProps) {
  if (words.length === 0) return null;
  return (
    <ul className={styles.words}>
      {words.map((word) => (
        <li key={word.findingId}>
          <Text size="sm" c="dimmed" className={styles.text}>
            {findings.find(({ id }) => id === word.findingId)?.text}
          </Text>
          <FindingStandingBadge standing={word.standing} /> {dayText(word)}
          {word.text && <Text className={styles.text}>{word.text}</Text>}
          {word.fileIds.length > 0 && (
            <FileList
              files={files
                .filter(({ id }) => word.fileIds.includes(id))
                .map((file) => ({ ...file, href: apiHref(`/files/${file.id}`) }))}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function dayText({ standing, doneOn }: FindingWordView): string {
  if (!doneOn) return '';
  return standing === 'done' ? `ngày ${formatDate(doneOn)}` : `dự kiến xong ngày ${formatDate(doneOn)}`;
}
