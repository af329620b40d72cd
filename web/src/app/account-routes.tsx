import type { RouteObject } from 'react-router';

/** Accounts belong to units: these pages of `users` are given the pickers of `organizations`. */
export const accountRoutes: RouteObject[] = [
  {
    path: '/tai-khoan/moi',
    lazy: { Component: async () => (await import('./AccountPages.js')).NewAccount },
  },
  {
    path: '/tai-khoan/nhieu-don-vi',
    lazy: { Component: async () => (await import('./AccountPages.js')).UnitAccounts },
  },
  {
    path: '/tai-khoan/:accountId',
    lazy: { Component: async () => (await import('./AccountPages.js')).Account },
  },
];
