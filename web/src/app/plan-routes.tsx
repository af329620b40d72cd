import type { RouteObject } from 'react-router';

/** Plans pick units and show their visits: these pages of `plans` are given what other features have. */
export const planRoutes: RouteObject[] = [
  { path: '/hom-nay', lazy: { Component: async () => (await import('./TodayPage.js')).TodayPage } },
  { path: '/ke-hoach/moi', lazy: { Component: async () => (await import('./PlanPages.js')).NewPlan } },
  { path: '/ke-hoach/:planId', lazy: { Component: async () => (await import('./PlanPages.js')).Plan } },
  { path: '/ke-hoach/:planId/sua', lazy: { Component: async () => (await import('./PlanPages.js')).EditPlan } },
];
