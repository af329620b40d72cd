import styles from './scoring.module.css';

/** How a criterion stands, as a shape and a word. */
export type CardState = 'open' | 'answered' | 'disputed';

export const STATE_WORDS: Record<CardState, string> = {
  open: 'Chưa chấm',
  answered: 'Đã chấm',
  disputed: 'Có ý kiến khác nhau',
};

/** The shape, with its word for those who do not see it unless the word stands beside it. */
export function StateMark({ state, isSaid = false }: { state: CardState; isSaid?: boolean }) {
  const said = isSaid ? { 'aria-hidden': true } : { role: 'img', 'aria-label': STATE_WORDS[state] };
  return <span className={styles.mark} data-state={state} {...said} />;
}
