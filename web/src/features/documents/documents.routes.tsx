import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  {
    path: '/khac-phuc/:recipientId/cong-van',
    lazy: { Component: async () => (await import('./LetterPage.js')).LetterPage },
  },
];
