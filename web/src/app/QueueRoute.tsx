import { useState } from 'react';
import { lazyPart } from '../app-shell/index.js';
import { useKnownVisits } from '../features/assessments/known-visits.js';
import { QueuePage } from '../features/fieldwork/QueuePage.js';
import { useQueue } from '../features/fieldwork/use-queue.js';
import { criterionPath } from '../features/visits/visits.paths.js';
import { useSyncStatus, type Queue } from '../offline/index.js';
import { SyncAct } from './SyncAct.js';
import { WithLedger } from './WithLedger.js';

const SaidWords = lazyPart(async () => (await import('./ScoringRoute.js')).SaidWords);

/** So many of each part at first, and more when asked for. */
const STEP = 100;

/** "Hàng đợi": what the ledger of this device holds back, with what is known of the visits. */
export function QueueRoute() {
  return (
    <WithLedger>
      <OpenQueue />
    </WithLedger>
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
  const parts = [queue.waiting, queue.undecided, queue.kept, queue.refused];
  return [...new Set(parts.flatMap(({ items }) => items.map(({ visit }) => visit)))];
}
