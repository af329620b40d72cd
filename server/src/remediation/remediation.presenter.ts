import type { EvidenceView } from '@kiemtra/shared/evidence';
import type { CalendarDate } from '@kiemtra/shared/kernel';
import type {
  DueView,
  FindingWordView,
  RecipientLineView,
  RemedyEntryView,
  RemedyRateView,
  RemedyState,
  RequestRecipientView,
  RequestView,
} from '@kiemtra/shared/remediation';
import type { RecipientRow, RequestRow } from './remedy.rows.js';
import type { RemedyEntryEntity } from './request.entity.js';
import type { RemedyRateRow } from './remedy-rates.repository.js';
import type { FindingWordRow } from './thread.repository.js';

/** How a due date stands today. */
export type Standing = (dueOn: CalendarDate | null, state: RemedyState) => DueView | null;

function presentRequestRecipient(row: RecipientRow, standing: Standing): RequestRecipientView {
  return {
    id: row.id,
    organizationId: row.organization_id,
    name: row.name,
    workingDays: row.working_days,
    state: row.state,
    due: standing(row.due_on, row.state),
    firstDueOn: row.first_due_on,
    askedUntil: row.asked_until,
  };
}

export function presentRecipientLine(row: RecipientRow, standing: Standing): RecipientLineView {
  return {
    ...presentRequestRecipient(row, standing),
    request: {
      id: row.request_id,
      planId: row.plan_id,
      kind: row.kind,
      text: row.text,
      measure: row.measure,
      number: row.number,
      issuedOn: row.issued_on,
    },
    plan: { id: row.plan_id, title: row.plan_title },
  };
}

export function presentRequest(
  row: RequestRow,
  recipients: readonly RecipientRow[],
  visibleFindings: ReadonlySet<string>,
  standing: Standing,
): RequestView {
  return {
    id: row.id,
    planId: row.plan_id,
    kind: row.kind,
    text: row.text,
    measure: row.measure,
    workingDays: row.working_days,
    isIssued: row.is_issued,
    number: row.number,
    issuedOn: row.issued_on,
    findingIds: row.finding_ids.filter((id) => visibleFindings.has(id)),
    recipients: recipients
      .filter((recipient) => recipient.request_id === row.id)
      .map((recipient) => presentRequestRecipient(recipient, standing)),
    version: row.version,
  };
}

export function presentEntry(
  entry: RemedyEntryEntity,
  files: EvidenceView[],
  words: readonly FindingWordRow[],
): RemedyEntryView {
  const { id, act, text, until, actorName, at } = entry;
  return {
    id,
    act,
    text,
    until,
    actorName,
    at: at.toISOString(),
    files,
    findings: words.filter(({ entryId }) => entryId === id).map(presentWord),
  };
}

function presentWord({ findingId, standing, text, doneOn, fileIds }: FindingWordRow): FindingWordView {
  return { findingId, standing, text, doneOn, fileIds };
}

export function presentRate(row: RemedyRateRow): RemedyRateView {
  return {
    plan: { id: row.plan_id, title: row.plan_title },
    organizationId: row.organization_id,
    name: row.name,
    remedied: row.remedied,
    total: row.total,
  };
}
