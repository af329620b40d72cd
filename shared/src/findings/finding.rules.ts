import type { Violation } from '../kernel/index.js';
import type { PlanState } from '../plans/index.js';

export const FINDING_KINDS = ['strength', 'shortcoming'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];
export const FINDING_KIND_LABELS: Record<FindingKind, string> = {
  strength: 'Ưu điểm',
  shortcoming: 'Tồn tại, hạn chế',
};

/** How grave a shortcoming is, the lightest first. */
export const SEVERITIES = ['minor', 'moderate', 'serious'] as const;
export type Severity = (typeof SEVERITIES)[number];
export const SEVERITY_LABELS: Record<Severity, string> = {
  minor: 'Nhẹ',
  moderate: 'Trung bình',
  serious: 'Nghiêm trọng',
};

export const FINDING_TEXT_MAX = 4000;
export const EXTENT_MAX = 300;
export const LEGAL_BASIS_MAX = 1000;
export const CAUSE_MAX = 2000;
export const CAPTION_MAX = 300;

/** Fields of a shortcoming that say nothing about a strength. */
const SHORTCOMING_ONLY = ['severity', 'cause'] as const;

/** What contradicts itself in a finding; empty when nothing does. */
export function findingFaults(finding: {
  kind: FindingKind;
  severity?: Severity | null;
  cause?: string | null;
}): Violation[] {
  if (finding.kind === 'shortcoming') return [];
  return SHORTCOMING_ONLY.filter((field) => finding[field]).map((path) => ({
    path,
    code: 'findings.shortcoming-only',
    message: 'Chỉ ghi cho tồn tại, hạn chế.',
  }));
}

/** Something was inspected under the plan; also after it has been concluded, while the papers are written. */
export function mayHoldFindings(state: PlanState): boolean {
  return state !== 'draft' && state !== 'cancelled';
}
