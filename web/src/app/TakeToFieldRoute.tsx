import { Suspense } from 'react';
import { lazyPart } from '../app-shell/index.js';
import { TakeToFieldPage } from '../features/assessments/TakeToFieldPage.js';
import { LedgerProvider } from '../offline/index.js';
import { Skeletons } from '../ui/Skeletons.js';
import { useDeviceLedger } from './device-ledger.js';

const NoLedger = lazyPart(async () => (await import('../features/assessments/NoSheet.js')).NoLedger);

/** Bringing a visit to this device, over its ledger. */
export function TakeToFieldRoute() {
  const ledger = useDeviceLedger();
  if (ledger === 'opening') return <Skeletons />;
  if (ledger === 'failed') {
    return (
      <Suspense fallback={<Skeletons />}>
        <NoLedger />
      </Suspense>
    );
  }
  return (
    <LedgerProvider value={ledger}>
      <TakeToFieldPage visitPath={(visitId) => `/cuoc-kiem-tra/${visitId}`} />
    </LedgerProvider>
  );
}
