import type { ReactNode } from 'react';
import { lazyPart } from '../app-shell/index.js';
import type { VisitDesk } from '../features/assessments/BesideSheet.js';
import { WithLedger } from './WithLedger.js';

const BesideSheet = lazyPart(async () => (await import('./ScoringRoute.js')).BesideSheet);
export const WholeCellStanding = lazyPart(async () => (await import('./ScoringRoute.js')).WholeCellStanding);

/** A page of a visit beside its sheet. */
export function VisitRoute({ children }: { children: (desk: VisitDesk) => ReactNode }) {
  return (
    <WithLedger>
      <BesideSheet>{children}</BesideSheet>
    </WithLedger>
  );
}
