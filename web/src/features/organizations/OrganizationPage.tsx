import { Anchor, Button, Title } from '@mantine/core';
import { formatDate } from '@kiemtra/shared/kernel';
import {
  ORGANIZATION_KIND_LABELS,
  type OrganizationDetailView,
  type OrganizationName,
  type OrganizationView,
  type RelatedOrganizationView,
} from '@kiemtra/shared/organizations';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useCan } from '../../api/me.js';
import { DataTable, type Column } from '../../ui/DataTable.js';
import { Facts } from '../../ui/Facts.js';
import { HistoryLink } from '../../ui/HistoryLink.js';
import { Page } from '../../ui/Page.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { LoadedOrganization } from './LoadedOrganization.js';
import { ORGANIZATIONS_CRUMB, organizationPath } from './organizations.paths.js';
import { organizationsQuery, today } from './organizations.queries.js';
import styles from './organizations.module.css';
import { dayWithin, sinceText, untilText } from './validity-texts.js';

/** One body: where it stands, everything it was called, what it was made of and what stands below it. */
export function OrganizationPage() {
  return <LoadedOrganization>{(organization) => <LoadedPage organization={organization} />}</LoadedOrganization>;
}

function LoadedPage({ organization }: { organization: OrganizationDetailView }) {
  const { name, shortName, kind, path, administrativeUnit: unit, validTo, predecessors } = organization;
  const hasEnded = validTo !== null && validTo <= today();
  return (
    <Page
      title={name}
      crumbs={[ORGANIZATIONS_CRUMB, ...path.map(({ id, name: label }) => ({ label, to: organizationPath(id) }))]}
      lead={
        <>
          {ORGANIZATION_KIND_LABELS[kind]}{' '}
          {validTo && (
            <StatusBadge tone="neutral">
              {hasEnded ? `không còn hoạt động từ ${formatDate(validTo)}` : `kết thúc từ ${formatDate(validTo)}`}
            </StatusBadge>
          )}
        </>
      }
      actions={<Actions organization={organization} />}
    >
      <Facts
        facts={[
          ['Tên ngắn', shortName],
          ['Trực thuộc', path.at(-1)?.name],
          ['Đơn vị hành chính', unit && [unit.fullName, unit.place].filter(Boolean).join(', ')],
          ['Hoạt động từ ngày', sinceText(organization)],
          ...(validTo === null ? [] : endFacts(organization)),
        ]}
      />
      <section className={styles.section}>
        <Title order={2}>Tên gọi</Title>
        <DataTable
          label="Tên gọi"
          noun="tên"
          rows={organization.names}
          columns={nameColumns}
          rowKey={({ validFrom }) => validFrom}
          empty={null}
        />
      </section>
      {predecessors.length > 0 && (
        <section className={styles.section}>
          <Title order={2}>Đơn vị tiền thân</Title>
          <DataTable
            label="Đơn vị tiền thân"
            noun="đơn vị"
            rows={predecessors}
            columns={relatedColumns}
            rowKey={({ id }) => id}
            rowTo={({ id }) => organizationPath(id)}
            empty={null}
          />
        </section>
      )}
      <Children organization={organization} />
    </Page>
  );
}

/** How the body ended, or will. */
function endFacts({ successor, ...span }: OrganizationDetailView) {
  const heir = successor && <RelatedLink to={successor} />;
  return [['Đến hết ngày', untilText(span)] as const, ['Đơn vị kế thừa', heir] as const];
}

const nameColumns: Column<OrganizationName>[] = [
  { key: 'ten', header: 'Tên', width: '40%', cell: ({ name }) => name },
  { key: 'ten-ngan', header: 'Tên ngắn', cell: ({ shortName }) => shortName },
  { key: 'tu-ngay', header: 'Từ ngày', width: '9rem', cell: sinceText },
  { key: 'den-ngay', header: 'Đến hết ngày', width: '9rem', cell: untilText },
];

const relatedColumns: Column<RelatedOrganizationView>[] = [
  { key: 'ten', header: 'Tên', width: '40%', cell: ({ name }) => name },
  { key: 'loai', header: 'Loại', cell: ({ kind }) => ORGANIZATION_KIND_LABELS[kind] },
  { key: 'tu-ngay', header: 'Từ ngày', width: '9rem', cell: sinceText },
  { key: 'den-ngay', header: 'Đến hết ngày', width: '9rem', cell: untilText },
];

function RelatedLink({ to }: { to: RelatedOrganizationView }) {
  return (
    <Anchor component={Link} to={organizationPath(to.id)}>
      {to.name}
    </Anchor>
  );
}

/** What stands below today, or stood below on its last day. */
function Children({ organization }: { organization: OrganizationView }) {
  const at = dayWithin(organization, today());
  const children = useQuery(organizationsQuery({ at, parentId: organization.id }));
  if (children.data?.total === 0) return null;
  return (
    <section className={styles.section}>
      <Title order={2}>{at === today() ? 'Đơn vị trực thuộc' : `Đơn vị trực thuộc ngày ${formatDate(at)}`}</Title>
      {children.isError ? (
        <ProblemAlert problem={children.error} onRetry={() => void children.refetch()} />
      ) : (
        <DataTable
          label="Đơn vị trực thuộc"
          noun="đơn vị"
          rows={children.data?.items}
          columns={relatedColumns}
          rowKey={({ id }) => id}
          rowTo={({ id }) => organizationPath(id)}
          empty={null}
        />
      )}
    </section>
  );
}

function Actions({ organization: { id, validTo } }: { organization: OrganizationDetailView }) {
  const mayManage = useCan('organizations.manage');
  return (
    <>
      <HistoryLink kind="organization" id={id} />
      {mayManage && (
        <Button variant="default" component={Link} to={organizationPath(id, 'doi-ten')}>
          Đổi tên
        </Button>
      )}
      {mayManage && validTo === null && (
        <Button variant="default" component={Link} to={organizationPath(id, 'ket-thuc')}>
          Kết thúc, sáp nhập
        </Button>
      )}
    </>
  );
}
