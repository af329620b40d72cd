import type {
  CriteriaSetView,
  CriteriaVersionView,
  ImportCriteriaSetDto,
  ImportCriteriaVersionDto,
} from '@kiemtra/shared/criteria';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.js';

const criteriaKeys = { all: ['criteria'] as const };

export const criteriaSetsQuery = queryOptions({
  queryKey: [...criteriaKeys.all, 'sets'],
  queryFn: ({ signal }) => api.get<CriteriaSetView[]>('/criteria-sets', { signal }),
});

export const criteriaVersionQuery = (versionId: string) =>
  queryOptions({
    queryKey: [...criteriaKeys.all, 'versions', versionId],
    queryFn: ({ signal }) => api.get<CriteriaVersionView>(`/criteria-versions/${versionId}`, { signal }),
  });

/** A change of sets: every list and version is read again. */
function useCriteriaMutation<Input>(change: (input: Input) => Promise<void>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: criteriaKeys.all }),
  });
}

export const useImportCriteriaSet = () =>
  useCriteriaMutation((body: ImportCriteriaSetDto) => api.post<void>('/criteria-sets', body));

export const useImportCriteriaVersion = () =>
  useCriteriaMutation(({ setId, ...body }: ImportCriteriaVersionDto & { setId: string }) =>
    api.post<void>(`/criteria-sets/${setId}/versions`, body),
  );

export const usePublishVersion = (versionId: string) =>
  useCriteriaMutation(() => api.post<void>(`/criteria-versions/${versionId}/publish`));

/** Only the list is read again: the page of what was deleted still stands while it closes, and must not ask for it. */
export function useDeleteDraft(versionId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete<void>(`/criteria-versions/${versionId}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: criteriaSetsQuery.queryKey }),
  });
}
