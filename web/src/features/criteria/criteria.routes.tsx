import type { RouteObject } from 'react-router';
import { CRITERIA_CRUMB, IMPORT_PATH, versionPath } from './criteria.paths.js';

export const routes: RouteObject[] = [
  {
    path: CRITERIA_CRUMB.to,
    lazy: { Component: async () => (await import('./CriteriaSetListPage.js')).CriteriaSetListPage },
  },
  {
    path: IMPORT_PATH,
    lazy: { Component: async () => (await import('./ImportCriteriaPage.js')).ImportCriteriaPage },
  },
  {
    path: versionPath(':versionId'),
    lazy: { Component: async () => (await import('./CriteriaVersionPage.js')).CriteriaVersionPage },
  },
];
