import {
  TWO_TIER_START,
  UNKNOWN_START,
  splitUnitName,
  tidyUnitName,
  type AdministrativeUnitKind,
} from '@kiemtra/shared/organizations';
import type { NationalUnit } from './national-units.js';
import type { NationalSources, TreeRow } from './sources.js';

type KindsByType = Record<string, AdministrativeUnitKind>;

const PROVINCES: KindsByType = { tinh: 'province', 'thanh-pho': 'municipality' };
const DISTRICTS: KindsByType = {
  huyen: 'district',
  quan: 'urban_district',
  'thi-xa': 'town',
  'thanh-pho': 'provincial_city',
};
const COMMUNES: KindsByType = { xa: 'commune', phuong: 'ward', 'thi-tran': 'township' };

/** Both lists as units in time: the old tree up to 01/07/2025, the new one from there on. */
export function listedUnits({ before, after }: NationalSources): NationalUnit[] {
  const today = { validFrom: TWO_TIER_START, validTo: null };
  return [
    ...before.provinces.map((row) => oldUnit(row, PROVINCES)),
    ...before.districts.map((row) => oldUnit(row, DISTRICTS)),
    ...before.communes.map((row) => oldUnit(row, COMMUNES)),
    ...after.provinces.map(({ province_code: code, name }) => ({
      code,
      // The list writes "Thành phố Huế" but plain "Cao Bằng".
      ...(splitUnitName(name, 'province') ?? { kind: 'province' as const, name: tidyUnitName(name) }),
      parentCode: null,
      ...today,
    })),
    ...after.wards.map(({ ward_code: code, name, province_code: parentCode }) => ({
      code,
      ...known(splitUnitName(name, 'commune'), code),
      parentCode,
      ...today,
    })),
  ];
}

function oldUnit(row: TreeRow, kinds: KindsByType): NationalUnit {
  return {
    code: row.code,
    kind: known(kinds[row.type], row.code),
    name: tidyUnitName(row.name),
    parentCode: row.parent_code ?? null,
    validFrom: UNKNOWN_START,
    validTo: TWO_TIER_START,
  };
}

function known<T>(value: T | null | undefined, code: string): T {
  if (value === null || value === undefined) throw new Error(`unit ${code} of the lists is of an unknown kind`);
  return value;
}
