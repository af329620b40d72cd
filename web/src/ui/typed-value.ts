import { isCalendarDate, type CalendarDate } from '@kiemtra/shared/kernel';
import { useState } from 'react';

interface TypedValue {
  shown: string;
  onType: (text: string) => void;
  onLeave: () => void;
}

/**
 * An input whose text and value differ ("2,5" and "2.5"). What cannot be read stays in the field and in the form as
 * it was typed, so that the check of the form speaks about it and nothing disappears.
 */
export function useTypedValue(
  value: string,
  onChange: (value: string) => void,
  parse: (typed: string) => string | null,
  format: (value: string) => string,
): TypedValue {
  const [typed, setTyped] = useState<string | null>(null);
  const isOwn = typed !== null && (parse(typed) ?? typed) === value;
  return {
    shown: isOwn ? typed : format(value),
    onType: (text) => {
      setTyped(text);
      onChange(parse(text) ?? text);
    },
    onLeave: () => setTyped(null),
  };
}

/** Reads a typed day: "5/1/2026", "05.01.26", "05012026", "2026-01-05"; null when it is no existing day. */
export function parseTypedDate(typed: string): CalendarDate | null {
  const text = typed.trim();
  if (isCalendarDate(text)) return text;
  const match = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (!match) return null;
  const [, day = '', month = '', year = ''] = match;
  const date = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : null;
}
