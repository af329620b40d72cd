import { Navigate, type RouteObject } from 'react-router';
import { lazyPart } from '../app-shell/index.js';
import { accountRoutes } from './account-routes.js';
import { assessmentRoutes } from './assessment-routes.js';
import { PagePlace } from './PagePlace.js';
import { planRoutes } from './plan-routes.js';
import { resultRoutes } from './result-routes.js';
import { Shell } from './Shell.js';
import { SyncCorner } from './SyncCorner.js';

const features = import.meta.glob<{ routes: RouteObject[] }>('../features/*/*.routes.tsx', { eager: true });

const pages: RouteObject[] = [
  { path: '/toi', lazy: { Component: async () => (await import('./MePage.js')).MePage } },
  { path: '/hang-doi', lazy: { Component: async () => (await import('./QueueRoute.js')).QueueRoute } },
  ...accountRoutes,
  ...assessmentRoutes,
  ...planRoutes,
  ...resultRoutes,
  ...Object.values(features).flatMap((feature) => feature.routes),
  { path: '*', lazy: { Component: async () => (await import('./RouteProblemPage.js')).NotFoundPage } },
];

/** A page comes when it is opened; until then the one before stays. */
function whenOpened({ path, lazy }: RouteObject): RouteObject {
  const load = typeof lazy === 'object' ? lazy.Component : undefined;
  const Opened = lazyPart(async () => {
    const Page = await load?.();
    if (!Page) throw new Error(`The page ${path ?? ''} has no component.`);
    return Page;
  });
  return { path, element: <Opened /> };
}

/** Every address of the product: each feature brings its own pages in `<feature>.routes.tsx`. */
export const routes: RouteObject[] = [
  {
    element: <Shell syncBadge={<SyncCorner />} />,
    children: [
      {
        element: <PagePlace />,
        children: [{ index: true, element: <Navigate to="/hom-nay" replace /> }, ...pages.map(whenOpened)],
      },
    ],
  },
];
