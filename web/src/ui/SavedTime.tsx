import { TextInput } from '@mantine/core';
import { readTypedTime } from '@kiemtra/shared/kernel';
import { useState } from 'react';

interface SavedTimeProps {
  label: string;
  /** "07:45"; null while none was given. */
  value: string | null;
  onSave: (time: string) => void;
  disabled?: boolean;
}

/** A time of day of 24 hours, saved as soon as the field is left with one in it. */
export function SavedTime({ label, value, onSave, disabled = false }: SavedTimeProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const leave = () => {
    if (typed === null) return;
    const read = readTypedTime(typed);
    setWrong(read === null);
    if (read === null) return;
    setTyped(null);
    onSave(read);
  };
  return (
    <TextInput
      label={label}
      inputMode="numeric"
      autoComplete="off"
      placeholder="07:45"
      value={typed ?? value ?? ''}
      error={isWrong ? 'Giờ có dạng 07:45' : null}
      disabled={disabled}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={leave}
    />
  );
}
