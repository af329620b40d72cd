import { useState } from 'react';
import { lazyPart } from '../app-shell/index.js';
import { criterionPath } from '../features/assessments/assessments.paths.js';
import { NoLedger } from '../features/assessments/NoSheet.js';
import { useKnownVisits } from '../features/assessments/known-visits.js';
import { QueuePage } from '../features/fieldwork/QueuePage.js';
import { useQueue } from '../features/fieldwork/use-queue.js';
import { LedgerProvider, useSyncStatus, type Queue } from '../offline/index.js';
import { Skeletons } from '../ui/Skeletons.js';
import { useDeviceLedger } from './device-ledger.js';
import { SyncAct } from './SyncAct.js';

const SaidWords = lazyPart(async () => (await import('./ScoringRoute.js')).SaidWords);

/** So many of each part at first, and more when asked for. */
const STEP = 100;

/** "Hàng đợi": what the ledger of this device holds back, with what is known of the visits. */
export function QueueRoute() {
  const ledger = useDeviceLedger();
  if (ledger === 'opening') return <Skeletons lines={8} />;
  if (ledger === 'failed') return <NoLedger />;
  return (
    <LedgerProvider value={ledger}>
      <OpenQueue />
    </LedgerProvider>
  );
}

function OpenQueue() {
  const [limit, setLimit] = useState(STEP);
  const queue = useQueue(limit);
  const visits = useKnownVisits(visitsOf(queue));
  const { state } = useSyncStatus();
  return (
    <QueuePage
      queue={queue}
      visits={visits}
      Said={SaidWords}
      criterionPath={criterionPath}
      acts={<SyncAct state={state} />}
      onMore={() => setLimit((shown) => shown + STEP)}
    />
  );
}

function visitsOf(queue: Queue | 'reading' | 'failed'): string[] {
  if (typeof queue === 'string') return [];
  const parts = [queue.waiting, queue.undecided, queue.kept];
  return [...new Set(parts.flatMap(({ items }) => items.map(({ visit }) => visit)))];
}
