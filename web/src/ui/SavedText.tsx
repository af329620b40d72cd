import { Textarea } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';

interface SavedTextProps {
  label: string;
  value: string | null;
  onSave: (text: string | null) => void;
  max: number;
  disabled?: boolean;
}

const TYPING_PAUSE = 800;

/** A short text that is saved when typing pauses, when the field is left and when the page goes out of sight. */
export function SavedText({ label, value, onSave, max, disabled = false }: SavedTextProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const save = useEffectEvent(() => {
    if (typed === null) return;
    onSave(typed.normalize('NFC').trim() || null);
    setTyped(null);
  });
  useEffect(() => {
    if (typed === null) return undefined;
    const timer = setTimeout(() => save(), TYPING_PAUSE);
    const onHide = () => save();
    window.addEventListener('pagehide', onHide);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', onHide);
      document.removeEventListener('visibilitychange', onHide);
    };
  }, [typed]);
  useEffect(() => () => save(), []);
  return (
    <Textarea
      label={label}
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
