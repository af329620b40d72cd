import type { EvidenceView } from '../evidence/index.js';
import type { FindingView } from '../findings/index.js';
import type { CalendarDate } from '../kernel/index.js';
import type { DueView } from './due.rules.js';
import type { FindingWord } from './finding-word.rules.js';
import type { RemedyRate } from './remedy-rate.rules.js';
import type { RemedyState } from './remedy-state.rules.js';
import type { RequestKind } from './request.rules.js';
import type { ThreadAct } from './thread.rules.js';

export interface RequestRecipientView {
  id: string;
  /** Null for an addressee in words. */
  organizationId: string | null;
  /** Under its name on the issue date. */
  name: string;
  workingDays: number | null;
  state: RemedyState;
  /** The due date that counts today. */
  due: DueView | null;
  /** The due date as it was issued, however often it was extended. */
  firstDueOn: CalendarDate | null;
  /** The date that the unit's open ask for more time proposes. */
  askedUntil: CalendarDate | null;
}

/** A request as its readers may see it: a unit finds itself alone among the recipients. */
export interface RequestView {
  id: string;
  planId: string;
  /** Null in a record of the past whose source does not classify it. */
  kind: RequestKind | null;
  text: string;
  measure: string | null;
  /** Term that its editor set, in working days; what counts is each recipient's. */
  workingDays: number | null;
  /** Recipients have it; it can no longer be changed. */
  isIssued: boolean;
  /** Number of the paper; null while it is a draft, or when it has none. */
  number: string | null;
  /** Null while it is a draft, or when it is not known. */
  issuedOn: CalendarDate | null;
  findingIds: string[];
  recipients: RequestRecipientView[];
  version: number;
}

/** One line of an inbox: a request at one recipient. */
export interface RecipientLineView extends RequestRecipientView {
  request: Omit<RequestView, 'workingDays' | 'isIssued' | 'findingIds' | 'recipients' | 'version'>;
  plan: { id: string; title: string };
}

/** What an entry says about one finding; `fileIds` are those of the entry's files that belong to it. */
export interface FindingWordView extends FindingWord {
  text: string | null;
  /** The day it was done, or is meant to be. */
  doneOn: CalendarDate | null;
  fileIds: string[];
}

/** One act in a thread, with the files sent along. */
export interface RemedyEntryView {
  id: string;
  act: ThreadAct;
  text: string | null;
  /** The due date that the act asks for or grants. */
  until: CalendarDate | null;
  actorName: string;
  /** Instant, ISO 8601. */
  at: string;
  files: EvidenceView[];
  findings: FindingWordView[];
}

/** A recipient with everything that was said, oldest first, and the findings behind the request. */
export interface RecipientView extends RecipientLineView {
  findings: FindingView[];
  thread: RemedyEntryView[];
}

/** Tỷ lệ vấn đề phát hiện đã xử lý of a unit in a campaign. */
export interface RemedyRateView extends RemedyRate {
  plan: { id: string; title: string };
  organizationId: string;
  /** Under its name at the time of the campaign. */
  name: string;
}
