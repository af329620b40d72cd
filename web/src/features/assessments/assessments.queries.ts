import type { AssessmentView, PackView } from '@kiemtra/shared/assessments';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.js';
import type { Ledger } from '../../offline/index.js';

const assessmentsKeys = { all: ['assessments'] as const };

/** How often an open sheet asks about the visit itself; what colleagues write comes to the ledger as it is written. */
const RENEW_MS = 10 * 60_000;

/**
 * Brings the sheet of a visit to the device, where the screen reads it: with a pack there it is open before this is asked,
 * and stays open when it fails.
 */
export const scoringQuery = (visitId: string, ledger: Ledger) =>
  queryOptions({
    queryKey: [...assessmentsKeys.all, 'scoring', visitId],
    queryFn: async ({ signal }) => {
      await ledger.openPack(visitId);
      // Nobody at work is interrupted by a lost session: the sync badge says it.
      const background = ledger.pack(visitId) !== null;
      const headers = { 'X-Sync-Account': ledger.account };
      const options = { query: { visit: visitId }, headers, signal, background };
      const { visit } = await ledger.keepPack(() => api.get<PackView>('/sync/pack', options));
      if (visit.state === 'finalised') await ledger.releaseVisit(visitId);
      return true;
    },
    refetchInterval: RENEW_MS,
    refetchOnWindowFocus: true,
  });

export const assessmentQuery = (targetId: string) =>
  queryOptions({
    queryKey: [...assessmentsKeys.all, targetId],
    queryFn: ({ signal }) => api.get<AssessmentView>(`/plan-targets/${targetId}/assessment`, { signal }),
  });
