import { Anchor, List, Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import type { DtoForm } from './dto-form.js';
import styles from './DtoFormFrame.module.css';
import { ProblemAlert } from './ProblemAlert.js';

interface DtoFormFrameProps<T extends object> {
  of: DtoForm<T>;
  onSend: (dto: T) => Promise<unknown>;
  children: ReactNode;
}

/** The form element of a `useDtoForm`: what is wrong stands on top, each line a link to its field. */
export function DtoFormFrame<T extends object>({ of, onSend, children }: DtoFormFrameProps<T>) {
  const summary = useRef<HTMLDivElement>(null);
  const count = of.faults.length;
  const hadFaults = useRef(false);
  useEffect(() => {
    if (count > 0 && !hadFaults.current) summary.current?.focus();
    hadFaults.current = count > 0;
  }, [count]);

  return (
    <form
      noValidate
      onSubmit={(event) => void of.send(onSend)(event)}
      className={styles.form}
      data-unkept={of.isUnkept || undefined}
    >
      {count > 0 && (
        <div ref={summary} tabIndex={-1} role="alert" className={styles.summary}>
          <Title order={2} size="h3">
            {count === 1 ? 'Có một chỗ cần sửa' : `Có ${count} chỗ cần sửa`}
          </Title>
          <List spacing={4} mt={4}>
            {of.faults.map((fault) => (
              <List.Item key={fault.path}>
                {fault.label ? (
                  <Anchor
                    href={`#${fault.fieldId}`}
                    onClick={(event) => {
                      event.preventDefault();
                      document.getElementById(fault.fieldId)?.focus();
                    }}
                  >
                    {fault.label}: {fault.message}
                  </Anchor>
                ) : (
                  fault.message
                )}
              </List.Item>
            ))}
          </List>
        </div>
      )}
      {of.problem !== null && <ProblemAlert problem={of.problem} kept="Nội dung đã nhập vẫn còn trên màn hình." />}
      {children}
    </form>
  );
}
