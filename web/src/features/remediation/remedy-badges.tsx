import { Text } from '@mantine/core';
import { formatDate, type CalendarDate } from '@kiemtra/shared/kernel';
import {
  REMEDY_STATE_LABELS,
  type DueView,
  type RecipientLineView,
  type RemedyState,
} from '@kiemtra/shared/remediation';
import { DateText, DueText } from '../../ui/DateText.js';
import { StatusBadge, type Tone } from '../../ui/StatusBadge.js';

const TONES: Record<RemedyState, Tone> = {
  draft: 'neutral',
  issued: 'waiting',
  acknowledged: 'active',
  reported: 'waiting',
  returned: 'waiting',
  accepted: 'done',
  unstated: 'neutral',
};

export function RemedyStateBadge({ state }: { state: RemedyState }) {
  return <StatusBadge tone={TONES[state]}>{REMEDY_STATE_LABELS[state]}</StatusBadge>;
}

/** The tone in which several recipients are spoken of together. */
export function toneOf(states: readonly RemedyState[]): Tone {
  const [first] = states;
  return first !== undefined && states.every((state) => state === first) ? TONES[first] : 'active';
}

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

/** "hạn ban đầu 15/05/2026" of what was extended. */
export function FirstDue({ of: { due, firstDueOn } }: { of: Pick<RecipientLineView, 'due' | 'firstDueOn'> }) {
  if (!due || !firstDueOn || due.on === firstDueOn) return null;
  return (
    <Text size="sm" c="dimmed" span>
      hạn ban đầu {formatDate(firstDueOn)}
    </Text>
  );
}

/** What the unit has asked for and nobody has decided yet. */
export function AskedUntil({ date }: { date: CalendarDate | null }) {
  if (!date) return null;
  return (
    <Text size="sm" span display="block">
      Đã đề nghị gia hạn đến {formatDate(date)}, chờ Sở xem xét.
    </Text>
  );
}
