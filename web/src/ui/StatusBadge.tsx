import styles from './StatusBadge.module.css';

/** neutral: not begun or over; active: running; waiting: somebody must act; done: settled; late: late or lost. */
export type Tone = 'neutral' | 'active' | 'waiting' | 'done' | 'late';

/** A state as a colour and a word. */
export function StatusBadge({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {children}
    </span>
  );
}
