import type { RouteObject } from 'react-router';

/** The list needs no other feature; a plan's own pages also need units and visits and are composed in `app`. */
export const routes: RouteObject[] = [
  { path: '/ke-hoach', lazy: { Component: async () => (await import('./PlanListPage.js')).PlanListPage } },
];
