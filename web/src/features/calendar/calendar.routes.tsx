import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: '/ngay-nghi', lazy: { Component: async () => (await import('./HolidaysPage.js')).HolidaysPage } },
];
