import { AUDIT_PAGE, type AuditEventView, type ListAuditDto } from '@kiemtra/shared/audit';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.js';

export type AuditFilter = Pick<ListAuditDto, 'kind' | 'subjectId' | 'planId'>;

/** The history, newest first, page after page. */
export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) =>
      api.get<AuditEventView[]>('/audit', { query: { ...filter, before: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: (page: AuditEventView[]) => (page.length === AUDIT_PAGE ? page.at(-1)?.id : undefined),
  });
