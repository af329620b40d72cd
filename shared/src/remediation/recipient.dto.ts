import { CAPTION_MAX } from '../findings/index.js';
import { Day, Flag, Id, ListOf, OneOf, Text, type CalendarDate } from '../kernel/index.js';
import {
  DECISION_STANDINGS,
  REPORT_STANDINGS,
  type DecisionStanding,
  type ReportStanding,
} from './finding-word.rules.js';
import { ISSUED_STATES, type RemedyState } from './remedy-state.rules.js';
import { DECISION_MAX, REPORT_FILES_MAX, REPORT_MAX, REQUEST_FINDINGS_MAX } from './request.rules.js';

/** GET /request-recipients: issued ones, worst first; `mine` keeps those that wait for the caller. */
export class ListRequestRecipientsDto {
  @OneOf(ISSUED_STATES, { optional: true }) state?: RemedyState;
  @Flag({ optional: true }) mine?: boolean;
  @Id({ optional: true }) planId?: string;
}

/** POST /request-recipients/:recipientId/acknowledge; `id` is the entry's, minted by the sender. */
export class AcknowledgeDto {
  @Id() id: string;
}

/** A file that the sender has uploaded. */
export class ReportFileDto {
  @Id() id: string;
  @Text({ max: CAPTION_MAX, optional: true }) caption?: string | null;
}

/** How one finding stands, as the unit says, with the proof of it. */
export class FindingReportDto {
  @Id() findingId: string;
  @OneOf(REPORT_STANDINGS) standing: ReportStanding;
  @Text({ max: REPORT_MAX, multiline: true }) text: string;
  /** The day it was done, or is meant to be. */
  @Day({ optional: true }) doneOn?: CalendarDate | null;
  @ListOf(() => ReportFileDto, { max: REPORT_FILES_MAX }) files: ReportFileDto[];
}

/** POST /request-recipients/:recipientId/report: each open finding is told of; where there is none, the text says all. */
export class ReportRemedyDto {
  @Id() id: string;
  @Text({ max: REPORT_MAX, multiline: true, optional: true }) text?: string | null;
  @ListOf(() => ReportFileDto, { max: REPORT_FILES_MAX }) files: ReportFileDto[];
  @ListOf(() => FindingReportDto, { max: REQUEST_FINDINGS_MAX, optional: true }) findings?: FindingReportDto[] | null;
}

/** POST /request-recipients/:recipientId/return: with all its open findings. */
export class ReturnRemedyDto {
  @Id() id: string;
  @Text({ max: DECISION_MAX, multiline: true }) reason: string;
}

export class FindingDecisionDto {
  @Id() findingId: string;
  @OneOf(DECISION_STANDINGS) standing: DecisionStanding;
  /** Required when it is returned. */
  @Text({ max: DECISION_MAX, multiline: true, optional: true }) comment?: string | null;
}

/** POST /request-recipients/:recipientId/decide: each open finding by itself; when all are accepted, so is the recipient. */
export class DecideFindingsDto {
  @Id() id: string;
  @Text({ max: DECISION_MAX, multiline: true, optional: true }) comment?: string | null;
  @ListOf(() => FindingDecisionDto, { min: 1, max: REQUEST_FINDINGS_MAX }) decisions: FindingDecisionDto[];
}

/** POST /request-recipients/:recipientId/accept: with all its open findings. */
export class AcceptRemedyDto {
  @Id() id: string;
  @Text({ max: DECISION_MAX, multiline: true, optional: true }) comment?: string | null;
}

/** POST /request-recipients/:recipientId/ask-extension: the unit proposes a later due date. */
export class AskExtensionDto {
  @Id() id: string;
  @Day() until: CalendarDate;
  @Text({ max: DECISION_MAX, multiline: true }) reason: string;
}

/** POST /request-recipients/:recipientId/grant-extension: the date asked for, or another one. */
export class GrantExtensionDto {
  @Id() id: string;
  @Day() until: CalendarDate;
  @Text({ max: DECISION_MAX, multiline: true, optional: true }) comment?: string | null;
}

/** POST /request-recipients/:recipientId/refuse-extension */
export class RefuseExtensionDto {
  @Id() id: string;
  @Text({ max: DECISION_MAX, multiline: true }) reason: string;
}

/** GET /remedy-rates: of one campaign, or of all that the caller sees. */
export class ListRemedyRatesDto {
  @Id({ optional: true }) planId?: string;
}
