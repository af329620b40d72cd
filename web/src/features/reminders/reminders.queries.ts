import type {
  EscalationView,
  LadderView,
  NoticeCountView,
  NoticesView,
  ReadNoticesDto,
  SetLadderDto,
} from '@kiemtra/shared/reminders';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.js';

const NOTICES = ['reminders', 'notices'] as const;
const ladderKey = (planId: string) => ['reminders', 'ladder', planId] as const;

/** Notices come once a day; who leaves the page open overnight is told within the hour. */
const HOUR_MS = 3_600_000;

export const noticeCountQuery = queryOptions({
  queryKey: [...NOTICES, 'count'],
  queryFn: ({ signal }) => api.get<NoticeCountView>('/notices/count', { signal }),
  refetchInterval: HOUR_MS,
});

export const noticesQuery = queryOptions({
  queryKey: [...NOTICES, 'list'],
  queryFn: ({ signal }) => api.get<NoticesView>('/notices', { signal }),
  staleTime: 0,
});

export const planEscalationsQuery = (planId: string) =>
  queryOptions({
    queryKey: ['reminders', 'escalations', 'plan', planId],
    queryFn: ({ signal }) => api.get<EscalationView[]>(`/plans/${planId}/escalations`, { signal }),
  });

export const recipientEscalationsQuery = (recipientId: string) =>
  queryOptions({
    queryKey: ['reminders', 'escalations', 'recipient', recipientId],
    queryFn: ({ signal }) => api.get<EscalationView[]>(`/request-recipients/${recipientId}/escalations`, { signal }),
  });

export const ladderQuery = (planId: string) =>
  queryOptions({
    queryKey: ladderKey(planId),
    queryFn: ({ signal }) => api.get<LadderView>(`/plans/${planId}/escalation-ladder`, { signal }),
  });

export function useReadNotices() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (noticeIds: string[]) => api.post<void>('/notices/read', { noticeIds } satisfies ReadNoticesDto),
    onSettled: () => queries.invalidateQueries({ queryKey: NOTICES }),
  });
}

export function useSetLadder(planId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: SetLadderDto) => api.put<LadderView>(`/plans/${planId}/escalation-ladder`, body),
    onSuccess: (ladder) => queries.setQueryData(ladderKey(planId), ladder),
  });
}
