import { useId } from 'react';
import styles from './controls.module.css';

interface TextInputProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
  fault: string | null;
}

/** A line of words beside an answer. */
export function TextInput({ label, value, onChange, fault }: TextInputProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={1}
        className={styles.input}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-fault`}
      />
      <Fault id={`${id}-fault`} text={fault} />
    </div>
  );
}

/** What is wrong with a field, in words beside it. */
export function Fault({ id, text }: { id: string; text: string | null }) {
  if (text === null) return null;
  return (
    <span id={id} className={styles.fault} role="alert">
      {text}
    </span>
  );
}
