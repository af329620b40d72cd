import type { AssessmentView, PackView } from '@kiemtra/shared/assessments';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.js';
import type { Ledger } from '../../offline/index.js';

const assessmentsKeys = { all: ['assessments'] as const };

/** How often an open sheet asks what colleagues have written. */
const PULL_MS = 60_000;

/**
 * The sheet of a visit. What the server holds is put into the clean cells of the device's ledger; screens read the ledger.
 * Once it has been seen it stays in the page's memory: without a network the person works on.
 */
export const scoringQuery = (visitId: string, ledger: Ledger) => {
  const queryKey = [...assessmentsKeys.all, 'scoring', visitId];
  return queryOptions({
    queryKey,
    queryFn: async ({ signal, client }) => {
      // Nobody at work is interrupted by a lost session: the sync badge says it.
      const background = client.getQueryData(queryKey) !== undefined;
      const headers = { 'X-Sync-Account': ledger.account };
      const asked = api.get<PackView>('/sync/pack', { query: { visit: visitId }, headers, signal, background });
      await ledger.loadVisit(async () => (await asked).state);
      const scoring = await asked;
      if (scoring.visit.state === 'finalised') await ledger.releaseVisit(visitId);
      return scoring;
    },
    gcTime: Infinity,
    refetchInterval: PULL_MS,
    refetchOnWindowFocus: true,
  });
};

export const assessmentQuery = (targetId: string) =>
  queryOptions({
    queryKey: [...assessmentsKeys.all, targetId],
    queryFn: ({ signal }) => api.get<AssessmentView>(`/plan-targets/${targetId}/assessment`, { signal }),
  });
