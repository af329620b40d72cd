import { isCalendarDate, type CalendarDate } from '@kiemtra/shared/kernel';
import { useUrlState } from '../../ui/url-state.js';
import { today } from './organizations.queries.js';

interface Day {
  /** The day whose names and bodies are shown: today until another one is typed in full. */
  at: CalendarDate;
  field: { value: string; onChange: (typed: string) => void };
}

/** The day of a page, kept in the address as `ngay`. */
export function useDay(): Day {
  const [value, onChange] = useUrlState('ngay', today());
  return { at: isCalendarDate(value) ? value : today(), field: { value, onChange } };
}
