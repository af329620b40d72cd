import type { AreaCode } from '../criteria/index.js';
import { Day, Id, ListOf, OneOf, SomeOf, Text, TextList, Whole, type CalendarDate } from '../kernel/index.js';
import {
  MEMBERS_MAX,
  PLANNED_KINDS,
  PLAN_AREAS,
  PLAN_KINDS,
  PLAN_STATES,
  TARGETS_MAX,
  TEAMS_MAX,
  TEAM_ROLES,
  YEAR_MAX,
  YEAR_MIN,
  type PlanKind,
  type PlanState,
  type TeamRole,
} from './plan.rules.js';

const INTEGER_MAX = 2_147_483_647;
const NUMBER_MAX = 60;

/** A paper the plan rests on, as it is cited. */
export class LegalBasisDto {
  @Text({ max: 60 }) type: string;
  @Text({ max: NUMBER_MAX, optional: true }) number?: string | null;
  @Day({ optional: true }) date?: CalendarDate | null;
  @Text({ max: 200, optional: true }) issuer?: string | null;
  @Text({ max: 500, optional: true }) subject?: string | null;
}

export class PlanContentDto {
  @OneOf(PLANNED_KINDS) kind: PlanKind;
  @Text({ max: 500 }) title: string;
  @Whole({ min: YEAR_MIN, max: YEAR_MAX }) year: number;
  /** The body that issues the plan. */
  @Id() authorityId: string;
  /** With its symbol: "120/KH-UBND". */
  @Text({ max: NUMBER_MAX, optional: true }) number?: string | null;
  @Day({ optional: true }) issuedOn?: CalendarDate | null;
  @ListOf(() => LegalBasisDto, { max: 30 }) legalBases: LegalBasisDto[];
  @SomeOf(PLAN_AREAS) areas: AreaCode[];
  /** Decentralisation and other contents inspected beside the areas. */
  @TextList({ max: 30, itemMax: 300 }) otherContents: string[];
  @Day({ optional: true }) dataFrom?: CalendarDate | null;
  @Day({ optional: true }) dataTo?: CalendarDate | null;
  @Day({ optional: true }) startsOn?: CalendarDate | null;
  @Day({ optional: true }) endsOn?: CalendarDate | null;
  @Text({ max: 1000, multiline: true, optional: true }) scheduleNote?: string | null;
  @Id({ optional: true }) criteriaVersionId?: string | null;
}

/** POST /plans: a draft. */
export class CreatePlanDto extends PlanContentDto {
  @Id() id: string;
}

/** PATCH /plans/:planId; `version` is the one the editor saw. */
export class UpdatePlanDto extends PlanContentDto {
  @Whole({ min: 1, max: INTEGER_MAX }) version: number;
}

/** POST /plans/:planId/issue, start, conclude, cancel: the act is done to the plan as it was seen. */
export class PlanActDto {
  @Whole({ min: 1, max: INTEGER_MAX }) version: number;
}

/** A unit, or a label with a count where no unit is named ("7 UBND cấp huyện"). */
export class PlanTargetDto {
  @Id() id: string;
  @Id({ optional: true }) organizationId?: string | null;
  @Text({ max: 300, optional: true }) label?: string | null;
  @Whole({ min: 1, max: 10_000, optional: true }) unitCount?: number | null;
  /** A target earlier in the list, e.g. the district of a commune. */
  @Id({ optional: true }) parentId?: string | null;
}

/** PUT /plans/:planId/targets: the whole list in its order. */
export class ReplaceTargetsDto {
  @Whole({ min: 1, max: INTEGER_MAX }) version: number;
  @ListOf(() => PlanTargetDto, { max: TARGETS_MAX }) targets: PlanTargetDto[];
}

export class TeamMemberDto {
  @Id() id: string;
  /** None for people who do not work in the product. */
  @Id({ optional: true }) accountId?: string | null;
  @Text({ max: 120 }) name: string;
  @Text({ max: 200, optional: true }) position?: string | null;
  @OneOf(TEAM_ROLES) role: TeamRole;
  @SomeOf(PLAN_AREAS) areas: AreaCode[];
}

export class TeamDto {
  @Id() id: string;
  @Text({ max: 200 }) name: string;
  @Text({ max: NUMBER_MAX, optional: true }) decisionNumber?: string | null;
  @Day({ optional: true }) decisionOn?: CalendarDate | null;
  @ListOf(() => TeamMemberDto, { max: MEMBERS_MAX }) members: TeamMemberDto[];
}

/** PUT /plans/:planId/teams: all teams with their present members; who is missing has left. */
export class ReplaceTeamsDto {
  @Whole({ min: 1, max: INTEGER_MAX }) version: number;
  @ListOf(() => TeamDto, { max: TEAMS_MAX }) teams: TeamDto[];
}

/** GET /plans */
export class ListPlansDto {
  @Whole({ min: YEAR_MIN, max: YEAR_MAX, optional: true }) year?: number;
  @OneOf(PLAN_STATES, { optional: true }) state?: PlanState;
  @OneOf(PLAN_KINDS, { optional: true }) kind?: PlanKind;
  @Text({ max: 200, optional: true }) search?: string;
}
