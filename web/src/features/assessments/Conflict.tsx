import { Suspense, type ComponentProps } from 'react';
import { lazyPart } from '../../app-shell/index.js';

const ConflictCard = lazyPart(async () => (await import('./ConflictCard.js')).ConflictCard);

/** Everybody's word on one field; comes to the page with the first disagreement. */
export function Conflict(props: ComponentProps<typeof ConflictCard>) {
  return (
    <Suspense fallback={<p role="status">Có ý kiến khác nhau.</p>}>
      <ConflictCard {...props} />
    </Suspense>
  );
}
