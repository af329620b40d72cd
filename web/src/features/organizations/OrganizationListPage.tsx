import { Button } from '@mantine/core';
import {
  ORGANIZATION_KINDS,
  ORGANIZATION_KIND_LABELS,
  organizationKindsOn,
  type OrganizationKind,
} from '@kiemtra/shared/organizations';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useCan } from '../../api/me.js';
import { DataTable, type Column } from '../../ui/DataTable.js';
import { DateField } from '../../ui/DateField.js';
import { FilterBar } from '../../ui/FilterBar.js';
import { SelectField } from '../../ui/fields.js';
import { Page } from '../../ui/Page.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { SEARCH_PARAM, useUrlState } from '../../ui/url-state.js';
import { inTreeOrder, type OrganizationInTree } from './organization-tree.js';
import { NEW_ORGANIZATION_PATH, UNITS_CRUMB, organizationPath } from './organizations.paths.js';
import { organizationsQuery } from './organizations.queries.js';
import styles from './organizations.module.css';
import { useDay } from './use-day.js';
import { sinceText, untilText } from './validity-texts.js';

const columns: Column<OrganizationInTree>[] = [
  {
    key: 'ten',
    header: 'Tên',
    width: '34%',
    cell: ({ organization, depth }) => <TreeName name={organization.name} depth={depth} />,
    sortBy: ({ organization }) => organization.name,
  },
  {
    key: 'loai-don-vi',
    header: 'Loại',
    width: '22%',
    cell: ({ organization }) => ORGANIZATION_KIND_LABELS[organization.kind],
    sortBy: ({ organization }) => ORGANIZATION_KIND_LABELS[organization.kind],
  },
  { key: 'truc-thuoc', header: 'Trực thuộc', cell: ({ parentName }) => parentName, sortBy: (row) => row.parentName },
  {
    key: 'tu-ngay',
    header: 'Từ ngày',
    width: '8rem',
    cell: ({ organization }) => sinceText(organization),
    sortBy: ({ organization }) => organization.validFrom,
  },
];

/** Only where something ends: most lists have nothing in it. */
const lastDay: Column<OrganizationInTree> = {
  key: 'den-ngay',
  header: 'Đến hết ngày',
  width: '9rem',
  cell: ({ organization }) => untilText(organization),
  sortBy: ({ organization }) => organization.validTo,
};

/** The province's bodies of a day: as a tree, or those that match. */
export function OrganizationListPage() {
  const { at, field } = useDay();
  const [search] = useUrlState(SEARCH_PARAM);
  const [typedKind, setKind] = useUrlState('loai');
  const [sort] = useUrlState('sap-xep');
  const kind: OrganizationKind | '' = ORGANIZATION_KINDS.find((known) => known === typedKind) ?? '';
  const isFiltered = search !== '' || kind !== '';
  const whole = useQuery(organizationsQuery({ at }));
  const found = useQuery(organizationsQuery({ at, search, kind }));
  const isFlat = isFiltered || sort !== '';

  const rows = useMemo(() => {
    const tree = inTreeOrder(whole.data?.items ?? []);
    if (!isFiltered) return isFlat ? tree.map((row) => ({ ...row, depth: 0 })) : tree;
    const byId = new Map(tree.map((row) => [row.organization.id, row]));
    return found.data?.items.map((organization) => ({
      organization,
      depth: 0,
      parentName: byId.get(organization.id)?.parentName ?? null,
    }));
  }, [whole.data, found.data, isFiltered, isFlat]);

  const problem = whole.error ?? found.error;
  return (
    <Page title="Đơn vị" actions={<Actions />}>
      <FilterBar label="Tìm theo tên, cả tên cũ">
        <SelectField
          label="Loại"
          placeholder="Mọi loại"
          value={kind}
          onChange={setKind}
          options={organizationKindsOn(at).map((value) => ({
            value,
            label: ORGANIZATION_KIND_LABELS[value],
          }))}
        />
        <DateField label="Tại ngày" {...field} />
      </FilterBar>
      {problem ? (
        <ProblemAlert problem={problem} onRetry={() => void Promise.all([whole.refetch(), found.refetch()])} />
      ) : (
        <DataTable
          label="Đơn vị"
          noun="đơn vị"
          rows={whole.data && rows}
          {...(whole.data ? { total: whole.data.total } : {})}
          columns={rows?.some(({ organization }) => organization.validTo !== null) ? [...columns, lastDay] : columns}
          rowKey={({ organization }) => organization.id}
          rowTo={({ organization }) => organizationPath(organization.id)}
          empty={
            isFiltered
              ? 'Không có đơn vị nào khớp. Đề nghị bớt điều kiện lọc.'
              : 'Các cơ quan, đơn vị của tỉnh, thành phố vào ngày đã chọn nằm ở đây.'
          }
        />
      )}
    </Page>
  );
}

/** A name as deep in its column as the body stands in the tree. */
function TreeName({ name, depth }: { name: string; depth: number }) {
  const style: Record<string, number> = { '--depth': depth };
  return (
    <span className={styles.treeName} style={style}>
      {name}
    </span>
  );
}

function Actions() {
  const mayManage = useCan('organizations.manage');
  return (
    <>
      <Button variant="default" component={Link} to={UNITS_CRUMB.to}>
        Đơn vị hành chính
      </Button>
      {mayManage && (
        <Button component={Link} to={NEW_ORGANIZATION_PATH}>
          Thêm đơn vị
        </Button>
      )}
    </>
  );
}
