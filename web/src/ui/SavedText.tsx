import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useWhileTyping } from './while-typing.js';

interface SavedTextProps {
  label: string;
  value: string | null;
  onSave: (text: string | null) => void;
  max: number;
  /** One line of help under the label. */
  description?: string;
  disabled?: boolean;
}

/** A short text that is saved when typing pauses, when the field is left and when the page goes out of sight. */
export function SavedText({ label, value, onSave, max, description, disabled = false }: SavedTextProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const save = () => {
    if (typed === null) return;
    onSave(typed.normalize('NFC').trim() || null);
    setTyped(null);
  };
  useWhileTyping(typed, save);
  return (
    <Textarea
      label={label}
      description={description}
      autosize
      minRows={1}
      maxLength={max}
      value={typed ?? value ?? ''}
      disabled={disabled}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => save()}
    />
  );
}
