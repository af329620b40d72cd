import { Suspense } from 'react';
import { useCan } from '../api/me.js';
import { lazyPart } from '../app-shell/index.js';

const SyncBadge = lazyPart(async () => (await import('./SyncBadge.js')).SyncBadge);

/** The corner of those who record on site; the ledger comes in a chunk of its own, after the page. */
export function SyncCorner() {
  if (!useCan('fieldwork.record')) return null;
  return (
    <Suspense fallback={null}>
      <SyncBadge />
    </Suspense>
  );
}
