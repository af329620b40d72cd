import { dueText } from '@kiemtra/shared/calendar';
import { formatDate, formatDateWithWeekday, formatInstant, type CalendarDate } from '@kiemtra/shared/kernel';
import { StatusBadge } from './StatusBadge.js';

export const NONE = '–';

/** A day ("25/10/2022", or "Thứ Ba, 25/10/2022"); "–" when there is none. */
export function DateText({ date, weekday = false }: { date: CalendarDate | null | undefined; weekday?: boolean }) {
  if (!date) return <>{NONE}</>;
  return <time dateTime={date}>{weekday ? formatDateWithWeekday(date) : formatDate(date)}</time>;
}

/** A moment in Vietnam ("10:42, 25/10/2022"), from an ISO instant; "–" when there is none. */
export function InstantText({ instant }: { instant: string | null | undefined }) {
  if (!instant) return <>{NONE}</>;
  return <time dateTime={instant}>{formatInstant(new Date(instant))}</time>;
}

interface DueTextProps {
  /** Working days from today to the due date, from the holiday table. */
  workingDaysLeft: number;
  isPast: boolean;
}

/** Working days under which a due date is near. */
const NEAR = 3;

/** How a due date stands: "còn 3 ngày làm việc", "hạn hôm nay", "quá hạn 2 ngày làm việc". */
export function DueText({ workingDaysLeft, isPast }: DueTextProps) {
  const tone = isPast ? 'late' : workingDaysLeft <= NEAR ? 'waiting' : 'neutral';
  return <StatusBadge tone={tone}>{dueText(workingDaysLeft, isPast)}</StatusBadge>;
}
