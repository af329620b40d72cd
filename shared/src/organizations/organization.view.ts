import type { CalendarDate } from '../kernel/index.js';
import type { AdministrativeUnitKind } from './administrative-unit.rules.js';
import type { ImportIssueReason } from './import-issues.js';
import type { OrganizationKind } from './organization.kinds.js';
import type { OrganizationName } from './organization.rules.js';

/** The first rows of a list; `total` counts all of them. */
export interface RowsView<Item> {
  items: Item[];
  total: number;
}

export interface AdministrativeUnitView {
  id: number;
  code: string;
  kind: AdministrativeUnitKind;
  name: string;
  /** As papers write it: "Phường 5". */
  fullName: string;
  /** The units above, nearest first: "thành phố Sóc Trăng, tỉnh Sóc Trăng"; empty for a province. */
  place: string;
  validFrom: CalendarDate;
  validTo: CalendarDate | null;
}

export interface ImportIssueView {
  reason: ImportIssueReason;
  oldCode: string | null;
  oldName: string | null;
  oldDistrict: string | null;
  oldProvince: string | null;
  newCode: string;
  newName: string;
  newProvince: string;
}

/** What the import of the national lists could not use: how many lines for each reason, and a part of them. */
export interface ImportReportView extends RowsView<ImportIssueView> {
  counts: { reason: ImportIssueReason; count: number }[];
}

/** A body under its name of the day that was asked for. */
export interface OrganizationView {
  id: string;
  kind: OrganizationKind;
  name: string;
  shortName: string | null;
  parentId: string | null;
  hasChildren: boolean;
  administrativeUnitId: number | null;
  validFrom: CalendarDate;
  validTo: CalendarDate | null;
  version: number;
}

export interface RelatedOrganizationView {
  id: string;
  kind: OrganizationKind;
  /** Its last name. */
  name: string;
  shortName: string | null;
  validFrom: CalendarDate;
  validTo: CalendarDate | null;
}

/** One body with everything it was called and everything it was made of. */
export interface OrganizationDetailView extends OrganizationView {
  names: OrganizationName[];
  /** From the top of the tree down to the body above this one. */
  path: RelatedOrganizationView[];
  administrativeUnit: AdministrativeUnitView | null;
  successor: RelatedOrganizationView | null;
  /** Bodies that went into this one, theirs included, the latest first. */
  predecessors: RelatedOrganizationView[];
}
