import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: '/nhac-viec', lazy: { Component: async () => (await import('./NoticesPage.js')).NoticesPage } },
];
