import { PLAN_STATE_LABELS, type PlanState } from '@kiemtra/shared/plans';
import { StatusBadge, type Tone } from '../../ui/StatusBadge.js';

const TONES: Record<PlanState, Tone> = {
  draft: 'neutral',
  issued: 'waiting',
  in_progress: 'active',
  concluded: 'done',
  cancelled: 'neutral',
};

export function PlanStateBadge({ state }: { state: PlanState }) {
  return <StatusBadge tone={TONES[state]}>{PLAN_STATE_LABELS[state]}</StatusBadge>;
}
