import type { AreaCode, Result, VersionContent } from '../criteria/index.js';
import type { VisitStateView } from '../fieldwork/index.js';
import type { CalendarDate } from '../kernel/index.js';
import type { TeamRole } from '../plans/index.js';
import type { HalfDay, VisitState } from '../visits/index.js';
import type { TotalsView } from './totals.view.js';

/** Who said something: named also after having left the team. */
export interface AuthorView {
  accountId: string;
  name: string;
}

export interface ScoringMemberView {
  /** Null for members without an account. */
  accountId: string | null;
  name: string;
  position: string | null;
  role: TeamRole;
  areas: AreaCode[];
}

export interface ScoringVisitView {
  id: string;
  plan: { id: string; title: string; number: string | null };
  /** What papers of the team bear at their head; absent in a pack that an earlier release kept. */
  letterhead?: { authority: string; team: string };
  /** Under its name at the time of the plan. */
  target: { id: string; name: string };
  /** Both null at visits whose day is not known. */
  date: CalendarDate | null;
  halfDay: HalfDay | null;
  place: string | null;
  state: VisitState;
  /** The caller is the head of the team now. */
  isLead: boolean;
}

/** Everything the scoring screen of a visit needs, at one moment. */
export interface ScoringView {
  visit: ScoringVisitView;
  members: ScoringMemberView[];
  /** The content of the pinned version, `state.version`. */
  criteria: VersionContent;
  state: VisitStateView;
  /** Points and how they came about, by criterion; only of what is answered. */
  results: Record<string, Result>;
  totals: TotalsView;
  /** Everybody whose words stand in `state`. */
  authors: AuthorView[];
}
