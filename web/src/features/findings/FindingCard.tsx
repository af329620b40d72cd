import { Button, Group, Text } from '@mantine/core';
import { SEVERITY_LABELS, type FindingView, type RepeatView, type Severity } from '@kiemtra/shared/findings';
import { useState } from 'react';
import { useCan } from '../../api/me.js';
import { ConfirmAct } from '../../ui/ConfirmAct.js';
import { HistoryLink } from '../../ui/HistoryLink.js';
import { StatusBadge, type Tone } from '../../ui/StatusBadge.js';
import { FindingEvidence } from './FindingEvidence.js';
import styles from './findings.module.css';
import { useDeleteFinding } from './findings.mutations.js';
import { RepeatPart, repeatText } from './RepeatPart.js';

const SEVERITY_TONES: Record<Severity, Tone> = { minor: 'neutral', moderate: 'active', serious: 'waiting' };

interface FindingCardProps {
  finding: FindingView;
  /** What it may repeat of earlier inspections. */
  repeat?: RepeatView | undefined;
  onEdit: () => void;
}

/** One finding: what, where, why it matters; its proof and what it may repeat open below it. */
export function FindingCard({ finding, repeat, onEdit }: FindingCardProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [isCompared, setIsCompared] = useState(false);
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
        {repeat && <StatusBadge tone={repeat.judged ? 'neutral' : 'waiting'}>{repeatText(repeat)}</StatusBadge>}
        {finding.isIssued && <StatusBadge tone="neutral">Đã gửi đơn vị</StatusBadge>}
        {finding.isWithdrawn && <StatusBadge tone="done">Đã rút sau giải trình</StatusBadge>}
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
        {repeat && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={isCompared}
            onClick={() => setIsCompared(!isCompared)}
          >
            Đối chiếu lần trước ({repeat.earlier.length})
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
      {repeat && isCompared && <RepeatPart repeat={repeat} canJudge={canWrite} />}
      {isOpen && <FindingEvidence findingId={finding.id} canWrite={canWrite} />}
    </li>
  );
}
