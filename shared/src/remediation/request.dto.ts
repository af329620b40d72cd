import { Day, Id, IdList, ListOf, OneOf, Text, Whole, type CalendarDate } from '../kernel/index.js';
import { WORKING_DAYS_MAX } from './due.rules.js';
import {
  MEASURE_MAX,
  RECIPIENTS_MAX,
  RECIPIENT_LABEL_MAX,
  REQUEST_FINDINGS_MAX,
  REQUEST_KINDS,
  REQUEST_TEXT_MAX,
  type RequestKind,
} from './request.rules.js';

const VERSION = { min: 1, max: 2_147_483_647 };

/** An addressee: a unit, or words where none can be named ("các phòng, ban thuộc UBND phường"). */
export class RequestRecipientDto {
  @Id() id: string;
  @Id({ optional: true }) organizationId?: string | null;
  @Text({ max: RECIPIENT_LABEL_MAX, optional: true }) label?: string | null;
  /** Term in working days from the issue date, as set for this recipient; null for no term. */
  @Whole({ min: 1, max: WORKING_DAYS_MAX, optional: true }) workingDays?: number | null;
}

class RequestContentDto {
  @OneOf(REQUEST_KINDS) kind: RequestKind;
  @Text({ max: REQUEST_TEXT_MAX, multiline: true }) text: string;
  @Text({ max: MEASURE_MAX, multiline: true, optional: true }) measure?: string | null;
  /** Term for all that are addressed, kept also before anybody is; null for no term. */
  @Whole({ min: 1, max: WORKING_DAYS_MAX, optional: true }) workingDays?: number | null;
  @IdList({ max: REQUEST_FINDINGS_MAX }) findingIds: string[];
  @ListOf(() => RequestRecipientDto, { max: RECIPIENTS_MAX }) recipients: RequestRecipientDto[];
}

/** POST /requests: a draft; the same body with the same id again changes nothing. */
export class CreateRequestDto extends RequestContentDto {
  @Id() id: string;
  @Id() planId: string;
}

/** PATCH /requests/:requestId, while it is a draft; `version` is the one the editor saw. */
export class UpdateRequestDto extends RequestContentDto {
  @Whole(VERSION) version: number;
}

/** POST /requests/:requestId/issue: number and date are those of the paper; `version` is what the person saw when agreeing. */
export class IssueRequestDto {
  @Whole(VERSION) version: number;
  @Text({ max: 60, optional: true }) number?: string | null;
  @Day() issuedOn: CalendarDate;
}

/** GET /requests */
export class ListRequestsDto {
  @Id() planId: string;
}
