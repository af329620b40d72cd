import { Day, Id, OneOf, Text, Whole, type CalendarDate } from '../kernel/index.js';
import { UNIT_LEVELS, type UnitLevel } from './administrative-unit.rules.js';
import { IMPORT_ISSUE_REASONS, type ImportIssueReason } from './import-issues.js';
import { ORGANIZATION_KINDS, type OrganizationKind } from './organization.kinds.js';
import { ORGANIZATION_NAME_MAX, ORGANIZATION_SHORT_NAME_MAX } from './organization.rules.js';

const INTEGER_MAX = 2_147_483_647;

/** Most rows in one answer; it says how many there are in all, and a narrower search shows the rest. */
export const ROWS_MAX = 2000;

class RowsDto {
  @Whole({ min: 1, max: ROWS_MAX, optional: true }) limit?: number;
}

/** GET /administrative-units; `at` is today when left out. */
export class ListAdministrativeUnitsDto extends RowsDto {
  @Text({ max: 200, optional: true }) search?: string;
  @OneOf(UNIT_LEVELS, { optional: true }) level?: UnitLevel;
  /** Code of the unit above, as of the same day. */
  @Text({ max: 5, optional: true }) parentCode?: string;
  @Day({ optional: true }) at?: CalendarDate;
}

/** GET /administrative-units/import-issues */
export class ListImportIssuesDto extends RowsDto {
  @OneOf(IMPORT_ISSUE_REASONS, { optional: true }) reason?: ImportIssueReason;
}

/** GET /organizations: bodies of a day (today when left out) under the names of that day. */
export class ListOrganizationsDto extends RowsDto {
  @Text({ max: 200, optional: true }) search?: string;
  @OneOf(ORGANIZATION_KINDS, { optional: true }) kind?: OrganizationKind;
  @Id({ optional: true }) parentId?: string;
  @Day({ optional: true }) at?: CalendarDate;
}

/** GET /organizations/:organizationId */
export class OnDayDto {
  @Day({ optional: true }) at?: CalendarDate;
}

/** POST /organizations */
export class CreateOrganizationDto {
  @Id() id: string;
  @OneOf(ORGANIZATION_KINDS) kind: OrganizationKind;
  @Text({ max: ORGANIZATION_NAME_MAX }) name: string;
  @Text({ max: ORGANIZATION_SHORT_NAME_MAX, optional: true }) shortName?: string | null;
  @Id({ optional: true }) parentId?: string | null;
  @Whole({ min: 1, max: INTEGER_MAX, optional: true }) administrativeUnitId?: number | null;
  @Day() validFrom: CalendarDate;
  /** First day on which the body no longer exists; for bodies of the past. */
  @Day({ optional: true }) validTo?: CalendarDate | null;
}

/** PATCH /organizations/:organizationId: the name from a day on; on the first day of the last name it corrects that name. */
export class RenameOrganizationDto {
  @Whole({ min: 1, max: INTEGER_MAX }) version: number;
  @Text({ max: ORGANIZATION_NAME_MAX }) name: string;
  @Text({ max: ORGANIZATION_SHORT_NAME_MAX, optional: true }) shortName?: string | null;
  @Day() validFrom: CalendarDate;
  /** Given when the kind changes with the name: UBND xã becomes UBND phường. */
  @OneOf(ORGANIZATION_KINDS, { optional: true }) kind?: OrganizationKind;
}

/** POST /organizations/:organizationId/close: the body ends, alone or into another one. */
export class CloseOrganizationDto {
  @Whole({ min: 1, max: INTEGER_MAX }) version: number;
  /** First day on which the body no longer exists. */
  @Day() validTo: CalendarDate;
  @Id({ optional: true }) successorId?: string | null;
}
