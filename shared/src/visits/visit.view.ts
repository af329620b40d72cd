import type { CalendarDate } from '../kernel/index.js';
import type { PlanKind, PlanState, TeamRole } from '../plans/index.js';
import type { HalfDay, VisitMode, VisitState } from './visit.rules.js';

export interface VisitListItemView {
  id: string;
  plan: { id: string; kind: PlanKind; title: string; number: string | null; state: PlanState };
  target: { id: string; organizationId: string | null; name: string };
  team: { id: string; name: string };
  /** Both null at visits of the past whose day is not known. */
  date: CalendarDate | null;
  halfDay: HalfDay | null;
  place: string | null;
  mode: VisitMode;
  state: VisitState;
  /** The caller is a member of the team now, or its head. */
  isMine: boolean;
  isLead: boolean;
}

export interface VisitPersonView {
  name: string;
  position: string | null;
  organization: string | null;
}

export interface VisitView extends VisitListItemView {
  teamMembers: { name: string; position: string | null; role: TeamRole }[];
  hosts: VisitPersonView[];
  attendees: VisitPersonView[];
  /** Instants, ISO 8601. */
  checkedInAt: string | null;
  finalisedAt: string | null;
  /** Of a closed visit, of what was recorded then; while it is under way, for its head, as it stands now. Else null. */
  manifest: string | null;
  version: number;
}
