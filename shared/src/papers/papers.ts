import { campaignPlans } from './campaign-plan.js';
import { campaignReports } from './campaign-report.js';
import { conclusions } from './conclusion.js';
import type { PaperDraft, PaperInput } from './paper-draft.js';
import { paperKindsOf, type PaperKind } from './paper-kinds.js';
import { teamDecisions } from './team-decision.js';
import { unitReports } from './unit-report.js';

const DRAFTS: Record<PaperKind, (input: PaperInput) => PaperDraft[]> = {
  plan: campaignPlans,
  'team-decision': teamDecisions,
  'unit-report': unitReports,
  report: campaignReports,
  conclusion: conclusions,
};

/** The papers of a kind that the campaign has, each with what it still lacks. */
export function paperDrafts(kind: PaperKind, input: PaperInput): PaperDraft[] {
  return paperKindsOf(input.record.kind).includes(kind) ? DRAFTS[kind](input) : [];
}
