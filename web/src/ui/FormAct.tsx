import { Button, Group, Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useDtoForm, type Draft, type DtoForm } from './dto-form.js';
import { DtoFormFrame } from './DtoFormFrame.js';

export interface FormActProps<T extends object> {
  /** The verb on both buttons. */
  act: string;
  title: string;
  dto: new () => T;
  /** What the form begins with; read anew each time it opens. */
  initial: Draft<T>;
  draft: string;
  /** The account that the draft belongs to; without one it belongs to the tab. */
  owner?: string;
  onSend: (body: T) => Promise<unknown>;
  variant?: 'filled' | 'default';
  children: (form: DtoForm<T>) => ReactNode;
}

/** A button for an act that asks for something first. */
export function FormAct<T extends object>({ variant = 'default', ...props }: FormActProps<T>) {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <>
      <Button variant={variant} onClick={() => setIsOpen(true)}>
        {props.act}
      </Button>
      <Modal opened={isOpen} onClose={close} title={props.title}>
        <ActForm {...props} onDone={close} />
      </Modal>
    </>
  );
}

type ActFormProps<T extends object> = Omit<FormActProps<T>, 'title' | 'variant'> & { onDone: () => void };

function ActForm<T extends object>({ act, dto, initial, draft, owner, onSend, onDone, children }: ActFormProps<T>) {
  const form = useDtoForm(dto, initial, { draft, owner });
  const send = async (body: T) => {
    await onSend(body);
    onDone();
  };
  return (
    <DtoFormFrame of={form} onSend={send}>
      {children(form)}
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
