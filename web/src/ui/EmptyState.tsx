import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** What an empty place will hold, and the first step towards it. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <Text c="dimmed" maw="36rem">
        {children}
      </Text>
      {action}
    </div>
  );
}
