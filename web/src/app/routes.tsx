import { Navigate, type RouteObject } from 'react-router';
import { untilLoaded } from '../app-shell/index.js';
import { Skeletons } from '../ui/Skeletons.js';
import { accountRoutes } from './account-routes.js';
import { assessmentRoutes } from './assessment-routes.js';
import { planRoutes } from './plan-routes.js';
import { resultRoutes } from './result-routes.js';
import { RouteProblem } from './RouteProblem.js';
import { Shell } from './Shell.js';
import { MissingPart } from './ShellNotices.js';
import { SyncCorner } from './SyncCorner.js';

const features = import.meta.glob<{ routes: RouteObject[] }>('../features/*/*.routes.tsx', { eager: true });

const pages: RouteObject[] = [
  { path: '/toi', lazy: { Component: async () => (await import('./MePage.js')).MePage } },
  ...accountRoutes,
  ...assessmentRoutes,
  ...planRoutes,
  ...resultRoutes,
  ...Object.values(features).flatMap((feature) => feature.routes),
  { path: '*', lazy: { Component: async () => (await import('./RouteProblemPage.js')).NotFoundPage } },
];

/** A page that cannot be loaded leaves the screen as it is and opens when it can. */
function untilItIsHere(route: RouteObject): RouteObject {
  const load = typeof route.lazy === 'object' ? route.lazy.Component : undefined;
  return load ? { ...route, lazy: { Component: () => untilLoaded(load) } } : route;
}

function Opening() {
  return (
    <>
      <MissingPart />
      <Skeletons />
    </>
  );
}

/** Every address of the product: each feature brings its own pages in `<feature>.routes.tsx`. */
export const routes: RouteObject[] = [
  {
    element: <Shell syncBadge={<SyncCorner />} />,
    HydrateFallback: Opening,
    children: [
      {
        // A page that fails leaves the shell standing.
        ErrorBoundary: RouteProblem,
        children: [{ index: true, element: <Navigate to="/hom-nay" replace /> }, ...pages.map(untilItIsHere)],
      },
    ],
  },
];
