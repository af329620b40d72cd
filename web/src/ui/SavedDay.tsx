import { isCalendarDate, type CalendarDate } from '@kiemtra/shared/kernel';
import { useState } from 'react';
import { DateField } from './DateField.js';

interface SavedDayProps {
  label: string;
  value: CalendarDate | null;
  /** The day as soon as it is one; null when the field is emptied and may be. */
  onSave: (day: CalendarDate | null) => void;
  isNeeded?: boolean;
  description?: string;
  disabled?: boolean;
}

/** A day that is saved as soon as it can be read; what cannot stays as it was typed, beside its fault. */
export function SavedDay({ value, onSave, isNeeded = false, ...rest }: SavedDayProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const fault = typed === '' ? 'Chưa có ngày' : 'Ngày có dạng dd/mm/yyyy';
  return (
    <DateField
      {...rest}
      value={typed ?? value ?? ''}
      error={typed === null ? null : fault}
      onChange={(next) => {
        const isRead = isCalendarDate(next) || (next === '' && !isNeeded);
        setTyped(isRead ? null : next);
        if (isRead) onSave(next === '' ? null : next);
      }}
    />
  );
}
