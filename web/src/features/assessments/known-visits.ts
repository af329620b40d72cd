import type { PackView } from '@kiemtra/shared/assessments';
import type { Criterion } from '@kiemtra/shared/criteria';
import { visitTimeText } from '@kiemtra/shared/visits';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../api/client.js';
import { useLedger, type Ledger } from '../../offline/index.js';

/** What is known of a visit without opening its sheet. */
interface KnownVisit {
  /** The unit and the day. */
  title: string;
  criterion: (key: string) => Criterion | undefined;
}

/** Packs of visits: those on this device, the others asked for quietly and not kept. */
const packsQuery = (visitIds: readonly string[], ledger: Ledger) =>
  queryOptions({
    queryKey: ['assessments', 'packs', ...visitIds],
    queryFn: async ({ signal }) => {
      const headers = { 'X-Sync-Account': ledger.account };
      const packOf = async (visit: string) => {
        await ledger.openPack(visit);
        const options = { query: { visit }, headers, signal, background: true };
        return ledger.pack(visit) ?? (await api.get<PackView>('/sync/pack', options));
      };
      const answers = await Promise.allSettled(visitIds.map(packOf));
      return answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    },
    placeholderData: keepPreviousData,
  });

/** Visits as far as this device knows them or the server tells them now. */
export function useKnownVisits(visitIds: readonly string[]): ReadonlyMap<string, KnownVisit> {
  const { data: packs } = useQuery(packsQuery(visitIds, useLedger()));
  return useMemo(() => new Map(packs?.map((pack) => [pack.visit.id, known(pack)])), [packs]);
}

function known({ visit, criteria }: PackView): KnownVisit {
  const byKey = new Map(criteria.criteria.map((criterion) => [criterion.key, criterion]));
  return {
    title: `${visit.target.name}, ${visitTimeText(visit)}`,
    criterion: (key) => byKey.get(key),
  };
}
