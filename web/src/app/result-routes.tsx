import type { RouteObject } from 'react-router';

/** Findings, requests and papers of a plan: pages that put plans, findings, requests and units together. */
export const resultRoutes: RouteObject[] = [
  {
    path: '/ke-hoach/:planId/ket-qua',
    lazy: { Component: async () => (await import('./ResultPages.js')).PlanFindings },
  },
  {
    path: '/ke-hoach/:planId/kien-nghi',
    lazy: { Component: async () => (await import('./ResultPages.js')).PlanRequests },
  },
  {
    path: '/ke-hoach/:planId/kien-nghi/moi',
    lazy: { Component: async () => (await import('./ResultPages.js')).NewRequest },
  },
  {
    path: '/ke-hoach/:planId/kien-nghi/:requestId',
    lazy: { Component: async () => (await import('./ResultPages.js')).EditRequest },
  },
  {
    path: '/ke-hoach/:planId/van-ban',
    lazy: { Component: async () => (await import('./PaperPages.js')).PlanPapers },
  },
  {
    path: '/ke-hoach/:planId/van-ban/:kind',
    lazy: { Component: async () => (await import('./PaperPages.js')).PlanPaper },
  },
  {
    path: '/ke-hoach/:planId/doi-tuong/:targetId/du-thao-ket-luan',
    lazy: { Component: async () => (await import('./DraftPages.js')).TargetDrafts },
  },
  {
    path: '/du-thao-ket-luan/:draftId',
    lazy: { Component: async () => (await import('./DraftPages.js')).DraftConclusion },
  },
  {
    path: '/ke-hoach/:planId/qua-han',
    lazy: { Component: async () => (await import('./EscalationPages.js')).PlanEscalations },
  },
  {
    path: '/khac-phuc/:recipientId',
    lazy: { Component: async () => (await import('./EscalationPages.js')).Recipient },
  },
];
