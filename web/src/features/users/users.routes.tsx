import type { RouteObject } from 'react-router';
import { SLIPS_PATH } from './users.paths.js';

/** Pages that need no other feature; creating and editing accounts also need units and are composed in `app`. */
export const routes: RouteObject[] = [
  { path: '/tai-khoan', lazy: { Component: async () => (await import('./AccountListPage.js')).AccountListPage } },
  { path: SLIPS_PATH, lazy: { Component: async () => (await import('./SlipsPage.js')).SlipsPage } },
];
