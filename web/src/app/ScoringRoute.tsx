import { Suspense } from 'react';
import { lazyPart } from '../app-shell/index.js';
import { ScoringPage } from '../features/assessments/ScoringPage.js';
import { visitPath } from '../features/visits/visits.paths.js';
import { LedgerProvider } from '../offline/index.js';
import { Skeletons } from '../ui/Skeletons.js';
import { useDeviceLedger } from './device-ledger.js';
import { ScoringFindings } from './ScoringFindings.js';

// Other pages have what they share with the sheet without a copy of the engine of their own.
export { BesideSheet, WholeCellStanding } from '../features/assessments/BesideSheet.js';
export { SaidWords } from '../features/assessments/SaidWords.js';

const NoLedger = lazyPart(async () => (await import('../features/assessments/NoSheet.js')).NoLedger);

/** The sheet of a visit over the ledger of this device, with findings raised from its cards. */
export function ScoringRoute() {
  const ledger = useDeviceLedger();
  if (ledger === 'opening') return <Skeletons lines={10} />;
  if (ledger === 'failed') {
    return (
      <Suspense fallback={<Skeletons />}>
        <NoLedger />
      </Suspense>
    );
  }
  return (
    <LedgerProvider value={ledger}>
      <ScoringPage Findings={ScoringFindings} visitPath={visitPath} />
    </LedgerProvider>
  );
}
