import { Navigate, type RouteObject } from 'react-router';
import { Skeletons } from '../ui/Skeletons.js';
import { accountRoutes } from './account-routes.js';
import { assessmentRoutes } from './assessment-routes.js';
import { planRoutes } from './plan-routes.js';
import { resultRoutes } from './result-routes.js';
import { NotFoundPage, RouteProblemPage } from './RouteProblemPage.js';
import { Shell } from './Shell.js';
import { SyncCorner } from './SyncCorner.js';

const features = import.meta.glob<{ routes: RouteObject[] }>('../features/*/*.routes.tsx', { eager: true });

/** Every address of the product: each feature brings its own pages in `<feature>.routes.tsx`. */
export const routes: RouteObject[] = [
  {
    element: <Shell syncBadge={<SyncCorner />} />,
    HydrateFallback: () => <Skeletons />,
    children: [
      {
        // A page that fails leaves the shell standing.
        ErrorBoundary: RouteProblemPage,
        children: [
          { index: true, element: <Navigate to="/hom-nay" replace /> },
          { path: '/toi', lazy: { Component: async () => (await import('./MePage.js')).MePage } },
          ...accountRoutes,
          ...assessmentRoutes,
          ...planRoutes,
          ...resultRoutes,
          ...Object.values(features).flatMap((feature) => feature.routes),
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
];
