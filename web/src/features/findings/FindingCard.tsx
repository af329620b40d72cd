import { Button, Group, Text } from '@mantine/core';
import { SEVERITY_LABELS, type FindingView, type Severity } from '@kiemtra/shared/findings';
import { useState } from 'react';
import { useCan } from '../../api/me.js';
import { ConfirmAct } from '../../ui/ConfirmAct.js';
import { HistoryLink } from '../../ui/HistoryLink.js';
import { StatusBadge, type Tone } from '../../ui/StatusBadge.js';
import { FindingEvidence } from './FindingEvidence.js';
import styles from './findings.module.css';
import { useDeleteFinding } from './findings.mutations.js';

const SEVERITY_TONES: Record<Severity, Tone> = { minor: 'neutral', moderate: 'active', serious: 'waiting' };

/** One finding: what, where, why it matters; its proof opens below it. */
export function FindingCard({ finding, onEdit }: { finding: FindingView; onEdit: () => void }) {
  const [isOpen, setIsOpen] = useState(false);
  const remove = useDeleteFinding();
  const canWrite = useCan('findings.write') && !finding.isIssued;
  const { target, extent, severity, criterion, legalBasis, cause, evidenceCount } = finding;
  const particulars = [
    criterion && `Tiêu chí ${criterion.code}: ${criterion.text}`,
    legalBasis && `Căn cứ: ${legalBasis}`,
    cause && `Nguyên nhân: ${cause}`,
  ].filter((line) => line !== null && line !== '');

  return (
    <li className={styles.card}>
      <Group gap="xs" mb={4}>
        <Text size="sm" c="dimmed">
          {[target?.name ?? 'Chung cho cả kế hoạch', extent].filter(Boolean).join(' · ')}
        </Text>
        {severity && (
          <StatusBadge
            tone={SEVERITY_TONES[severity]}
          >{`Mức độ: ${SEVERITY_LABELS[severity].toLowerCase()}`}</StatusBadge>
        )}
        {finding.isIssued && <StatusBadge tone="neutral">Đã gửi đơn vị</StatusBadge>}
      </Group>
      <Text className={styles.text}>{finding.text}</Text>
      {particulars.map((line) => (
        <Text key={line} size="sm" c="dimmed" className={styles.text}>
          {line}
        </Text>
      ))}
      <Group gap={4} mt={4} ml={-8}>
        {(canWrite || evidenceCount > 0) && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={`Tài liệu kiểm chứng: ${evidenceCount}`}
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            Tài liệu ({evidenceCount})
          </Button>
        )}
        <HistoryLink kind="finding" id={finding.id} variant="subtle" size="compact-sm" />
        {canWrite && (
          <>
            <Button variant="subtle" size="compact-sm" onClick={onEdit}>
              Sửa
            </Button>
            <ConfirmAct
              act="Xóa"
              variant="subtle"
              size="compact-sm"
              title="Xóa nội dung ghi nhận"
              onConfirm={() => remove.mutateAsync(finding.id)}
            >
              <Text className={styles.text}>{finding.text}</Text>
              <Text mt="sm">Nội dung này và tài liệu kiểm chứng kèm theo sẽ mất, cả trong dự thảo kiến nghị.</Text>
            </ConfirmAct>
          </>
        )}
      </Group>
      {isOpen && <FindingEvidence findingId={finding.id} canWrite={canWrite} />}
    </li>
  );
}
