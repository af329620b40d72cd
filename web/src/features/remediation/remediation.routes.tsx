import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: '/khac-phuc', lazy: { Component: async () => (await import('./RecipientListPage.js')).RecipientListPage } },
  {
    path: '/khac-phuc/:recipientId',
    lazy: { Component: async () => (await import('./RecipientPage.js')).RecipientPage },
  },
];
