import { formatDecimal, isDecimal, parseTypedDecimal } from '@kiemtra/shared/kernel';
import { useId } from 'react';
import { useTypedValue } from '../../../ui/typed-value.js';
import type { Answering } from '../answering.js';
import { textAt, withValue, type FieldPath } from '../raw-answer.js';
import styles from './controls.module.css';
import { Fault } from './TextInput.js';

interface NumberInputProps {
  label: string;
  /** Behind the number: "/100", "%". */
  unit?: string;
  path: FieldPath;
  answering: Answering;
}

/** A figure of an answer: numeric keypad, comma and dot accepted, comma shown; what is no number stays as typed. */
export function NumberInput({ label, unit, path, answering: { raw, put, faultAt } }: NumberInputProps) {
  const id = useId();
  const fault = faultAt(path);
  const typed = useTypedValue(
    textAt(raw, path),
    (value) => put(withValue(raw, path, value), true),
    parseTypedDecimal,
    (value) => (isDecimal(value) ? formatDecimal(value).replaceAll('.', '') : value),
  );
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <span className={styles.figure}>
        <input
          id={id}
          className={styles.input}
          inputMode="decimal"
          autoComplete="off"
          enterKeyHint="next"
          value={typed.shown}
          onChange={(event) => typed.onType(event.currentTarget.value)}
          onBlur={typed.onLeave}
          aria-invalid={fault !== null}
          aria-describedby={`${id}-fault`}
        />
        {unit && <span>{unit}</span>}
      </span>
      <Fault id={`${id}-fault`} text={fault} />
    </div>
  );
}
