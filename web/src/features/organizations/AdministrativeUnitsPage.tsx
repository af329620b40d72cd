import { Anchor, Button } from '@mantine/core';
import { TWO_TIER_START, UNIT_KIND_FACTS, type AdministrativeUnitView } from '@kiemtra/shared/organizations';
import { capitalized } from '@kiemtra/shared/kernel';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { useCan } from '../../api/me.js';
import { DataTable, type Column } from '../../ui/DataTable.js';
import { DateField } from '../../ui/DateField.js';
import { FilterBar } from '../../ui/FilterBar.js';
import { SelectField } from '../../ui/fields.js';
import { Page } from '../../ui/Page.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { SEARCH_PARAM, useUrlState } from '../../ui/url-state.js';
import { IMPORT_REPORT_PATH, ORGANIZATIONS_CRUMB } from './organizations.paths.js';
import styles from './organizations.module.css';
import { unitsQuery, type UnitFilter } from './organizations.queries.js';
import { useDay } from './use-day.js';
import { sinceText, untilText } from './validity-texts.js';

const columns: Column<AdministrativeUnitView>[] = [
  { key: 'ten', header: 'Tên', width: '30%', cell: (unit) => <UnitName unit={unit} />, sortBy: ({ name }) => name },
  { key: 'ma', header: 'Mã', width: '6rem', cell: ({ code }) => code, sortBy: ({ code }) => code },
  { key: 'thuoc', header: 'Thuộc', cell: ({ place }) => place, sortBy: ({ place }) => place },
  { key: 'tu-ngay', header: 'Từ ngày', width: '9rem', cell: sinceText },
  { key: 'den-ngay', header: 'Đến hết ngày', width: '9rem', cell: untilText },
];

/** The name; of a unit that holds others, the way down to them. */
function UnitName({ unit }: { unit: AdministrativeUnitView }) {
  const [params] = useSearchParams();
  const { level } = UNIT_KIND_FACTS[unit.kind];
  const name = capitalized(unit.fullName);
  // The address names a district under its province, which a unit does not tell.
  if (level === 'commune' || (level === 'district' && !params.has('tinh'))) return name;
  const next = new URLSearchParams(params);
  next.delete(SEARCH_PARAM);
  next.delete('sap-xep');
  next.set(level === 'province' ? 'tinh' : 'huyen', unit.code);
  return (
    <Anchor component={Link} to={{ search: next.toString() }} inherit className={styles.way}>
      {name}
    </Anchor>
  );
}

const optionOf = ({ code, fullName }: AdministrativeUnitView) => ({ value: code, label: capitalized(fullName) });

/** True when the unit stands below the other one, at whatever step. */
function isBelow(unit: AdministrativeUnitView, other: AdministrativeUnitView): boolean {
  return `, ${unit.place}`.endsWith(`, ${[other.fullName, other.place].filter(Boolean).join(', ')}`);
}

/** The country's administrative units of a day: from the provinces down, or found by name. */
export function AdministrativeUnitsPage() {
  const { at, field } = useDay();
  const [search] = useUrlState(SEARCH_PARAM);
  const [province, setProvince] = usePickedUnit('tinh', { at, level: 'province' });
  const hasDistricts = at < TWO_TIER_START && province.picked !== undefined;
  const [district, setDistrict] = usePickedUnit(
    'huyen',
    { at, level: 'district', parentCode: province.picked?.code ?? '' },
    hasDistricts,
  );
  const higher = district.picked ?? province.picked;
  const below: UnitFilter = higher ? { at, parentCode: higher.code } : { at, level: 'province' };
  const units = useQuery(unitsQuery(search ? { at, search } : below));
  const rows = search && higher ? units.data?.items.filter((unit) => isBelow(unit, higher)) : units.data?.items;

  return (
    <Page title="Đơn vị hành chính" crumbs={[ORGANIZATIONS_CRUMB]} actions={<ReportLink />}>
      <FilterBar label="Tìm theo tên">
        <SelectField
          label="Tỉnh, thành phố"
          placeholder="Cả nước"
          value={province.picked?.code ?? ''}
          onChange={setProvince}
          options={province.options}
        />
        {hasDistricts && (
          <SelectField
            label="Cấp huyện"
            placeholder="Cả tỉnh"
            value={district.picked?.code ?? ''}
            onChange={setDistrict}
            options={district.options}
          />
        )}
        <DateField label="Tại ngày" {...field} />
      </FilterBar>
      {units.isError ? (
        <ProblemAlert problem={units.error} onRetry={() => void units.refetch()} />
      ) : (
        <DataTable
          label="Đơn vị hành chính"
          noun="đơn vị hành chính"
          rows={rows}
          {...(units.data && !higher ? { total: units.data.total } : {})}
          columns={columns}
          rowKey={({ id }) => String(id)}
          empty="Không có đơn vị hành chính nào khớp vào ngày đã chọn."
        />
      )}
    </Page>
  );
}

/** The units that may be picked and the one that the address names among them. */
function usePickedUnit(param: string, filter: UnitFilter, isWanted = true) {
  const [code, setCode] = useUrlState(param);
  const units = useQuery({ ...unitsQuery(filter), enabled: isWanted });
  const items = isWanted ? (units.data?.items ?? []) : [];
  const choice = { options: items.map(optionOf), picked: items.find((unit) => unit.code === code) };
  return [choice, setCode] as const;
}

function ReportLink() {
  const mayManage = useCan('organizations.manage');
  if (!mayManage) return null;
  return (
    <Button variant="default" component={Link} to={IMPORT_REPORT_PATH}>
      Kết quả nhập danh mục
    </Button>
  );
}
