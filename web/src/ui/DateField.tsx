import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { formatDate, isCalendarDate } from '@kiemtra/shared/kernel';
import { IconCalendar } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { FieldProps } from './dto-form.js';
import { parseTypedDate, useTypedValue } from './typed-value.js';

const CalendarPanel = lazy(async () => ({ default: (await import('./CalendarPanel.js')).CalendarPanel }));

interface DateFieldProps extends FieldProps<string> {
  label: string;
  description?: string;
  disabled?: boolean;
}

/** A day, typed as DD/MM/YYYY or picked from a calendar; the value is YYYY-MM-DD. */
export function DateField({ value, onChange, onBlur, ...rest }: DateFieldProps) {
  const [isOpen, setIsOpen] = useState(false);
  const typed = useTypedValue(value ?? '', onChange, parseTypedDate, (date) =>
    isCalendarDate(date) ? formatDate(date) : date,
  );
  const pick = (date: string) => {
    onChange(date);
    setIsOpen(false);
  };
  const opener = (
    <Popover.Target>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`Mở lịch: ${rest.label}`}
        disabled={rest.disabled ?? false}
        onClick={() => setIsOpen((open) => !open)}
      >
        <IconCalendar size={18} aria-hidden />
      </ActionIcon>
    </Popover.Target>
  );
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" trapFocus withinPortal>
      <TextInput
        {...rest}
        inputMode="numeric"
        placeholder="DD/MM/YYYY"
        autoComplete="off"
        value={typed.shown}
        onChange={(event) => typed.onType(event.currentTarget.value)}
        onBlur={() => {
          typed.onLeave();
          onBlur?.();
        }}
        rightSection={opener}
        rightSectionWidth="2.75rem"
      />
      <Popover.Dropdown>
        <Suspense fallback={null}>
          <CalendarPanel date={isCalendarDate(value) ? value : null} onPick={pick} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
