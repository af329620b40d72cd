import type { AreaCode } from '@kiemtra/shared/criteria';
import type { PlanKind, PlanState, TeamRole } from '@kiemtra/shared/plans';
import type { HalfDay, VisitMode, VisitPersonView, VisitState } from '@kiemtra/shared/visits';

/** A visit as a caller sees it, with what its plan and team say about it. */
export interface VisitRow {
  id: string;
  plan_id: string;
  plan_kind: PlanKind;
  plan_title: string;
  plan_number: string | null;
  plan_state: PlanState;
  target_id: string;
  /** Changes of what is recorded of the target so far. */
  target_vseq: number;
  organization_id: string | null;
  criteria_version_id: string | null;
  team_id: string;
  team_name: string;
  /** Body whose plan it is, under its name at the time of the plan. */
  authority_name: string;
  date: string | null;
  half_day: HalfDay | null;
  place: string | null;
  mode: VisitMode;
  hosts: VisitPersonView[];
  attendees: VisitPersonView[];
  state: VisitState;
  checked_in_at: Date | null;
  finalised_at: Date | null;
  version: number;
  is_mine: boolean;
  is_lead: boolean;
}

export interface TeamMemberRow {
  account_id: string | null;
  name: string;
  position: string | null;
  role: TeamRole;
  areas: AreaCode[];
}

/** A visit as the door of field work needs it. */
export interface VisitForRecording {
  id: string;
  plan_id: string;
  plan_state: PlanState;
  target_id: string;
  /** Pinned to the target when the plan was issued. */
  criteria_version_id: string | null;
  state: VisitState;
  /** Changes of the target's answers so far. */
  vseq: number;
  /** Whether the account is in the team now, was once, or never was; nobody is who works at the unit itself. */
  membership: 'member' | 'former' | 'never';
  is_lead: boolean;
}

/** A visit under the name its unit has at the time of the plan. */
export interface NamedVisit {
  visit: VisitRow;
  targetName: string;
}

export interface VisitDetail extends NamedVisit {
  team: TeamMemberRow[];
}

export interface VisitWithManifest extends VisitDetail {
  /** As `VisitView` has it. */
  manifest: string | null;
}

/** A device that took a visit to the field. */
export interface HoldingRow {
  lane: string;
  account_id: string;
  name: string;
  missing: number;
  is_lost: boolean;
  is_ready: boolean;
  contacted_at: Date;
}
