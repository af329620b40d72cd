import type { CalendarDate } from '../kernel/index.js';
import type { AdministrativeUnitKind } from './administrative-unit.rules.js';
import { ALWAYS, SINCE_TWO_TIERS, UNTIL_TWO_TIERS, isValidOn, type Validity } from './validity.js';

/** What a body is: decides the group in which it is inspected and compared. */
export const ORGANIZATION_KINDS = [
  'council',
  'provincial_committee',
  'department',
  'division',
  'provincial_service_centre',
  'public_service_unit',
  'vertical_agency',
  'district_committee',
  'commune_committee',
  'ward_committee',
  'township_committee',
  'special_zone_committee',
  'commune_office',
  'commune_service_centre',
] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

export const ORGANIZATION_KIND_LABELS: Record<OrganizationKind, string> = {
  council: 'Hội đồng nhân dân, Ban của Hội đồng nhân dân',
  provincial_committee: 'UBND cấp tỉnh',
  department: 'Sở, ban, ngành cấp tỉnh',
  division: 'Phòng thuộc sở, thuộc UBND cấp huyện',
  provincial_service_centre: 'Trung tâm Phục vụ hành chính công cấp tỉnh',
  public_service_unit: 'Đơn vị sự nghiệp công lập',
  vertical_agency: 'Cơ quan ngành dọc',
  district_committee: 'UBND cấp huyện',
  commune_committee: 'UBND xã',
  ward_committee: 'UBND phường',
  township_committee: 'UBND thị trấn',
  special_zone_committee: 'UBND đặc khu',
  commune_office: 'Phòng thuộc UBND cấp xã',
  commune_service_centre: 'Trung tâm Phục vụ hành chính công cấp xã',
};

const SPANS: Partial<Record<OrganizationKind, Validity>> = {
  district_committee: UNTIL_TWO_TIERS,
  township_committee: UNTIL_TWO_TIERS,
  special_zone_committee: SINCE_TWO_TIERS,
  commune_office: SINCE_TWO_TIERS,
  commune_service_centre: SINCE_TWO_TIERS,
};

/** The days on which bodies of a kind exist: the district level and townships up to 30/06/2025. */
export function spanOfKind(kind: OrganizationKind): Validity {
  return SPANS[kind] ?? ALWAYS;
}

/** The kinds a body that begins on this day may have. */
export function organizationKindsOn(date: CalendarDate): OrganizationKind[] {
  return ORGANIZATION_KINDS.filter((kind) => isValidOn(spanOfKind(kind), date));
}

const COMMITTEE_KINDS: Record<AdministrativeUnitKind, OrganizationKind> = {
  province: 'provincial_committee',
  municipality: 'provincial_committee',
  district: 'district_committee',
  urban_district: 'district_committee',
  town: 'district_committee',
  provincial_city: 'district_committee',
  commune: 'commune_committee',
  ward: 'ward_committee',
  township: 'township_committee',
  special_zone: 'special_zone_committee',
};

/** The kind of the People's Committee of an administrative unit. */
export function committeeKindOf(unitKind: AdministrativeUnitKind): OrganizationKind {
  return COMMITTEE_KINDS[unitKind];
}

/** True for the People's Committee of an administrative unit, of whatever level. */
export function isCommitteeKind(kind: OrganizationKind): boolean {
  return Object.values(COMMITTEE_KINDS).includes(kind);
}
