import styles from './scoring.module.css';

/** How a criterion stands, as a shape and a word. */
export type CardState = 'open' | 'answered' | 'disputed';

const WORDS: Record<CardState, string> = {
  open: 'Chưa chấm',
  answered: 'Đã chấm',
  disputed: 'Có ý kiến khác nhau',
};

export function StateMark({ state, isWordShown = false }: { state: CardState; isWordShown?: boolean }) {
  return (
    <span className={styles.state}>
      <span className={styles.mark} data-state={state} aria-hidden />
      <span className={isWordShown ? undefined : 'k-hidden'}>{WORDS[state]}</span>
    </span>
  );
}
