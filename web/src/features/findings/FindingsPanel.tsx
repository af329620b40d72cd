import { Button, Group, Title } from '@mantine/core';
import { AREAS, AREA_CODES } from '@kiemtra/shared/criteria';
import { FINDING_KINDS, FINDING_KIND_LABELS, type FindingView, type RepeatView } from '@kiemtra/shared/findings';
import { foldText } from '@kiemtra/shared/kernel';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useCan } from '../../api/me.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { FilterBar } from '../../ui/FilterBar.js';
import { SelectField } from '../../ui/fields.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Skeletons } from '../../ui/Skeletons.js';
import { SEARCH_PARAM, useUrlState } from '../../ui/url-state.js';
import { FindingCard } from './FindingCard.js';
import { FindingDialog } from './FindingDialog.js';
import type { FindingTarget } from './FindingForm.js';
import styles from './findings.module.css';
import { findingsQuery, repeatsQuery } from './findings.queries.js';

interface FindingsPanelProps {
  planId: string;
  targets: readonly FindingTarget[];
  /** Shows what is about this target alone. */
  targetId?: string;
  /** Beside the button that writes a new finding. */
  actions?: ReactNode;
}

/** Address name of the target that is shown alone. */
export const TARGET_PARAM = 'doi-tuong';

type Open = { start: { planId: string; targetId: string } } | { finding: FindingView } | null;

/** What was found under a plan, or at one of its targets: strengths and shortcomings by area, and writing new ones. */
export function FindingsPanel({ planId, targets, targetId, actions }: FindingsPanelProps) {
  const [search] = useUrlState(SEARCH_PARAM);
  const [area, setArea] = useUrlState('linh-vuc');
  const [about, setAbout] = useUrlState(TARGET_PARAM);
  const [open, setOpen] = useState<Open>(null);
  const findings = useQuery(findingsQuery({ planId, ...(targetId ? { targetId } : {}) }));
  const canWrite = useCan('findings.write');
  const { data: repeats } = useQuery({ ...repeatsQuery(planId), enabled: useCan('findings.compare') });
  const repeatOf = new Map(repeats?.map((repeat) => [repeat.findingId, repeat]));
  const words = foldText(search);
  const shown = findings.data?.filter(
    (finding) =>
      (area === '' || finding.area === area) &&
      (about === '' || finding.target?.id === about) &&
      foldText(`${finding.text} ${finding.target?.name ?? ''}`).includes(words),
  );
  const write = () => setOpen({ start: { planId, targetId: targetId ?? about } });

  return (
    <>
      <Group justify="flex-end" mb="sm" gap="xs">
        {actions}
        {canWrite && <Button onClick={write}>Ghi kết quả</Button>}
      </Group>
      <FilterBar label="Tìm trong nội dung">
        <SelectField
          label="Lĩnh vực"
          placeholder="Mọi lĩnh vực"
          value={area}
          onChange={setArea}
          options={AREA_CODES.map((value) => ({ value, label: AREAS[value].shortName }))}
        />
        {!targetId && targets.length > 1 && (
          <SelectField
            label="Đối tượng"
            placeholder="Mọi đối tượng"
            value={about}
            onChange={setAbout}
            options={targets.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </FilterBar>
      {findings.isError && <ProblemAlert problem={findings.error} onRetry={() => void findings.refetch()} />}
      {findings.isPending && <Skeletons lines={8} />}
      {shown?.length === 0 && (
        <EmptyState>
          {findings.data?.length === 0
            ? 'Ưu điểm và tồn tại, hạn chế ghi nhận qua kiểm tra nằm ở đây; ghi ngay tại phiếu chấm hoặc tại trang này.'
            : 'Không có nội dung nào khớp. Đề nghị bớt điều kiện lọc.'}
        </EmptyState>
      )}
      {FINDING_KINDS.map((kind) => {
        const ofKind = shown?.filter((finding) => finding.kind === kind) ?? [];
        return (
          ofKind.length > 0 && (
            <section key={kind} className={styles.kind}>
              <Title order={2}>
                {FINDING_KIND_LABELS[kind]} ({ofKind.filter(({ isWithdrawn }) => !isWithdrawn).length})
              </Title>
              <ByArea findings={ofKind} repeatOf={repeatOf} onEdit={(finding) => setOpen({ finding })} />
            </section>
          )
        );
      })}
      <FindingDialog open={open} targets={targets} onClose={() => setOpen(null)} />
    </>
  );
}

interface ByAreaProps {
  findings: readonly FindingView[];
  repeatOf: ReadonlyMap<string, RepeatView>;
  onEdit: (finding: FindingView) => void;
}

function ByArea({ findings, repeatOf, onEdit }: ByAreaProps) {
  return AREA_CODES.map((area) => {
    const ofArea = findings.filter((finding) => finding.area === area);
    return (
      ofArea.length > 0 && (
        <div key={area} className={styles.area}>
          <Title order={3}>{AREAS[area].shortName}</Title>
          <ul className={styles.list}>
            {ofArea.map((finding) => (
              <FindingCard
                key={finding.id}
                finding={finding}
                repeat={repeatOf.get(finding.id)}
                onEdit={() => onEdit(finding)}
              />
            ))}
          </ul>
        </div>
      )
    );
  });
}
