import { dateInVietnam, type CalendarDate } from '@kiemtra/shared/kernel';
import type {
  OrganizationDetailView,
  OrganizationKind,
  OrganizationView,
  RowsView,
} from '@kiemtra/shared/organizations';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.js';

export interface OrganizationFilter {
  /** The day whose bodies and names are wanted; today when left out. */
  at?: CalendarDate | undefined;
  search?: string;
  kind?: OrganizationKind | '';
  parentId?: string;
}

export const today = (): CalendarDate => dateInVietnam(new Date());

const organizationsKeys = { bodies: ['organizations', 'bodies'] as const };

export const organizationsQuery = ({ at = today(), search = '', kind = '', parentId = '' }: OrganizationFilter) =>
  queryOptions({
    queryKey: [...organizationsKeys.bodies, 'list', { at, search, kind, parentId }],
    queryFn: ({ signal }) =>
      api.get<RowsView<OrganizationView>>('/organizations', { query: { at, search, kind, parentId }, signal }),
    placeholderData: keepPreviousData,
  });

export const organizationQuery = (organizationId: string, at: CalendarDate = today()) =>
  queryOptions({
    queryKey: [...organizationsKeys.bodies, organizationId, at],
    queryFn: ({ signal }) =>
      api.get<OrganizationDetailView>(`/organizations/${organizationId}`, { query: { at }, signal }),
  });
