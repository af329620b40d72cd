import { Suspense } from 'react';
import { lazyPart } from '../app-shell/index.js';

const RouteProblemPage = lazyPart(async () => (await import('./RouteProblemPage.js')).RouteProblemPage);

/** In the place of a page that failed. */
export function RouteProblem() {
  return (
    <Suspense fallback={null}>
      <RouteProblemPage />
    </Suspense>
  );
}
