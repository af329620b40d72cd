import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: '/khac-phuc', lazy: { Component: async () => (await import('./RecipientListPage.js')).RecipientListPage } },
];
