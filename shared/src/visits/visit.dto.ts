import { Day, Flag, Id, ListOf, OneOf, Text, Whole, type CalendarDate } from '../kernel/index.js';
import { DEVICES_MAX } from './unreported.rules.js';
import { HALF_DAYS, PEOPLE_MAX, REOPEN_REASON_MAX, VISIT_MODES, type HalfDay, type VisitMode } from './visit.rules.js';

const INTEGER_MAX = 2_147_483_647;

/** Somebody met or present: a host, a head of an office, a guest. */
export class VisitPersonDto {
  @Text({ max: 120 }) name: string;
  @Text({ max: 200, optional: true }) position?: string | null;
  @Text({ max: 300, optional: true }) organization?: string | null;
}

export class VisitContentDto {
  @Id() targetId: string;
  @Id() teamId: string;
  @Day() date: CalendarDate;
  @OneOf(HALF_DAYS) halfDay: HalfDay;
  /** A one-stop shop, an office; none for the unit's own seat. */
  @Text({ max: 300, optional: true }) place?: string | null;
  @OneOf(VISIT_MODES) mode: VisitMode;
  @ListOf(() => VisitPersonDto, { max: PEOPLE_MAX }) hosts: VisitPersonDto[];
  @ListOf(() => VisitPersonDto, { max: PEOPLE_MAX }) attendees: VisitPersonDto[];
}

/** POST /plans/:planId/visits */
export class CreateVisitDto extends VisitContentDto {
  @Id() id: string;
}

/** PATCH /visits/:visitId; `version` is the one the editor saw. */
export class UpdateVisitDto extends VisitContentDto {
  @Whole({ min: 1, max: INTEGER_MAX }) version: number;
}

/** GET /visits: of some days, of one plan, of the caller's own teams. */
export class ListVisitsDto {
  @Day({ optional: true }) from?: CalendarDate;
  @Day({ optional: true }) to?: CalendarDate;
  @Id({ optional: true }) plan?: string;
  @Flag({ optional: true }) mine?: boolean;
}

/** A device that is not waited for; `missing` is the count the head was told. */
export class WaivedDeviceDto {
  @Id() lane: string;
  @Whole({ min: 0, max: INTEGER_MAX }) missing: number;
}

/**
 * POST /visits/:visitId/finalise; `waiver` says why it is closed although announced files, or operations on the `devices`,
 * have not arrived. `manifest` is that of the view its sender saw; apps of earlier releases send none.
 */
export class FinaliseVisitDto {
  @Text({ max: REOPEN_REASON_MAX, multiline: true, optional: true }) waiver?: string | null;
  @ListOf(() => WaivedDeviceDto, { max: DEVICES_MAX, optional: true }) devices?: WaivedDeviceDto[] | null;
  @Text({ max: 64, optional: true }) manifest?: string | null;
}

/** POST /visits/:visitId/reopen */
export class ReopenVisitDto {
  @Text({ max: REOPEN_REASON_MAX, multiline: true }) reason: string;
}
