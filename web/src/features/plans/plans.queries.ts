import type { CriteriaVersionOptionView } from '@kiemtra/shared/criteria';
import type { CalendarDate } from '@kiemtra/shared/kernel';
import type { OrganizationView, RowsView } from '@kiemtra/shared/organizations';
import type {
  CreatePlanDto,
  InspectorView,
  PlanKind,
  PlanListItemView,
  PlanSavedView,
  PlanState,
  PlanView,
  ReplaceTargetsDto,
  ReplaceTeamsDto,
  UpdatePlanDto,
} from '@kiemtra/shared/plans';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.js';

export interface PlanFilter {
  search: string;
  year: string;
  state: PlanState | '';
  kind: PlanKind | '';
}

/** What a person may do to a plan by pressing a button. */
export type PlanAct = 'issue' | 'start' | 'conclude' | 'cancel';

const plansKeys = { all: ['plans'] as const };

export const plansQuery = (filter: PlanFilter) =>
  queryOptions({
    queryKey: [...plansKeys.all, 'list', filter],
    queryFn: ({ signal }) => api.get<PlanListItemView[]>('/plans', { query: { ...filter }, signal }),
    placeholderData: keepPreviousData,
  });

export const planQuery = (planId: string) =>
  queryOptions({
    queryKey: [...plansKeys.all, planId],
    queryFn: ({ signal }) => api.get<PlanView>(`/plans/${planId}`, { signal }),
  });

export const inspectorsQuery = queryOptions({
  queryKey: [...plansKeys.all, 'inspectors'],
  queryFn: ({ signal }) => api.get<InspectorView[]>('/plans/inspectors', { signal }),
});

export const criteriaOptionsQuery = queryOptions({
  queryKey: [...plansKeys.all, 'criteria-options'],
  queryFn: ({ signal }) => api.get<CriteriaVersionOptionView[]>('/criteria-versions', { signal }),
});

/** The bodies of a day by id, each with its name and the one above it: how units are arranged under each other in a plan. */
export const bodiesQuery = (at: CalendarDate) =>
  queryOptions({
    queryKey: [...plansKeys.all, 'bodies', at],
    queryFn: async ({ signal }) => {
      const { items } = await api.get<RowsView<OrganizationView>>('/organizations', { query: { at }, signal });
      return new Map(items.map((body) => [body.id, body]));
    },
    staleTime: Infinity,
  });

/** A change of plans: every list and page of them is read again. */
function usePlanMutation<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: plansKeys.all }),
  });
}

export const useCreatePlan = () => usePlanMutation((body: CreatePlanDto) => api.post<PlanSavedView>('/plans', body));

export const useUpdatePlan = (planId: string) =>
  usePlanMutation((body: UpdatePlanDto) => api.patch<PlanSavedView>(`/plans/${planId}`, body));

export const useReplaceTargets = (planId: string) =>
  usePlanMutation((body: ReplaceTargetsDto) => api.put<PlanSavedView>(`/plans/${planId}/targets`, body));

export const useReplaceTeams = (planId: string) =>
  usePlanMutation((body: ReplaceTeamsDto) => api.put<PlanSavedView>(`/plans/${planId}/teams`, body));

export const useActOnPlan = ({ id, version }: Pick<PlanView, 'id' | 'version'>) =>
  usePlanMutation((act: PlanAct) => api.post<PlanSavedView>(`/plans/${id}/${act}`, { version }));
