import type { EvidenceView } from '@kiemtra/shared/evidence';
import type {
  AddFindingEvidenceDto,
  CreateFindingDto,
  FindingView,
  ListFindingsDto,
  UpdateFindingDto,
} from '@kiemtra/shared/findings';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.js';

const findingsKeys = { all: ['findings'] as const };

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

/** A change of findings: every list of them is read again. */
function useFindingMutation<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: findingsKeys.all }),
  });
}

export const useCreateFinding = () =>
  useFindingMutation((body: CreateFindingDto) => api.post<FindingView>('/findings', body));

export const useUpdateFinding = (findingId: string) =>
  useFindingMutation((body: UpdateFindingDto) => api.patch<FindingView>(`/findings/${findingId}`, body));

export const useDeleteFinding = () =>
  useFindingMutation((findingId: string) => api.delete<void>(`/findings/${findingId}`));

export const useAddEvidence = (findingId: string) =>
  useFindingMutation((body: AddFindingEvidenceDto) =>
    api.post<EvidenceView[]>(`/findings/${findingId}/evidence`, body),
  );

export const useRemoveEvidence = (findingId: string) =>
  useFindingMutation((evidenceId: string) => api.delete<void>(`/findings/${findingId}/evidence/${evidenceId}`));
