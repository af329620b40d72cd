import type { Role } from '@kiemtra/shared/users';
import { Suspense } from 'react';
import { useMe } from '../api/me.js';
import { lazyPart } from '../app-shell/index.js';
import { UnitExplanations } from '../features/explanations/UnitExplanations.js';
import { UnitHome } from '../features/remediation/UnitHome.js';
import { TodayVisits } from '../features/visits/TodayVisits.js';
import { WeekVisits } from '../features/visits/WeekVisits.js';
import { Page } from '../ui/Page.js';
import {
  AccountsWaiting,
  ExplanationsToSettle,
  PlansToIssue,
  PlansUnderWay,
  RemediesReported,
  RemediesToDecide,
  ResultsToRead,
} from './today-sections.js';

const HeldVisits = lazyPart(async () => (await import('./HeldVisits.js')).HeldVisits);

/** The team's visits; without a server those on the device. */
function OwnVisits() {
  return (
    <Suspense fallback={null}>
      <TodayVisits Held={HeldVisits} />
    </Suspense>
  );
}

const SECTIONS = {
  OwnVisits,
  UnitExplanations,
  UnitHome,
  ExplanationsToSettle,
  RemediesToDecide,
  RemediesReported,
  ResultsToRead,
  PlansToIssue,
  PlansUnderWay,
  AccountsWaiting,
  WeekVisits,
};

/** What each role begins the day with: first what it must do, then what goes on. */
const BEGINS_WITH: Record<Role, readonly (keyof typeof SECTIONS)[]> = {
  inspector: ['OwnVisits', 'ExplanationsToSettle'],
  unit_officer: ['UnitExplanations', 'UnitHome'],
  planner: ['ExplanationsToSettle', 'RemediesToDecide', 'PlansToIssue', 'WeekVisits'],
  leader: ['RemediesToDecide', 'PlansToIssue', 'WeekVisits'],
  administrator: ['AccountsWaiting', 'WeekVisits'],
  appraiser: ['ResultsToRead', 'RemediesReported', 'WeekVisits'],
  viewer: ['ResultsToRead', 'PlansUnderWay', 'WeekVisits'],
};

/** Where everybody begins; who holds several roles finds the sections of each, once. */
export function TodayPage() {
  const { roles } = useMe();
  const names = [...new Set(roles.flatMap((role) => BEGINS_WITH[role]))];
  return (
    <Page title="Hôm nay">
      {names.map((name) => {
        const Section = SECTIONS[name];
        return <Section key={name} />;
      })}
    </Page>
  );
}
