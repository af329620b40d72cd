import { Button, Group, Input, SegmentedControl, SimpleGrid } from '@mantine/core';
import { AREAS, AREA_CODES, type AreaCode } from '@kiemtra/shared/criteria';
import {
  CreateFindingDto,
  FINDING_KINDS,
  FINDING_KIND_LABELS,
  SEVERITIES,
  SEVERITY_LABELS,
  UpdateFindingDto,
  type FindingCriterionDto,
  type FindingKind,
  type FindingView,
} from '@kiemtra/shared/findings';
import { newId } from '@kiemtra/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMe } from '../../api/me.js';
import { useDtoForm, type Draft, type DtoForm } from '../../ui/dto-form.js';
import { DtoFormFrame } from '../../ui/DtoFormFrame.js';
import { SelectField, TextField } from '../../ui/fields.js';
import { useCreateFinding, useUpdateFinding } from './findings.mutations.js';
import { Suggestions } from './Suggestions.js';

/** What of the plan a finding can be about. */
export interface FindingTarget {
  id: string;
  name: string;
}

type Content = Omit<Draft<CreateFindingDto>, 'id' | 'planId'>;

/** What a new finding begins with: where it was seen, and what is already known of it. */
export interface FindingStart {
  planId: string;
  targetId?: string;
  visitId?: string;
  criterion?: FindingCriterionDto;
  kind?: FindingKind;
  area?: AreaCode;
  text?: string;
}

interface FormProps {
  /** Empty where it can only be about one. */
  targets: readonly FindingTarget[];
  /** Wordings that are offered: what is often found wrong with the criterion. */
  suggestions?: readonly string[];
  onDone: () => void;
  onCancel: () => void;
}

export const EMPTY_FINDING: Content = {
  targetId: '',
  visitId: null,
  kind: 'shortcoming',
  area: '',
  criterion: null,
  text: '',
  extent: '',
  legalBasis: '',
  cause: '',
  severity: '',
};

const AREA_OPTIONS = AREA_CODES.map((value) => ({ value, label: AREAS[value].shortName }));
const KIND_OPTIONS = FINDING_KINDS.map((value) => ({ value, label: FINDING_KIND_LABELS[value] }));
const SEVERITY_OPTIONS = SEVERITIES.map((value) => ({ value, label: SEVERITY_LABELS[value] }));

/** Writes a new finding; what was typed is kept on the device until it is stored or given up. */
export function NewFindingForm({ start, ...rest }: FormProps & { start: FindingStart }) {
  const create = useCreateFinding();
  const [id] = useState(newId);
  const { accountId: owner } = useMe();
  const place = [start.planId, start.targetId, start.criterion?.key].filter(Boolean).join('.');
  const finding = useDtoForm(
    CreateFindingDto,
    { ...EMPTY_FINDING, id, ...start },
    { draft: `findings.new.${place}`, owner },
  );
  return <FindingFields {...rest} of={finding} onSend={(body) => create.mutateAsync(body)} />;
}

export function EditFindingForm({ finding, ...rest }: FormProps & { finding: FindingView }) {
  const update = useUpdateFinding(finding.id);
  const edited = useDtoForm(UpdateFindingDto, {
    version: finding.version,
    targetId: finding.target?.id ?? '',
    visitId: finding.visitId,
    kind: finding.kind,
    area: finding.area,
    criterion: finding.criterion && { versionId: finding.criterion.versionId, key: finding.criterion.key },
    text: finding.text,
    extent: finding.extent ?? '',
    legalBasis: finding.legalBasis ?? '',
    cause: finding.cause ?? '',
    severity: finding.severity ?? '',
  });
  return <FindingFields {...rest} of={edited} onSend={(body) => update.mutateAsync(body)} />;
}

interface FindingFieldsProps<T extends object> extends FormProps {
  of: DtoForm<T>;
  onSend: (body: T) => Promise<unknown>;
  /** Further acts beside the usual ones. */
  acts?: ReactNode;
}

export function FindingFields<T extends object>(props: FindingFieldsProps<T>) {
  const { of, targets, suggestions = [], onSend, onDone, onCancel, acts } = props;
  const kind = of.field('kind');
  const text = of.field('text');
  const isShortcoming = kind.value === 'shortcoming';
  const setKind = (next: string) => {
    kind.onChange(next);
    if (next === 'shortcoming') return;
    of.field('severity').onChange('');
    of.field('cause').onChange('');
  };
  return (
    <DtoFormFrame of={of} onSend={(body) => onSend(body).then(onDone)}>
      <Input.Wrapper label="Loại" labelElement="div">
        <div>
          <SegmentedControl aria-label="Loại" value={kind.value as string} onChange={setKind} data={KIND_OPTIONS} />
        </div>
      </Input.Wrapper>
      <TextField {...text} label="Nội dung" rows={4} />
      <Suggestions texts={suggestions} current={text.value as string} onPick={text.onChange} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="md">
        <SelectField {...of.field('area')} label="Lĩnh vực" options={AREA_OPTIONS} />
        {isShortcoming && <SelectField {...of.field('severity')} label="Mức độ" options={SEVERITY_OPTIONS} />}
        {targets.length > 0 && (
          <SelectField
            {...of.field('targetId')}
            label="Đối tượng"
            placeholder="Chung cho cả kế hoạch"
            options={targets.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <TextField {...of.field('extent')} label="Phạm vi (ví dụ: một số xã)" />
      </SimpleGrid>
      <TextField {...of.field('legalBasis')} label="Căn cứ pháp lý" rows={2} />
      {isShortcoming && <TextField {...of.field('cause')} label="Nguyên nhân" rows={2} />}
      <Group>
        <Button type="submit" loading={of.isSending}>
          Lưu
        </Button>
        <Button
          variant="default"
          onClick={() => {
            of.forgetDraft();
            onCancel();
          }}
        >
          Bỏ
        </Button>
        {acts}
      </Group>
    </DtoFormFrame>
  );
}
