import {
  AUDIENCE_NAMES,
  VERSION_STATE_NAMES,
  type Audience,
  type Size,
  type VersionState,
} from '@kiemtra/shared/criteria';
import { formatDecimal } from '@kiemtra/shared/kernel';
import { StatusBadge, type Tone } from '../../ui/StatusBadge.js';

const STATE_TONES: Record<VersionState, Tone> = { draft: 'waiting', published: 'done' };

export function VersionStateBadge({ state }: { state: VersionState }) {
  return <StatusBadge tone={STATE_TONES[state]}>{VERSION_STATE_NAMES[state]}</StatusBadge>;
}

/** Not an official text. */
export function SampleBadge() {
  return <StatusBadge tone="neutral">Số liệu mẫu</StatusBadge>;
}

export const audienceText = (audience: readonly Audience[]) =>
  audience.map((group) => AUDIENCE_NAMES[group]).join('; ');

/** "52 tiêu chí, 100 điểm"; "38 tiêu chí" without points. */
export function sizeText({ criteriaCount, maxPoints }: Size): string {
  const count = `${formatDecimal(String(criteriaCount))} tiêu chí`;
  return maxPoints === null ? count : `${count}, ${formatDecimal(maxPoints)} điểm`;
}
