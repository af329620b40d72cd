import {
  unitFullName,
  type AdministrativeUnitView,
  type ImportReportView,
  type OrganizationDetailView,
  type OrganizationView,
  type RelatedOrganizationView,
} from '@kiemtra/shared/organizations';
import type { ImportReport, OrganizationDetail, OrganizationRow, UnitRow } from './organization.rows.js';

export function presentUnit(row: UnitRow): AdministrativeUnitView {
  return {
    id: row.id,
    code: row.code,
    kind: row.kind,
    name: row.name,
    fullName: unitFullName(row),
    place: row.above.map(unitFullName).join(', '),
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

export function presentReport({ counts, issues, total }: ImportReport): ImportReportView {
  return {
    counts: counts.map(({ reason, count }) => ({ reason, count })),
    items: issues.map(({ reason, row }) => ({
      reason,
      oldCode: row.old_ward_code || null,
      oldName: row.old_ward_name,
      oldDistrict: row.old_district_name,
      oldProvince: row.old_province_name,
      newCode: row.new_ward_code,
      newName: row.new_ward_name,
      newProvince: row.new_province_name,
    })),
    total,
  };
}

export function presentOrganization(row: OrganizationRow): OrganizationView {
  return {
    ...presentRelated(row),
    parentId: row.parent_id,
    hasChildren: row.has_children,
    administrativeUnitId: row.administrative_unit_id,
    version: row.version,
  };
}

function presentRelated(row: OrganizationRow): RelatedOrganizationView {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    shortName: row.short_name,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

export function presentDetail(detail: OrganizationDetail): OrganizationDetailView {
  const { row, names, above, unit, successor, predecessors } = detail;
  return {
    ...presentOrganization(row),
    names: names.map(({ name, shortName, validFrom, validTo }) => ({ name, shortName, validFrom, validTo })),
    path: above.map(presentRelated),
    administrativeUnit: unit && presentUnit(unit),
    successor: successor && presentRelated(successor),
    predecessors: predecessors.map(presentRelated),
  };
}
