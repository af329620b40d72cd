import type { CalendarDate } from '@kiemtra/shared/kernel';
import type {
  AdministrativeUnitKind,
  ImportIssueReason,
  OrganizationKind,
  OrganizationName,
} from '@kiemtra/shared/organizations';
import type { MappingRow } from './national/sources.js';

interface NamedUnit {
  kind: AdministrativeUnitKind;
  name: string;
}

/** A unit with the units above it as they were called on the day asked for, nearest first. */
export interface UnitRow extends NamedUnit {
  id: number;
  code: string;
  valid_from: CalendarDate;
  valid_to: CalendarDate | null;
  above: NamedUnit[];
}

export interface ImportIssueRow {
  reason: ImportIssueReason;
  row: MappingRow;
}

export interface ImportReport {
  counts: { reason: ImportIssueReason; count: number }[];
  issues: ImportIssueRow[];
  total: number;
}

export interface OrganizationRow {
  id: string;
  kind: OrganizationKind;
  name: string;
  short_name: string | null;
  parent_id: string | null;
  successor_id: string | null;
  administrative_unit_id: number | null;
  valid_from: CalendarDate;
  valid_to: CalendarDate | null;
  version: number;
  has_children: boolean;
}

/** A body with everything that is told about it. */
export interface OrganizationDetail {
  row: OrganizationRow;
  names: OrganizationName[];
  above: OrganizationRow[];
  unit: UnitRow | null;
  successor: OrganizationRow | null;
  predecessors: OrganizationRow[];
}
