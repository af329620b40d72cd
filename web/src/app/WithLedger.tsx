import { Suspense, type ReactNode } from 'react';
import { lazyPart } from '../app-shell/index.js';
import { LedgerProvider } from '../offline/index.js';
import { Skeletons } from '../ui/Skeletons.js';
import { useDeviceLedger } from './device-ledger.js';

const NoLedger = lazyPart(async () => (await import('../features/assessments/NoSheet.js')).NoLedger);

/** A page over the ledger of this device; says so where the device keeps nothing. The sheet has its own: a part more would delay it. */
export function WithLedger({ children }: { children: ReactNode }) {
  const ledger = useDeviceLedger();
  if (ledger === 'opening') return <Skeletons lines={10} />;
  if (ledger === 'failed') {
    return (
      <Suspense fallback={<Skeletons />}>
        <NoLedger />
      </Suspense>
    );
  }
  return <LedgerProvider value={ledger}>{children}</LedgerProvider>;
}
