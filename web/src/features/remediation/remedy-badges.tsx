import { REMEDY_STATE_LABELS, type DueView, type RemedyState } from '@kiemtra/shared/remediation';
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
