import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: '/cuoc-kiem-tra', lazy: { Component: async () => (await import('./WeekPage.js')).WeekPage } },
  { path: '/cuoc-kiem-tra/:visitId', lazy: { Component: async () => (await import('./VisitPage.js')).VisitPage } },
  {
    path: '/cuoc-kiem-tra/:visitId/sua',
    lazy: { Component: async () => (await import('./EditVisitPage.js')).EditVisitPage },
  },
  {
    path: '/ke-hoach/:planId/cuoc-kiem-tra/moi',
    lazy: { Component: async () => (await import('./NewVisitPage.js')).NewVisitPage },
  },
];
