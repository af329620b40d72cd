import { useId } from 'react';
import type { Choice } from './fields.js';
import styles from './recording.module.css';

interface ToggleChoicesProps<Value extends string> {
  label: string;
  options: readonly (Choice & { value: Value })[];
  value: Value | null;
  /** Null when the chosen one is tapped again. */
  onChoose: (value: Value | null) => void;
  disabled?: boolean;
}

/** One of a few answers, or none yet; one tap each. */
export function ToggleChoices<Value extends string>(props: ToggleChoicesProps<Value>) {
  const { label, options, value, onChoose, disabled = false } = props;
  const id = useId();
  return (
    <div role="group" aria-labelledby={id}>
      <div id={id} className={styles.label}>
        {label}
      </div>
      <div className={styles.choices}>
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            className={styles.choice}
            aria-pressed={option.value === value}
            disabled={disabled}
            onClick={() => onChoose(option.value === value ? null : option.value)}
          >
            {option.label}
          </button>
        ))}
      </div>
    </div>
  );
}
