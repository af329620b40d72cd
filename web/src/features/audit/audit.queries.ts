import { AUDIT_PAGE, type AuditActorView, type AuditEventView, type ListAuditDto } from '@kiemtra/shared/audit';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.js';

export type AuditFilter = Pick<ListAuditDto, 'kind' | 'subjectId' | 'planId' | 'actorId' | 'from' | 'to'>;

/** The history, newest first, page after page. */
export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) =>
      api.get<AuditEventView[]>('/audit', { query: { ...filter, before: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: (page: AuditEventView[]) => (page.length === AUDIT_PAGE ? page.at(-1)?.id : undefined),
  });

/** Everybody who stands in the history. */
export const auditActorsQuery = queryOptions({
  queryKey: ['audit', 'actors'],
  queryFn: ({ signal }) => api.get<AuditActorView[]>('/audit/actors', { signal }),
});
