import { Button, Group, Modal, type ButtonProps } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { ProblemAlert } from './ProblemAlert.js';

interface ConfirmActProps extends Pick<ButtonProps, 'variant' | 'size' | 'disabled'> {
  /** The verb on both buttons: "Ban hành", "Chốt". */
  act: string;
  /** The whole question: "Ban hành Kế hoạch 12/KH-SNV". */
  title: string;
  /** What exactly will happen, and to whom. */
  children: ReactNode;
  onConfirm: () => Promise<unknown>;
}

/** A button for an act that cannot be undone: says what will happen and asks for the act by its name. */
export function ConfirmAct({ act, title, children, onConfirm, ...button }: ConfirmActProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [isRunning, setIsRunning] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  const open = () => {
    setProblem(null);
    setIsOpen(true);
  };
  const confirm = async () => {
    setIsRunning(true);
    setProblem(null);
    try {
      await onConfirm();
      setIsOpen(false);
    } catch (error) {
      setProblem(error);
    } finally {
      setIsRunning(false);
    }
  };

  return (
    <>
      <Button {...button} onClick={open}>
        {act}
      </Button>
      <Modal opened={isOpen} onClose={() => setIsOpen(false)} title={title} closeOnClickOutside={!isRunning}>
        {children}
        {problem !== null && <ProblemAlert problem={problem} />}
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={() => setIsOpen(false)} disabled={isRunning}>
            Quay lại
          </Button>
          <Button onClick={() => void confirm()} loading={isRunning}>
            {act}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
