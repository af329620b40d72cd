import type { EvidenceView } from '../evidence/index.js';
import type { FindingView } from '../findings/index.js';
import type { CalendarDate } from '../kernel/index.js';
import type { DueView } from '../remediation/index.js';
import type { DraftState } from './draft-state.rules.js';
import type { PutFindingStanding, Settling, Stance } from './explanation.rules.js';

/** One line of a list of draft conclusions. */
export interface DraftConclusionLineView {
  id: string;
  plan: { id: string; title: string };
  /** Under its name at the time of the campaign. */
  target: { id: string; name: string };
  state: DraftState;
  workingDays: number;
  /** The day it was put to the unit; null while it is prepared. */
  putOn: CalendarDate | null;
  /** While the draft is prepared: if it were put to the unit today. */
  due: DueView;
  findingCount: number;
  /** Findings of which the unit has said nothing and nobody has decided. */
  unansweredCount: number;
  /** Findings that the unit disputes and nobody has decided. */
  disputedCount: number;
  /** It is about the caller's body or one above it: others decide. */
  isOwn: boolean;
  version: number;
}

/** What the unit said once of a finding, with the files it sent along. */
export interface ExplanationView {
  id: string;
  stance: Stance;
  text: string | null;
  actorName: string;
  /** Instant, ISO 8601. */
  at: string;
  /** It came after the last day of the term. */
  isLate: boolean;
  files: EvidenceView[];
}

export interface SettlementView {
  settling: Settling;
  reason: string | null;
  actorName: string;
  /** Instant, ISO 8601. */
  at: string;
}

/** A finding in a draft conclusion with everything that was said of it. */
export interface PutFindingView {
  /** As it stands now. */
  finding: FindingView;
  /** What it said when it was put to the unit; null while the draft is prepared. */
  putText: string | null;
  standing: PutFindingStanding;
  /** What the unit said, oldest first. */
  explanations: ExplanationView[];
  settlement: SettlementView | null;
  /** Grows with every word of the unit; a decision says which it knew. */
  version: number;
}

/** A draft conclusion with its findings, as its readers may see it. */
export interface DraftConclusionView extends DraftConclusionLineView {
  findings: PutFindingView[];
}
