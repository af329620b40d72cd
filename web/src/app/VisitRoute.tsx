import type { ReactNode } from 'react';
import { lazyPart } from '../app-shell/index.js';
import type { VisitDesk } from '../features/assessments/BesideSheet.js';
import { NoLedger } from '../features/assessments/NoSheet.js';
import { LedgerProvider } from '../offline/index.js';
import { Skeletons } from '../ui/Skeletons.js';
import { useDeviceLedger } from './device-ledger.js';

const BesideSheet = lazyPart(async () => (await import('./ScoringRoute.js')).BesideSheet);
export const WholeCellStanding = lazyPart(async () => (await import('./ScoringRoute.js')).WholeCellStanding);

/** A page of a visit beside its sheet, over the ledger of this device. */
export function VisitRoute({ children }: { children: (desk: VisitDesk) => ReactNode }) {
  const ledger = useDeviceLedger();
  if (ledger === 'opening') return <Skeletons lines={10} />;
  if (ledger === 'failed') return <NoLedger />;
  return (
    <LedgerProvider value={ledger}>
      <BesideSheet>{children}</BesideSheet>
    </LedgerProvider>
  );
}
