import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: '/nhat-ky', lazy: { Component: async () => (await import('./AuditPage.js')).AuditPage } },
];
