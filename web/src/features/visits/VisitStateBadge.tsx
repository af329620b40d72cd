import { VISIT_STATE_LABELS, type VisitState } from '@kiemtra/shared/visits';
import { StatusBadge, type Tone } from '../../ui/StatusBadge.js';

const TONES: Record<VisitState, Tone> = {
  planned: 'neutral',
  notified: 'waiting',
  in_progress: 'active',
  finalised: 'done',
  cancelled: 'neutral',
};

export function VisitStateBadge({ state }: { state: VisitState }) {
  return <StatusBadge tone={TONES[state]}>{VISIT_STATE_LABELS[state]}</StatusBadge>;
}
