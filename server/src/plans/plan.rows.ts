import type { AreaCode } from '@kiemtra/shared/criteria';
import type { LegalBasisView, PlanKind, PlanState } from '@kiemtra/shared/plans';
import type { TeamEntity, TeamMemberEntity } from './team.entity.js';

/** A plan as a caller sees it; the counts are of what the caller sees. */
export interface PlanRow {
  id: string;
  kind: PlanKind;
  title: string;
  year: number;
  number: string | null;
  issued_on: string | null;
  authority_id: string;
  authority_name: string;
  legal_bases: LegalBasisView[];
  areas: AreaCode[];
  other_contents: string[];
  data_from: string | null;
  data_to: string | null;
  starts_on: string | null;
  ends_on: string | null;
  schedule_note: string | null;
  criteria_version_id: string | null;
  criteria_name: string | null;
  criteria_number: number | null;
  state: PlanState;
  is_sample: boolean;
  version: number;
  sees_whole: boolean;
  unit_count: number;
  visit_count: number;
  finalised_visit_count: number;
}

export interface CriteriaRow {
  name: string;
  number: number;
  is_published: boolean;
}

/** A target under its name at the time of the plan. */
export interface NamedTargetRow {
  id: string;
  plan_id: string;
  organization_id: string | null;
  name: string;
  unit_count: number | null;
  parent_id: string | null;
  criteria_version_id: string | null;
  visit_count: number;
  /** It is the caller's body or stands above it: what is recorded of it is kept from the caller. */
  is_own: boolean;
}

/** A target with what its plan says about it. */
export interface TargetOfPlanRow extends NamedTargetRow {
  plan_kind: PlanKind;
  plan_state: PlanState;
}

/** A team with those who are in it now, in their order. */
export interface TeamWithMembers extends TeamEntity {
  members: TeamMemberEntity[];
}

/** A plan with everything its page shows, cut to what the caller sees. */
export interface PlanDetail {
  plan: PlanRow;
  targets: NamedTargetRow[];
  teams: TeamWithMembers[];
}
