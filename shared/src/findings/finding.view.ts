import type { AreaCode } from '../criteria/index.js';
import type { FindingKind, Severity } from './finding.rules.js';

export interface FindingView {
  id: string;
  planId: string;
  /** Under its name at the time of the campaign, or the label of unnamed units; null for the whole plan. */
  target: { id: string; name: string } | null;
  visitId: string | null;
  kind: FindingKind;
  area: AreaCode;
  criterion: { versionId: string; key: string; code: string; text: string } | null;
  text: string;
  extent: string | null;
  legalBasis: string | null;
  cause: string | null;
  severity: Severity | null;
  evidenceCount: number;
  /** It stands in a request that was issued or a draft conclusion that was put: units have read it, so it can no longer be changed. */
  isIssued: boolean;
  /** It was dropped after the words of the unit: it stays readable, and counts and is asked about no more. */
  isWithdrawn: boolean;
  version: number;
}
