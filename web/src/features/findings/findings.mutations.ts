/** Apart from what is read: a sheet counts findings and changes none. */
import type { EvidenceView } from '@kiemtra/shared/evidence';
import type {
  AddFindingEvidenceDto,
  CreateFindingDto,
  FindingView,
  JudgeRepeatsDto,
  RepeatView,
  UpdateFindingDto,
} from '@kiemtra/shared/findings';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.js';
import { findingsKeys } from './findings.queries.js';

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

export const useJudgeRepeats = (findingId: string) =>
  useFindingMutation((body: JudgeRepeatsDto) => api.put<RepeatView>(`/findings/${findingId}/repeats`, body));
