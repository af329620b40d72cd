import {
  DRAFT_STATE_LABELS,
  STANDING_LABELS,
  type DraftState,
  type PutFindingStanding,
} from '@kiemtra/shared/explanations';
import { StatusBadge, type Tone } from '../../ui/StatusBadge.js';

const STATE_TONES: Record<DraftState, Tone> = { preparing: 'neutral', put: 'active', closed: 'done' };

const STANDING_TONES: Record<PutFindingStanding, Tone> = {
  waiting: 'active',
  agreed: 'done',
  silent: 'neutral',
  disputed: 'waiting',
  keep: 'done',
  change: 'done',
  drop: 'done',
};

export function DraftStateBadge({ state }: { state: DraftState }) {
  return <StatusBadge tone={STATE_TONES[state]}>{DRAFT_STATE_LABELS[state]}</StatusBadge>;
}

export function StandingBadge({ standing }: { standing: PutFindingStanding }) {
  return <StatusBadge tone={STANDING_TONES[standing]}>{STANDING_LABELS[standing]}</StatusBadge>;
}
