import { Button, Group, Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useDtoForm, type Draft } from './dto-form.js';
import { DtoFormFrame } from './DtoFormFrame.js';
import { TextField } from './fields.js';

interface ReasonActProps<T extends { reason?: string | null }> {
  act: string;
  title: string;
  label: string;
  description: string;
  dto: new () => T;
  initial: Draft<T>;
  draft: string;
  /** Lines of the field. */
  rows?: number;
  onSend: (body: T) => Promise<unknown>;
  /** What will happen, above the field. */
  children?: ReactNode;
}

/** A button for an act that must give its reason. */
export function ReasonAct<T extends { reason?: string | null }>(props: ReasonActProps<T>) {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <>
      <Button variant="default" onClick={() => setIsOpen(true)}>
        {props.act}
      </Button>
      <Modal opened={isOpen} onClose={close} title={props.title}>
        {props.children}
        <ReasonForm {...props} onDone={close} />
      </Modal>
    </>
  );
}

function ReasonForm<T extends { reason?: string | null }>({
  act,
  label,
  description,
  dto,
  initial,
  draft,
  rows = 3,
  onSend,
  onDone,
}: ReasonActProps<T> & { onDone: () => void }) {
  const form = useDtoForm(dto, initial, { draft });
  const send = async (body: T) => {
    await onSend(body);
    onDone();
  };
  return (
    <DtoFormFrame of={form} onSend={send}>
      <TextField {...form.field('reason')} label={label} description={description} rows={rows} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onDone}>
          Quay lại
        </Button>
        <Button type="submit" loading={form.isSending}>
          {act}
        </Button>
      </Group>
    </DtoFormFrame>
  );
}
