import type { DueView } from '@kiemtra/shared/remediation';
import { DateText, DueText } from './DateText.js';

interface DueProps {
  due: DueView | null;
  /** Before the date: "Hạn". */
  label?: string;
  none?: string;
}

/** The due date with how it stands: "Hạn 16/03/2026 quá hạn 1 ngày làm việc"; the clock is not shown while it rests. */
export function Due({ due, label, none = 'Không đặt thời hạn' }: DueProps) {
  if (!due) return <>{none}</>;
  return (
    <>
      {label} <DateText date={due.on} />{' '}
      {due.workingDaysLeft !== null && <DueText workingDaysLeft={due.workingDaysLeft} isPast={due.isPast} />}
    </>
  );
}
