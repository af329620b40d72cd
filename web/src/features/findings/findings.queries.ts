import type { EvidenceView } from '@kiemtra/shared/evidence';
import type { FindingView, ListFindingsDto, RepeatView } from '@kiemtra/shared/findings';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.js';

export const findingsKeys = { all: ['findings'] as const };

export const findingsQuery = ({ planId, targetId, kind, area }: ListFindingsDto) =>
  queryOptions({
    queryKey: [...findingsKeys.all, 'list', { planId, targetId, kind, area }],
    queryFn: ({ signal }) => api.get<FindingView[]>('/findings', { query: { planId, targetId, kind, area }, signal }),
    placeholderData: keepPreviousData,
  });

export const findingEvidenceQuery = (findingId: string) =>
  queryOptions({
    queryKey: [...findingsKeys.all, findingId, 'evidence'],
    queryFn: ({ signal }) => api.get<EvidenceView[]>(`/findings/${findingId}/evidence`, { signal }),
  });

/** What may repeat earlier inspections, by finding. */
export const repeatsQuery = (planId: string) =>
  queryOptions({
    queryKey: [...findingsKeys.all, 'repeats', planId],
    queryFn: ({ signal }) => api.get<RepeatView[]>('/findings/repeats', { query: { planId }, signal }),
  });
