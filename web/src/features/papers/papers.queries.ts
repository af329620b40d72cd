import type { PaperDocument } from '@kiemtra/shared/documents';
import type { PaperKind, PaperKindView } from '@kiemtra/shared/papers';
import { queryOptions } from '@tanstack/react-query';
import { api, type QueryParams } from '../../api/client.js';

/** Where the API has a paper of a plan. */
export const paperAddress = (planId: string, kind: PaperKind) => `/plans/${planId}/papers/${kind}`;

// What papers are made of changes elsewhere: they are always read anew.
const ALWAYS_ANEW = { staleTime: 0 } as const;

/** Which papers the plan has, each with what it still lacks. */
export const papersQuery = (planId: string) =>
  queryOptions({
    queryKey: ['papers', planId],
    queryFn: ({ signal }) => api.get<PaperKindView[]>(`/plans/${planId}/papers`, { signal }),
    ...ALWAYS_ANEW,
  });

/** A paper as it would be written now. */
export const paperQuery = (planId: string, kind: PaperKind, query: QueryParams) =>
  queryOptions({
    queryKey: ['papers', planId, kind, query],
    queryFn: ({ signal }) => api.get<PaperDocument>(paperAddress(planId, kind), { query, signal }),
    ...ALWAYS_ANEW,
  });
