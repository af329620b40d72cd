import { Button, Checkbox, Group, NumberInput, Text } from '@mantine/core';
import type { FindingView } from '@kiemtra/shared/findings';
import { newId } from '@kiemtra/shared/kernel';
import {
  CreateRequestDto,
  REQUEST_KINDS,
  REQUEST_KIND_LABELS,
  UpdateRequestDto,
  WORKING_DAYS_USUAL,
  type RequestView,
} from '@kiemtra/shared/remediation';
import { useState, type ComponentType } from 'react';
import { useDtoForm, type DtoForm, type FieldProps } from '../../ui/dto-form.js';
import { DtoFormFrame } from '../../ui/DtoFormFrame.js';
import { SelectField, TextField } from '../../ui/fields.js';
import { FindingTicks } from './FindingTicks.js';
import {
  addressedTo,
  labelsOf,
  withLabels,
  withTerm,
  withUnits,
  type Recipients,
  type TermAndRecipients,
} from './recipients.js';
import { useCreateRequest, useUpdateRequest } from './remediation.queries.js';

/** A field that picks several units, given by whoever composes the page: units are another feature's. */
export type UnitsField = ComponentType<FieldProps<string[]> & { label: string; description?: string }>;

interface FormProps {
  UnitsField: UnitsField;
  /** Shortcomings of the plan, to tick those that the request answers. */
  findings: readonly FindingView[];
  /** The units of the plan's targets, for addressing those whose findings are ticked. */
  unitOfTarget: ReadonlyMap<string, string>;
  onDone: (request: RequestView) => void;
}

export function NewRequestForm({ planId, ...rest }: FormProps & { planId: string }) {
  const create = useCreateRequest();
  const [id] = useState(newId);
  const request = useDtoForm(
    CreateRequestDto,
    {
      id,
      planId,
      kind: 'remedy_by_date',
      text: '',
      measure: '',
      workingDays: WORKING_DAYS_USUAL,
      findingIds: [],
      recipients: [],
    },
    { draft: `remediation.request.${planId}` },
  );
  return <RequestFields {...rest} of={request} onSend={(body) => create.mutateAsync(body)} />;
}

export function EditRequestForm({ request, ...rest }: FormProps & { request: RequestView }) {
  const update = useUpdateRequest(request.id);
  const start = {
    version: request.version,
    kind: request.kind,
    text: request.text,
    measure: request.measure ?? '',
    workingDays: request.workingDays ?? request.recipients[0]?.workingDays ?? null,
    findingIds: request.findingIds,
    recipients: request.recipients.map(({ id, organizationId, name }) => ({
      id,
      organizationId,
      label: organizationId === null ? name : null,
    })),
  };
  const edited = useDtoForm(UpdateRequestDto, start, { draft: `remediation.edit.${request.id}.${request.version}` });
  return <RequestFields {...rest} of={edited} onSend={(body) => update.mutateAsync(body)} />;
}

interface RequestFieldsProps<T extends TermAndRecipients> extends FormProps {
  of: DtoForm<T>;
  onSend: (body: T) => Promise<RequestView>;
}

const KIND_OPTIONS = REQUEST_KINDS.map((value) => ({ value, label: REQUEST_KIND_LABELS[value] }));

function RequestFields<T extends TermAndRecipients>(props: RequestFieldsProps<T>) {
  const { of, UnitsField: Units, findings, unitOfTarget, onSend, onDone } = props;
  const ticked = of.field('findingIds');
  const addressed = of.field('recipients');
  const recipients = addressed.value as Recipients;
  const dueIn = of.field('workingDays');
  const term = dueIn.value as number | null;
  const tick = (ids: string[]) => {
    const added = ids.filter((id) => !(ticked.value as string[]).includes(id));
    const units = findings.flatMap(({ id, target }) =>
      added.includes(id) ? (unitOfTarget.get(target?.id ?? '') ?? []) : [],
    );
    ticked.onChange(ids);
    if (units.length > 0)
      addressed.onChange(withUnits(recipients, [...new Set([...addressedTo(recipients), ...units])]));
  };

  return (
    <DtoFormFrame of={of} onSend={async (body) => onDone(await onSend({ ...body, recipients: withTerm(body) }))}>
      <SelectField {...of.field('kind')} label="Yêu cầu" options={KIND_OPTIONS} />
      <TextField {...of.field('text')} label="Nội dung kiến nghị" rows={3} />
      <TextField {...of.field('measure')} label="Biện pháp" description="Cách làm đề nghị, nếu có." rows={2} />
      <FindingTicks findings={findings} value={ticked.value as string[]} onChange={tick} error={ticked.error} />
      <Units
        label="Nơi nhận"
        value={addressedTo(recipients)}
        onChange={(ids) => addressed.onChange(withUnits(recipients, ids))}
        error={addressed.error}
      />
      <TextField
        id={addressed.id}
        label="Nơi nhận khác"
        description="Mỗi dòng một nơi, ghi bằng chữ; những nơi này không có tài khoản để trả lời."
        rows={1}
        value={labelsOf(recipients)}
        onChange={(text) => addressed.onChange(withLabels(recipients, text))}
      />
      <div>
        <Group align="end" gap="md">
          <NumberInput
            id={dueIn.id}
            label="Thời hạn (ngày làm việc)"
            decimalSeparator=","
            hideControls
            disabled={term === null}
            value={term ?? ''}
            onChange={(value) => dueIn.onChange(Number(value))}
            error={dueIn.error}
          />
          <Checkbox
            label="Không đặt thời hạn"
            mb="xs"
            checked={term === null}
            onChange={(event) => dueIn.onChange(event.currentTarget.checked ? null : WORKING_DAYS_USUAL)}
          />
        </Group>
        <Text size="sm" c="dimmed" mt={4}>
          Tính từ ngày phát hành; ngày thứ nhất là ngày làm việc liền sau.
        </Text>
      </div>
      <Group>
        <Button type="submit" loading={of.isSending}>
          Lưu dự thảo
        </Button>
      </Group>
    </DtoFormFrame>
  );
}
