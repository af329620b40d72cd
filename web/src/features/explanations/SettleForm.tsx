import { Button, Group, Modal, Text } from '@mantine/core';
import {
  SETTLINGS,
  SETTLING_LABELS,
  SettleFindingDto,
  asksReason,
  type PutFindingView,
  type Settling,
} from '@kiemtra/shared/explanations';
import { newId } from '@kiemtra/shared/kernel';
import { useState } from 'react';
import { useDtoForm } from '../../ui/dto-form.js';
import { DtoFormFrame } from '../../ui/DtoFormFrame.js';
import { TextField } from '../../ui/fields.js';
import { RadioField } from '../../ui/RadioField.js';
import { useSettleFinding } from './explanations.queries.js';

const OPTIONS = SETTLINGS.map((value) => ({ value, label: SETTLING_LABELS[value] }));

interface SettleProps {
  draftId: string;
  put: PutFindingView;
}

/** The team's one decision about a finding, in a dialog. */
export function SettleFinding(props: SettleProps) {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <>
      <Button mt="xs" onClick={() => setIsOpen(true)}>
        Quyết định
      </Button>
      <Modal opened={isOpen} onClose={close} title="Quyết định sau giải trình" size="lg">
        <SettleForm {...props} onDone={close} />
      </Modal>
    </>
  );
}

function SettleForm({ draftId, put, onDone }: SettleProps & { onDone: () => void }) {
  const { finding, explanations, version } = put;
  const settle = useSettleFinding(draftId, finding.id);
  const [id] = useState(newId);
  const form = useDtoForm(
    SettleFindingDto,
    { id, version, settling: '', text: finding.text, reason: '' },
    { draft: `explanations.settle.${draftId}.${finding.id}.${version}` },
  );
  const choice = form.field('settling');
  const settling = choice.value as Settling | '';
  const lastStance = explanations.at(-1)?.stance ?? null;
  const send = async (body: SettleFindingDto) => {
    await settle.mutateAsync({ ...body, text: body.settling === 'change' ? (body.text ?? null) : null });
    onDone();
  };
  return (
    <DtoFormFrame of={form} onSend={send}>
      <RadioField
        label="Sau ý kiến của đơn vị"
        options={OPTIONS}
        value={settling}
        onChange={choice.onChange}
        error={choice.error}
        withAsterisk
      />
      {settling === 'change' && (
        <TextField {...form.field('text')} label="Nội dung sau khi sửa" withAsterisk rows={3} />
      )}
      {settling !== '' && (
        <TextField
          {...form.field('reason')}
          label="Lý do"
          description="Đơn vị đọc nguyên văn."
          withAsterisk={asksReason(settling, lastStance)}
          rows={3}
        />
      )}
      <Text size="sm" c="dimmed">
        {settling === 'drop'
          ? 'Nội dung này không còn được tính và không đưa vào kiến nghị; vẫn đọc được cùng lý do.'
          : 'Mỗi nội dung chỉ quyết định một lần; đơn vị thấy quyết định ngay.'}
      </Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onDone}>
          Quay lại
        </Button>
        <Button type="submit" loading={form.isSending}>
          Ghi quyết định
        </Button>
      </Group>
    </DtoFormFrame>
  );
}
