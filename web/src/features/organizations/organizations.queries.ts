import { dateInVietnam, type CalendarDate } from '@kiemtra/shared/kernel';
import {
  ROWS_MAX,
  type AdministrativeUnitView,
  type CloseOrganizationDto,
  type CreateOrganizationDto,
  type ImportIssueReason,
  type ImportReportView,
  type OrganizationDetailView,
  type OrganizationKind,
  type OrganizationView,
  type RenameOrganizationDto,
  type RowsView,
  type UnitLevel,
} from '@kiemtra/shared/organizations';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.js';

export interface OrganizationFilter {
  /** The day whose bodies and names are wanted; today when left out. */
  at?: CalendarDate | undefined;
  search?: string;
  kind?: OrganizationKind | '';
  parentId?: string;
}

export const today = (): CalendarDate => dateInVietnam(new Date());

export interface UnitFilter {
  at: CalendarDate;
  search?: string;
  level?: UnitLevel | '';
  /** Code of the unit directly above. */
  parentCode?: string;
  limit?: number;
}

const organizationsKeys = {
  bodies: ['organizations', 'bodies'] as const,
  units: ['organizations', 'units'] as const,
};

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

export const unitsQuery = ({ at, search = '', level = '', parentCode = '', limit = ROWS_MAX }: UnitFilter) =>
  queryOptions({
    queryKey: [...organizationsKeys.units, { at, search, level, parentCode, limit }],
    queryFn: ({ signal }) =>
      api.get<RowsView<AdministrativeUnitView>>('/administrative-units', {
        query: { at, search, level, parentCode, limit },
        signal,
      }),
    placeholderData: keepPreviousData,
  });

export const importReportQuery = (reason: ImportIssueReason | '') =>
  queryOptions({
    queryKey: [...organizationsKeys.units, 'import-report', reason],
    queryFn: ({ signal }) =>
      api.get<ImportReportView>('/administrative-units/import-report', { query: { reason }, signal }),
    placeholderData: keepPreviousData,
  });

/** A change of the tree: every list and page of it is read again. */
function useOrganizationMutation<Input>(change: (input: Input) => Promise<void>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: organizationsKeys.bodies }),
  });
}

export const useCreateOrganization = () =>
  useOrganizationMutation((body: CreateOrganizationDto) => api.post<void>('/organizations', body));

export const useRenameOrganization = (organizationId: string) =>
  useOrganizationMutation((body: RenameOrganizationDto) => api.patch<void>(`/organizations/${organizationId}`, body));

export const useCloseOrganization = (organizationId: string) =>
  useOrganizationMutation((body: CloseOrganizationDto) =>
    api.post<void>(`/organizations/${organizationId}/close`, body),
  );
