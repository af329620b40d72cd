import { ActionIcon, Input } from '@mantine/core';
import { formatDecimal } from '@kiemtra/shared/kernel';
import { useId, useState } from 'react';
import styles from './recording.module.css';

interface CountFieldProps {
  label: string;
  value: number;
  /** The number as soon as it is one. */
  onSave: (value: number) => void;
  min?: number;
  max?: number;
  disabled?: boolean;
}

/** A whole number that is saved as it is typed, with one more and one fewer under the thumb. */
export function CountField({ label, value, onSave, min = 0, max = 100_000, disabled = false }: CountFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? value : readCount(typed, min, max);
  const put = (next: number) => {
    setTyped(null);
    onSave(next);
  };
  const error = read === null && (min > 0 ? `Ghi số nguyên từ ${min}` : 'Ghi số nguyên, ví dụ 12');
  return (
    <Input.Wrapper label={label} id={id} error={error}>
      <div className={styles.count}>
        <ActionIcon
          variant="default"
          aria-label={`Bớt một: ${label}`}
          disabled={disabled || value <= min}
          onClick={() => put(value - 1)}
        >
          −
        </ActionIcon>
        <Input
          id={id}
          inputMode="numeric"
          autoComplete="off"
          value={typed ?? formatDecimal(String(value))}
          error={error}
          disabled={disabled}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            const next = readCount(currentTarget.value, min, max);
            if (next !== null) onSave(next);
          }}
          onBlur={() => read !== null && setTyped(null)}
        />
        <ActionIcon
          variant="default"
          aria-label={`Thêm một: ${label}`}
          disabled={disabled || value >= max}
          onClick={() => put(value + 1)}
        >
          +
        </ActionIcon>
      </div>
    </Input.Wrapper>
  );
}

/** "1.245" or "1245"; null when it is no whole number between the bounds. */
function readCount(typed: string, min: number, max: number): number | null {
  const digits = typed.replace(/[.\s]/g, '');
  const count = Number(digits);
  return /^\d{1,9}$/.test(digits) && count >= min && count <= max ? count : null;
}
