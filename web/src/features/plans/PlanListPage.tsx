import { Button } from '@mantine/core';
import { dateInVietnam } from '@kiemtra/shared/kernel';
import {
  PLAN_KINDS,
  PLAN_KIND_LABELS,
  PLAN_STATES,
  PLAN_STATE_LABELS,
  type PlanListItemView,
} from '@kiemtra/shared/plans';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCan } from '../../api/me.js';
import { DataTable, type Column } from '../../ui/DataTable.js';
import { DateText } from '../../ui/DateText.js';
import { FilterBar } from '../../ui/FilterBar.js';
import { SelectField } from '../../ui/fields.js';
import { Page } from '../../ui/Page.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { SEARCH_PARAM, useUrlState } from '../../ui/url-state.js';
import { PlanStateBadge } from './PlanStateBadge.js';
import { NEW_PLAN_PATH, planPath } from './plans.paths.js';
import { plansQuery, type PlanFilter } from './plans.queries.js';

const columns: Column<PlanListItemView>[] = [
  { key: 'ten', header: 'Tên kế hoạch', cell: (plan) => plan.title, sortBy: (plan) => plan.title },
  {
    key: 'so',
    header: 'Số, ký hiệu',
    width: '9rem',
    cell: (plan) => plan.number,
    sortBy: (plan) => plan.number,
  },
  {
    key: 'ngay',
    header: 'Ngày ban hành',
    width: '10rem',
    cell: (plan) => <DateText date={plan.issuedOn} />,
    sortBy: (plan) => plan.issuedOn,
  },
  {
    key: 'loai',
    header: 'Hình thức',
    width: '9.5rem',
    cell: (plan) => PLAN_KIND_LABELS[plan.kind],
    sortBy: (plan) => PLAN_KIND_LABELS[plan.kind],
  },
  { key: 'don-vi', header: 'Đơn vị', width: '6rem', isNumeric: true, cell: unitCount, sortBy: unitCount },
  {
    key: 'cuoc',
    header: 'Cuộc đã chốt',
    width: '8rem',
    isNumeric: true,
    cell: (plan) => (plan.visitCount === 0 ? null : `${plan.finalisedVisitCount}/${plan.visitCount}`),
  },
  {
    key: 'trang-thai',
    header: 'Trạng thái',
    width: '9rem',
    cell: (plan) => <PlanStateBadge state={plan.state} />,
    sortBy: (plan) => PLAN_STATES.indexOf(plan.state),
  },
];

function unitCount({ unitCount: count }: PlanListItemView): number | null {
  return count === 0 ? null : count;
}

/** From the first year of recorded campaigns to the year that is being planned. */
const FIRST_YEAR = 2018;
const yearsUpTo = (last: number) =>
  Array.from({ length: last - FIRST_YEAR + 1 }, (_, index) => String(last - index)).map((year) => ({
    value: year,
    label: year,
  }));

function oneOf<Value extends string>(values: readonly Value[], value: string): Value | '' {
  return values.find((known) => known === value) ?? '';
}

/** The plans the caller sees. */
export function PlanListPage() {
  const [thisYear] = useState(() => Number(dateInVietnam(new Date()).slice(0, 4)));
  const [search] = useUrlState(SEARCH_PARAM);
  const [year, setYear] = useUrlState('nam');
  const [state, setState] = useUrlState('trang-thai');
  const [kind, setKind] = useUrlState('hinh-thuc');
  const filter: PlanFilter = { search, year, state: oneOf(PLAN_STATES, state), kind: oneOf(PLAN_KINDS, kind) };
  const plans = useQuery(plansQuery(filter));
  const canEdit = useCan('plans.edit');
  const isFiltered = Object.values(filter).some(Boolean);
  const create = canEdit && (
    <Button component={Link} to={NEW_PLAN_PATH}>
      Lập kế hoạch
    </Button>
  );

  return (
    <Page title="Kế hoạch kiểm tra" actions={create}>
      <FilterBar label="Tìm theo tên, số ký hiệu">
        <SelectField
          label="Năm"
          placeholder="Mọi năm"
          value={year}
          onChange={setYear}
          options={yearsUpTo(thisYear + 1)}
        />
        <SelectField
          label="Hình thức"
          placeholder="Mọi hình thức"
          value={kind}
          onChange={setKind}
          options={PLAN_KINDS.map((value) => ({ value, label: PLAN_KIND_LABELS[value] }))}
        />
        <SelectField
          label="Trạng thái"
          placeholder="Mọi trạng thái"
          value={state}
          onChange={setState}
          options={PLAN_STATES.map((value) => ({ value, label: PLAN_STATE_LABELS[value] }))}
        />
      </FilterBar>
      {plans.isError ? (
        <ProblemAlert problem={plans.error} onRetry={() => void plans.refetch()} />
      ) : (
        <DataTable
          label="Kế hoạch kiểm tra"
          noun="kế hoạch"
          rows={plans.data}
          columns={columns}
          rowKey={(plan) => plan.id}
          rowTo={(plan) => planPath(plan.id)}
          empty={
            isFiltered
              ? 'Không có kế hoạch nào khớp. Đề nghị bớt điều kiện lọc.'
              : 'Kế hoạch kiểm tra của năm, cùng các đoàn và đơn vị được kiểm tra, nằm ở đây.'
          }
          emptyAction={isFiltered ? undefined : create}
        />
      )}
    </Page>
  );
}
