import type { OrganizationDetailView } from '@kiemtra/shared/organizations';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { Page } from '../../ui/Page.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Skeletons } from '../../ui/Skeletons.js';
import { ORGANIZATIONS_CRUMB } from './organizations.paths.js';
import { organizationQuery } from './organizations.queries.js';

/** The body of the address, once it is here. */
export function LoadedOrganization({ children }: { children: (organization: OrganizationDetailView) => ReactNode }) {
  const { organizationId = '' } = useParams();
  const organization = useQuery(organizationQuery(organizationId));
  if (organization.isPending) return <Skeletons />;
  if (organization.isError) {
    return (
      <Page title="Đơn vị" crumbs={[ORGANIZATIONS_CRUMB]}>
        <ProblemAlert problem={organization.error} onRetry={() => void organization.refetch()} />
      </Page>
    );
  }
  return children(organization.data);
}
