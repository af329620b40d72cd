import type {
  CreateDraftConclusionDto,
  DraftConclusionLineView,
  DraftConclusionView,
  ListDraftConclusionsDto,
  SendExplanationsDto,
  SettleFindingDto,
  UpdateDraftConclusionDto,
} from '@kiemtra/shared/explanations';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.js';

const explanationsKeys = {
  all: ['explanations'] as const,
  draft: (draftId: string) => ['explanations', 'draft', draftId] as const,
};

export const draftConclusionsQuery = (filter: ListDraftConclusionsDto) =>
  queryOptions({
    queryKey: [...explanationsKeys.all, 'list', filter],
    queryFn: ({ signal }) => api.get<DraftConclusionLineView[]>('/draft-conclusions', { query: { ...filter }, signal }),
  });

export const draftConclusionQuery = (draftId: string) =>
  queryOptions({
    queryKey: explanationsKeys.draft(draftId),
    queryFn: ({ signal }) => api.get<DraftConclusionView>(`/draft-conclusions/${draftId}`, { signal }),
    // The other side writes here too: who opens it must see the last word.
    staleTime: 0,
  });

/** An act on drafts: every list and page of them is read again, and the findings in them; also after a refusal, when somebody acted first. */
function useDraftAct<Input, Answer>(act: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: explanationsKeys.all }),
        queries.invalidateQueries({ queryKey: ['findings'] }),
      ]),
  });
}

const at = (draftId: string) => `/draft-conclusions/${draftId}`;

export const useCreateDraft = () =>
  useDraftAct((body: CreateDraftConclusionDto) => api.post<DraftConclusionView>('/draft-conclusions', body));

export const useUpdateDraft = (draftId: string) =>
  useDraftAct((body: UpdateDraftConclusionDto) => api.patch<DraftConclusionView>(at(draftId), body));

export const useDiscardDraft = (draftId: string) => useDraftAct(() => api.delete<void>(at(draftId)));

export const usePutDraft = (draftId: string) =>
  useDraftAct((version: number) => api.post<DraftConclusionView>(`${at(draftId)}/put`, { version }));

export const useCloseDraft = (draftId: string) =>
  useDraftAct((version: number) => api.post<DraftConclusionView>(`${at(draftId)}/close`, { version }));

export const useSendExplanations = (draftId: string) =>
  useDraftAct((body: SendExplanationsDto) => api.post<DraftConclusionView>(`${at(draftId)}/explanations`, body));

export const useSettleFinding = (draftId: string, findingId: string) =>
  useDraftAct((body: SettleFindingDto) =>
    api.post<DraftConclusionView>(`${at(draftId)}/findings/${findingId}/settle`, body),
  );
