import type { AssessmentView } from '@kiemtra/shared/assessments';
import type { DecideParkedDto, MemberDevicesView, ParkedView } from '@kiemtra/shared/fieldwork';
import type { HolidayView } from '@kiemtra/shared/calendar';
import type { CalendarDate } from '@kiemtra/shared/kernel';
import type { VisitMinutesView } from '@kiemtra/shared/minutes';
import type { PlanView } from '@kiemtra/shared/plans';
import type {
  CreateVisitDto,
  FinaliseVisitDto,
  ReopenVisitDto,
  UpdateVisitDto,
  VisitListItemView,
  VisitView,
} from '@kiemtra/shared/visits';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.js';

export interface VisitFilter {
  from?: CalendarDate;
  to?: CalendarDate;
  plan?: string;
  mine?: boolean;
}

/** What a person may do to a visit by pressing a button. */
export type VisitAct = 'notify' | 'check-in' | 'cancel';

const visitsKeys = { all: ['visits'] as const, plans: ['plans'] as const };

export const visitsQuery = ({ from, to, plan, mine }: VisitFilter) =>
  queryOptions({
    queryKey: [...visitsKeys.all, 'list', { from, to, plan, mine }],
    queryFn: ({ signal }) => api.get<VisitListItemView[]>('/visits', { query: { from, to, plan, mine }, signal }),
    placeholderData: keepPreviousData,
  });

/** Read anew with every page: its head closes what stands, and no older view of it. */
export const visitQuery = (visitId: string) =>
  queryOptions({
    queryKey: [...visitsKeys.all, visitId],
    queryFn: ({ signal }) => api.get<VisitView>(`/visits/${visitId}`, { signal }),
    staleTime: 0,
  });

/** The plan whose targets and teams a visit is made of. */
export const planOfVisitQuery = (planId: string) =>
  queryOptions({
    queryKey: [...visitsKeys.plans, planId],
    queryFn: ({ signal }) => api.get<PlanView>(`/plans/${planId}`, { signal }),
  });

/** Days that differ from the plain week, for the remark beside a day. */
export const holidaysQuery = (year: string) =>
  queryOptions({
    queryKey: ['calendar', 'holidays', Number(year)],
    queryFn: ({ signal }) => api.get<HolidayView[]>('/holidays', { query: { year }, signal }),
  });

/** How far the scoring of a visit's target has come; asked anew each time. */
export const standingQuery = (targetId: string) =>
  queryOptions({
    queryKey: [...visitsKeys.all, 'standing', targetId],
    queryFn: ({ signal }) => api.get<AssessmentView>(`/plan-targets/${targetId}/assessment`, { signal }),
    staleTime: 0,
  });

/** How the minutes of a visit stand; asked anew each time. */
export const visitMinutesQuery = (visitId: string) =>
  queryOptions({
    queryKey: [...visitsKeys.all, visitId, 'minutes'],
    queryFn: ({ signal }) => api.get<VisitMinutesView>(`/visits/${visitId}/minutes`, { signal }),
    staleTime: 0,
  });

/** What was sent about a visit and not applied. */
export const parkedQuery = (visitId: string) =>
  queryOptions({
    queryKey: [...visitsKeys.all, visitId, 'parked'],
    queryFn: ({ signal }) => api.get<ParkedView[]>(`/visits/${visitId}/parked`, { signal }),
  });

/** How often the head is told anew how the devices of the team stand. */
const DEVICES_MS = 60_000;

/** On which devices the team of a visit records. */
export const devicesQuery = (visitId: string) =>
  queryOptions({
    queryKey: [...visitsKeys.all, visitId, 'devices'],
    queryFn: ({ signal }) => api.get<MemberDevicesView[]>(`/visits/${visitId}/devices`, { signal, background: true }),
    staleTime: 0,
    refetchInterval: DEVICES_MS,
  });

/** A change of visits: they and their plans, whose state and counts follow, are read again. */
function useVisitMutation<Input>(change: (input: Input) => Promise<void>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    // Not waited for: who has begun a visit goes on to score at once.
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: visitsKeys.all });
      void queries.invalidateQueries({ queryKey: visitsKeys.plans });
    },
  });
}

export const useCreateVisit = (planId: string) =>
  useVisitMutation((body: CreateVisitDto) => api.post<void>(`/plans/${planId}/visits`, body));

export const useUpdateVisit = (visitId: string) =>
  useVisitMutation((body: UpdateVisitDto) => api.patch<void>(`/visits/${visitId}`, body));

export const useActOnVisit = (visitId: string) =>
  useVisitMutation((act: VisitAct) => api.post<void>(`/visits/${visitId}/${act}`));

export const useFinaliseVisit = (visitId: string) =>
  useVisitMutation((body: FinaliseVisitDto) => api.post<void>(`/visits/${visitId}/finalise`, body));

export const useReopenVisit = (visitId: string) =>
  useVisitMutation((body: ReopenVisitDto) => api.post<void>(`/visits/${visitId}/reopen`, body));

export const useDecideParked = (visitId: string, parkedId: string) =>
  useVisitMutation((body: DecideParkedDto) => api.post<void>(`/visits/${visitId}/parked/${parkedId}/decide`, body));
