import type { AreaCode } from '../criteria/index.js';
import type { CalendarDate } from '../kernel/index.js';
import type { PlanKind, PlanState, TeamRole } from './plan.rules.js';

/** What every write of a plan answers: the version to edit next. */
export interface PlanSavedView {
  version: number;
}

export interface PlanListItemView {
  id: string;
  kind: PlanKind;
  title: string;
  year: number;
  number: string | null;
  issuedOn: CalendarDate | null;
  /** Under its name at the time of the plan, as all units of a plan. */
  authority: { id: string; name: string };
  startsOn: CalendarDate | null;
  endsOn: CalendarDate | null;
  state: PlanState;
  isSample: boolean;
  /** Units inspected, those behind labels included. */
  unitCount: number;
  visitCount: number;
  finalisedVisitCount: number;
}

export interface LegalBasisView {
  type: string;
  number: string | null;
  date: CalendarDate | null;
  issuer: string | null;
  subject: string | null;
}

export interface PlanTargetView {
  id: string;
  /** Null for a label. */
  organizationId: string | null;
  name: string;
  /** How many units a label stands for; null when it does not say. */
  unitCount: number | null;
  parentId: string | null;
  /** Pinned when the plan is issued. */
  criteriaVersionId: string | null;
  visitCount: number;
}

export interface TeamMemberView {
  id: string;
  accountId: string | null;
  name: string;
  position: string | null;
  role: TeamRole;
  areas: AreaCode[];
}

export interface TeamView {
  id: string;
  name: string;
  decisionNumber: string | null;
  decisionOn: CalendarDate | null;
  members: TeamMemberView[];
}

export interface PlanView extends PlanListItemView {
  /** False for the inspected side, which gets its own target alone and no teams: a visit tells who comes. */
  isWhole: boolean;
  legalBases: LegalBasisView[];
  areas: AreaCode[];
  otherContents: string[];
  dataFrom: CalendarDate | null;
  dataTo: CalendarDate | null;
  scheduleNote: string | null;
  criteria: { versionId: string; name: string; number: number } | null;
  targets: PlanTargetView[];
  teams: TeamView[];
  version: number;
}

/** Somebody who can be called into a team. */
export interface InspectorView {
  accountId: string;
  name: string;
  position: string | null;
  organization: { id: string; name: string } | null;
}
