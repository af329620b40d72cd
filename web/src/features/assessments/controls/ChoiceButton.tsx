import type { ReactNode } from 'react';
import styles from './controls.module.css';

interface ChoiceButtonProps {
  isChosen: boolean;
  onChoose: () => void;
  isQuiet?: boolean;
  children: ReactNode;
}

/** One of several answers; one tap. `data-choice` lets the number keys find it. */
export function ChoiceButton({ isChosen, onChoose, isQuiet = false, children }: ChoiceButtonProps) {
  return (
    <button
      type="button"
      data-choice
      aria-pressed={isChosen}
      className={isQuiet ? `${styles.choice} ${styles.quiet}` : styles.choice}
      onClick={onChoose}
    >
      {children}
    </button>
  );
}
