import type { RouteObject } from 'react-router';

/** Scoring, and what goes before it, need the device's ledger; scoring raises findings; a target's page shows its scores and its findings. */
export const assessmentRoutes: RouteObject[] = [
  { path: '/cham-diem/:visitId', lazy: { Component: async () => (await import('./ScoringRoute.js')).ScoringRoute } },
  {
    path: '/cham-diem/:visitId/ho-so',
    lazy: { Component: async () => (await import('./DossiersRoute.js')).DossiersRoute },
  },
  {
    path: '/cham-diem/:visitId/co-mat',
    lazy: { Component: async () => (await import('./HeadCountsRoute.js')).HeadCountsRoute },
  },
  {
    path: '/cham-diem/:visitId/bien-ban',
    lazy: { Component: async () => (await import('./MinutesRoute.js')).MinutesRoute },
  },
  {
    path: '/cuoc-kiem-tra/:visitId/mang-ra-hien-truong',
    lazy: { Component: async () => (await import('./TakeToFieldRoute.js')).TakeToFieldRoute },
  },
  {
    path: '/ke-hoach/:planId/doi-tuong/:targetId',
    lazy: { Component: async () => (await import('./TargetPage.js')).TargetPage },
  },
];
