import { Button, Checkbox, Group, NumberInput, Text } from '@mantine/core';
import { AREAS } from '@kiemtra/shared/criteria';
import {
  CreateDraftConclusionDto,
  EXPLANATION_DAYS,
  UpdateDraftConclusionDto,
  type DraftConclusionView,
} from '@kiemtra/shared/explanations';
import { FINDING_KIND_LABELS, type FindingView } from '@kiemtra/shared/findings';
import { newId } from '@kiemtra/shared/kernel';
import { useState } from 'react';
import { useDtoForm, type DtoForm } from '../../ui/dto-form.js';
import { DtoFormFrame } from '../../ui/DtoFormFrame.js';
import { useCreateDraft, useUpdateDraft } from './explanations.queries.js';
import styles from './explanations.module.css';

interface FieldsProps {
  /** Those about the target that may be put to its unit. */
  findings: readonly FindingView[];
}

/** Prepares a draft: all that was found at the target is chosen at first. */
export function NewDraftForm({
  targetId,
  findings,
  onDone,
}: FieldsProps & { targetId: string; onDone: (draft: DraftConclusionView) => void }) {
  const create = useCreateDraft();
  const [id] = useState(newId);
  const form = useDtoForm(
    CreateDraftConclusionDto,
    { id, targetId, findingIds: findings.map((finding) => finding.id), workingDays: EXPLANATION_DAYS.usual },
    { draft: `explanations.draft.${targetId}` },
  );
  return <DraftFields of={form} findings={findings} onSend={async (body) => onDone(await create.mutateAsync(body))} />;
}

export function EditDraftForm({ draft, findings }: FieldsProps & { draft: DraftConclusionView }) {
  const update = useUpdateDraft(draft.id);
  const { version, workingDays } = draft;
  const findingIds = draft.findings.map(({ finding }) => finding.id);
  const form = useDtoForm(
    UpdateDraftConclusionDto,
    { version, findingIds, workingDays },
    { draft: `explanations.edit.${draft.id}.${version}` },
  );
  return <DraftFields of={form} findings={findings} onSend={(body) => update.mutateAsync(body)} />;
}

interface DraftFieldsProps<T extends object> extends FieldsProps {
  of: DtoForm<T>;
  onSend: (body: T) => Promise<unknown>;
}

function DraftFields<T extends object>({ of, findings, onSend }: DraftFieldsProps<T>) {
  const chosen = of.field('findingIds');
  const term = of.field('workingDays');
  return (
    <DtoFormFrame of={of} onSend={onSend}>
      <Checkbox.Group
        label="Nội dung đưa lấy ý kiến"
        value={chosen.value as string[]}
        onChange={chosen.onChange}
        error={chosen.error}
      >
        <div className={styles.ticks}>
          {findings.map(({ id, text, kind, area, extent }) => (
            <Checkbox
              key={id}
              value={id}
              label={
                <>
                  {text}
                  <Text size="sm" c="dimmed" span display="block">
                    {[FINDING_KIND_LABELS[kind], AREAS[area].shortName, extent].filter(Boolean).join(' · ')}
                  </Text>
                </>
              }
            />
          ))}
        </div>
      </Checkbox.Group>
      <NumberInput
        id={term.id}
        label="Thời hạn giải trình (ngày làm việc)"
        description={`Từ ${EXPLANATION_DAYS.min} đến ${EXPLANATION_DAYS.max} ngày, tính từ ngày đưa lấy ý kiến; ngày thứ nhất là ngày làm việc liền sau.`}
        hideControls
        value={term.value as number}
        onChange={(value) => term.onChange(Number(value))}
        error={term.error}
      />
      <Group>
        <Button type="submit" loading={of.isSending}>
          Lưu dự thảo
        </Button>
      </Group>
    </DtoFormFrame>
  );
}
