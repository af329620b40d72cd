import { Text } from '@mantine/core';
import { formatDate, type CalendarDate } from '@kiemtra/shared/kernel';
import {
  FINDING_STANDING_LABELS,
  REMEDY_STATE_LABELS,
  type FindingStanding,
  type RecipientLineView,
  type RemedyState,
} from '@kiemtra/shared/remediation';
import { StatusBadge, type Tone } from '../../ui/StatusBadge.js';

export { Due } from '../../ui/Due.js';

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

const STANDING_TONES: Record<FindingStanding, Tone> = {
  done: 'active',
  doing: 'active',
  not_done: 'waiting',
  returned: 'waiting',
  accepted: 'done',
};

export function FindingStandingBadge({ standing }: { standing: FindingStanding }) {
  return <StatusBadge tone={STANDING_TONES[standing]}>{FINDING_STANDING_LABELS[standing]}</StatusBadge>;
}

/** The tone in which several recipients are spoken of together. */
export function toneOf(states: readonly RemedyState[]): Tone {
  const [first] = states;
  return first !== undefined && states.every((state) => state === first) ? TONES[first] : 'active';
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
