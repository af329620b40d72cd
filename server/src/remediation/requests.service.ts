import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { readPaperSymbol } from '@kiemtra/shared/documents';
import { mayHoldFindings } from '@kiemtra/shared/findings';
import { Faults, Problem, kernelProblems, type CalendarDate } from '@kiemtra/shared/kernel';
import {
  recipientFaults,
  remediationAudit,
  remediationProblems,
  type CreateRequestDto,
  type IssueRequestDto,
  type RequestKind,
  type UpdateRequestDto,
} from '@kiemtra/shared/remediation';
import { FindingsService } from '../findings/findings.service.js';
import { Audit } from '../platform/audit/audit.js';
import type { Access } from '../platform/http/route.js';
import { PlansService } from '../plans/plans.service.js';
import { DueDates } from './due-dates.js';
import type { RequestRow } from './remedy.rows.js';
import { RequestsRepository, type RequestContent } from './requests.repository.js';

/** A request of the past as it was issued; kind, number and date are null where they are not known. */
export interface RecordedRequest extends Omit<CreateRequestDto, 'kind'> {
  kind: RequestKind | null;
  number: string | null;
  issuedOn: CalendarDate | null;
}

/** Drafting requests and issuing them. */
@Injectable()
export class RequestsService {
  constructor(
    private readonly requests: RequestsRepository,
    private readonly findings: FindingsService,
    private readonly plans: PlansService,
    private readonly due: DueDates,
    private readonly audit: Audit,
  ) {}

  /** Creating the same request again with the same id changes nothing. */
  async create(access: Access, { id, planId, ...dto }: CreateRequestDto): Promise<void> {
    const content = contentOf(dto);
    const existing = await this.requests.find(await this.findings.scopeOf(access), id);
    if (existing) {
      const isSame = existing.plan_id === planId && isDeepStrictEqual(await this.requests.content(id), content);
      if (!isSame) throw new Problem(kernelProblems.idReused);
      return;
    }
    await this.refuseClosedPlan(access, planId);
    await this.check(planId, content);
    await this.requests.insert(id, planId, access.accountId, content);
    await this.audit.record(remediationAudit.drafted, subject(id, planId), { text: content.text });
  }

  async update(access: Access, id: string, { version, ...dto }: UpdateRequestDto): Promise<void> {
    const draft = await this.holdDraft(access, id);
    if (draft.version !== version) throw new Problem(kernelProblems.stale);
    const content = contentOf(dto);
    await this.check(draft.plan_id, content);
    await this.requests.update(id, version, content);
    await this.audit.record(remediationAudit.redrafted, subject(id, draft.plan_id), { text: content.text });
  }

  async remove(access: Access, id: string): Promise<void> {
    const draft = await this.holdDraft(access, id);
    await this.requests.delete(id);
    await this.audit.record(remediationAudit.discarded, subject(id, draft.plan_id), { text: draft.text });
  }

  /** Hands the request to all its recipients; from here on it and its findings can no longer be changed. */
  async issue(access: Access, id: string, { version, number: given, issuedOn }: IssueRequestDto): Promise<void> {
    const number = given || null;
    const seen = await this.get(access, id);
    // Repeated after its answer was lost.
    if (seen.is_issued && seen.issued_on === issuedOn && seen.number === number) return;
    const draft = await this.holdDraft(access, id);
    if (draft.version !== version) throw new Problem(kernelProblems.stale);
    this.checkIssue(number, issuedOn);
    await this.refuseClosedPlan(access, draft.plan_id);
    const { recipients } = await this.requests.content(id);
    if (recipients.length === 0) throw new Problem(remediationProblems.noRecipients);

    await this.requests.lockFindings(id);
    if (await this.requests.hasFindingsWithUnit(id)) throw new Problem(remediationProblems.findingsWithUnit);
    const dueAfter = await this.due.from(issuedOn);
    await this.requests.issue(
      id,
      { number, issuedOn },
      recipients.map((recipient) => ({ id: recipient.id, dueOn: dueAfter(recipient.workingDays) })),
      access,
    );
    await this.audit.record(remediationAudit.issued, subject(id, draft.plan_id), {
      number,
      issuedOn,
      recipients: recipients.length,
    });
  }

  /** Stores a request of the past as it was issued, without a thread: what became of it is not known. For commands. */
  async record({ id, planId, number, issuedOn, ...dto }: RecordedRequest): Promise<void> {
    const content = contentOf(dto);
    await this.check(planId, content);
    await this.requests.insert(id, planId, null, content);
    const dueAfter = issuedOn === null ? () => null : await this.due.from(issuedOn);
    const recipients = content.recipients.map((each) => ({ id: each.id, dueOn: dueAfter(each.workingDays) }));
    await this.requests.issue(id, { number, issuedOn }, recipients, null);
    await this.audit.record(remediationAudit.recorded, subject(id, planId), { text: content.text });
  }

  private async get(access: Access, id: string): Promise<RequestRow> {
    const row = await this.requests.find(await this.findings.scopeOf(access), id);
    if (!row) throw new Problem(kernelProblems.notFound);
    return row;
  }

  /** The draft, held until this work ends. */
  private async holdDraft(access: Access, id: string): Promise<RequestRow> {
    await this.get(access, id);
    await this.requests.lock(id);
    const row = await this.get(access, id);
    if (row.is_issued) throw new Problem(remediationProblems.alreadyIssued);
    return row;
  }

  private async refuseClosedPlan(access: Access, planId: string): Promise<void> {
    const plan = await this.plans.getVisible(access, planId);
    if (!mayHoldFindings(plan.state)) throw new Problem(remediationProblems.planNotOpen);
  }

  private async check(planId: string, content: RequestContent): Promise<void> {
    const { findingIds, recipients } = content;
    const organizationIds = recipients.flatMap(({ organizationId }) => organizationId ?? []);
    const known = await this.requests.knownOrganizations(organizationIds);
    const own = await this.requests.ownBodies(planId);
    const found = await this.requests.countFindings(planId, findingIds);
    const faults = new Faults(recipientFaults(recipients));
    for (const [index, { organizationId }] of recipients.entries()) {
      if (organizationId === null) continue;
      const path = `recipients.${index}.organizationId`;
      if (!known.has(organizationId)) faults.add(remediationProblems.unknownRecipient, path);
      if (own.has(organizationId)) faults.add(remediationProblems.ownRecipient, path);
    }
    if (found !== findingIds.length) faults.add(remediationProblems.unknownFindings, 'findingIds');
    faults.refuse();
  }

  private checkIssue(number: string | null, issuedOn: CalendarDate): void {
    const read = number === null ? null : readPaperSymbol(number);
    const wrongSymbol =
      read && 'error' in read ? [{ path: 'number', code: 'remediation.symbol', message: read.error }] : [];
    const faults = new Faults(wrongSymbol);
    if (issuedOn > this.due.today) faults.add(remediationProblems.issuedInFuture, 'issuedOn');
    faults.refuse();
  }
}

/** The content with "not given" as null. */
function contentOf({
  kind,
  text,
  measure,
  workingDays,
  findingIds,
  recipients,
}: Omit<RecordedRequest, 'id' | 'planId' | 'number' | 'issuedOn'>): RequestContent {
  return {
    kind,
    text,
    measure: measure || null,
    workingDays: workingDays ?? null,
    findingIds: [...findingIds].sort(),
    recipients: recipients.map(({ id, organizationId, label, workingDays }) => ({
      id,
      organizationId: organizationId ?? null,
      label: label || null,
      workingDays: workingDays ?? null,
    })),
  };
}

function subject(id: string, planId: string) {
  return { kind: 'request', id, planId };
}
