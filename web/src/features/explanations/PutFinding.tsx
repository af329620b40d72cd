import { Text } from '@mantine/core';
import { AREAS } from '@kiemtra/shared/criteria';
import {
  SETTLING_LABELS,
  STANCE_LABELS,
  type ExplanationView,
  type PutFindingView,
} from '@kiemtra/shared/explanations';
import { FINDING_KIND_LABELS } from '@kiemtra/shared/findings';
import type { ReactNode } from 'react';
import { apiHref } from '../../api/client.js';
import { InstantText } from '../../ui/DateText.js';
import { FileList } from '../../ui/FileList.js';
import { StandingBadge } from './explanation-badges.js';
import styles from './explanations.module.css';

interface PutFindingProps {
  put: PutFindingView;
  number: number;
  /** What the reader does about it, below the words of the unit or below the decision. */
  answer?: ReactNode;
  decide?: ReactNode;
}

/** A finding in a draft: as it was put, the words of the unit, the decision of the team; side by side where there is room. */
export function PutFinding({ put, number, answer, decide }: PutFindingProps) {
  const { finding, putText, standing, explanations } = put;
  const { area, kind, extent, legalBasis, cause } = finding;
  return (
    <li className={styles.finding} data-standing={standing} aria-label={`Nội dung ${number}`}>
      <div className={styles.head}>
        <strong>
          Nội dung {number} · {[FINDING_KIND_LABELS[kind], AREAS[area].shortName, extent].filter(Boolean).join(' · ')}
        </strong>
        <StandingBadge standing={standing} />
      </div>
      <div className={styles.sides}>
        <div>
          <h4>Nội dung đưa lấy ý kiến</h4>
          <Text className={styles.text}>{putText ?? finding.text}</Text>
          {legalBasis && (
            <Text size="sm" c="dimmed" className={styles.text}>
              Căn cứ: {legalBasis}
            </Text>
          )}
          {cause && (
            <Text size="sm" c="dimmed" className={styles.text}>
              Nguyên nhân: {cause}
            </Text>
          )}
        </div>
        <div>
          <h4>Ý kiến của đơn vị</h4>
          {explanations.length > 0 ? (
            <Words explanations={explanations} />
          ) : (
            !answer && <Text c="dimmed">Chưa có.</Text>
          )}
          {answer}
        </div>
        <div>
          <h4>Quyết định của đoàn kiểm tra</h4>
          <Decision put={put} />
          {decide}
        </div>
      </div>
    </li>
  );
}

function Words({ explanations }: { explanations: readonly ExplanationView[] }) {
  return (
    <ol className={styles.words}>
      {explanations.map(({ id, stance, text, actorName, at, isLate, files }) => (
        <li key={id}>
          <strong>{STANCE_LABELS[stance]}</strong>
          <Text size="sm" c="dimmed">
            {actorName} · <InstantText instant={at} />
            {isLate && ' · sau thời hạn'}
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

function Decision({ put: { finding, settlement } }: { put: PutFindingView }) {
  if (!settlement) return <Text c="dimmed">Chưa có.</Text>;
  const { settling, reason, actorName, at } = settlement;
  return (
    <>
      <strong>{SETTLING_LABELS[settling]}</strong>
      <Text size="sm" c="dimmed">
        {actorName} · <InstantText instant={at} />
      </Text>
      {settling === 'change' && (
        <Text className={styles.text} mt={4}>
          Nội dung sau khi sửa: {finding.text}
        </Text>
      )}
      {reason && (
        <Text className={styles.text} mt={4}>
          Lý do: {reason}
        </Text>
      )}
    </>
  );
}
