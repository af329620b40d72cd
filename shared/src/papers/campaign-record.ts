/**
 * Everything that papers of a campaign are made of, as it is recorded. What is not known is null, empty or absent; papers
 * leave it out or name it as missing.
 */
import type { TotalsView } from '../assessments/index.js';
import type { AreaCode } from '../criteria/index.js';
import type { CitedPaper, Deadline, LegalBasis } from '../documents/index.js';
import type { FindingKind } from '../findings/index.js';
import type { CalendarDate } from '../kernel/index.js';
import type { PlanKind, TeamView } from '../plans/index.js';
import type { HalfDay, VisitState } from '../visits/index.js';

export interface CampaignRecord {
  kind: PlanKind;
  year: number;
  /** The body whose plan it is, and all units, under their names at the time of the campaign. */
  authority: string;
  /** The plan as papers cite it; null while it has neither number nor date. */
  plan: CitedPaper | null;
  legalBases: readonly LegalBasis[];
  startsOn: CalendarDate | null;
  endsOn: CalendarDate | null;
  /** The period whose work was looked at. */
  dataFrom: CalendarDate | null;
  dataTo: CalendarDate | null;
  areas: readonly AreaCode[];
  otherContents: readonly string[];
  targets: readonly RecordedTarget[];
  teams: readonly TeamView[];
  /** Without those that were cancelled. */
  visits: readonly RecordedVisit[];
  findings: readonly RecordedFinding[];
  requests: readonly RecordedRequest[];
}

export interface RecordedTarget {
  id: string;
  /** Null for a label. */
  organizationId: string | null;
  parentId: string | null;
  name: string;
  /** How many units a label stands for. */
  unitCount: number | null;
  /** How it was scored; null without criteria. */
  totals: TotalsView | null;
}

export interface RecordedVisit {
  targetId: string;
  teamId: string;
  date: CalendarDate | null;
  halfDay: HalfDay | null;
  place: string | null;
  state: VisitState;
}

export interface RecordedFinding {
  /** Null when it was found in the campaign as a whole. */
  targetId: string | null;
  kind: FindingKind;
  area: AreaCode;
  text: string;
  legalBasis: string | null;
  cause: string | null;
}

export interface RecordedRequest {
  text: string;
  measure: string | null;
  recipients: readonly {
    /** Null for an addressee in words. */
    organizationId: string | null;
    name: string;
    deadline: Deadline | null;
  }[];
}
