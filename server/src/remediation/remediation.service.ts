import { Injectable } from '@nestjs/common';
import type { FindingView } from '@kiemtra/shared/findings';
import { Problem, kernelProblems } from '@kiemtra/shared/kernel';
import type {
  ListRequestRecipientsDto,
  RecipientLineView,
  RecipientView,
  RemedyRateView,
  RequestView,
} from '@kiemtra/shared/remediation';
import { can } from '@kiemtra/shared/users';
import { EvidenceService } from '../evidence/evidence.service.js';
import { FindingsService } from '../findings/findings.service.js';
import type { Access } from '../platform/http/route.js';
import { DueDates } from './due-dates.js';
import { letterData, type LetterData } from './letter-data.js';
import type { RecipientRow, RequestRow } from './remedy.rows.js';
import { RecipientsRepository } from './recipients.repository.js';
import { presentEntry, presentRate, presentRecipientLine, presentRequest } from './remediation.presenter.js';
import { RemedyRatesRepository } from './remedy-rates.repository.js';
import { RequestsRepository } from './requests.repository.js';
import { ThreadRepository } from './thread.repository.js';

export type { LetterData } from './letter-data.js';

/** Reading requests and their threads. */
@Injectable()
export class RemediationService {
  constructor(
    private readonly requests: RequestsRepository,
    private readonly recipients: RecipientsRepository,
    private readonly thread: ThreadRepository,
    private readonly rates: RemedyRatesRepository,
    private readonly findings: FindingsService,
    private readonly evidence: EvidenceService,
    private readonly due: DueDates,
  ) {}

  async listRequests(access: Access, planId: string): Promise<RequestView[]> {
    const rows = await this.requests.list(await this.findings.scopeOf(access), planId);
    return this.presentRequests(access, planId, rows);
  }

  async getRequest(access: Access, id: string): Promise<RequestView> {
    const row = await this.requests.find(await this.findings.scopeOf(access), id);
    const [view] = row ? await this.presentRequests(access, row.plan_id, [row]) : [];
    if (!view) throw new Problem(kernelProblems.notFound);
    return view;
  }

  /** What was issued: first what waits for the caller, the nearest due date first. */
  async listRecipients(
    access: Access,
    { state, planId, mine }: ListRequestRecipientsDto,
  ): Promise<RecipientLineView[]> {
    const rows = await this.recipients.listInbox(await this.findings.scopeOf(access), {
      state: state ?? null,
      planId: planId ?? null,
      mine: mine ?? false,
      sides: { unit: can(access, 'remediation.answer'), department: can(access, 'remediation.decide') },
    });
    const standing = await this.due.standing();
    return rows.map((row) => presentRecipientLine(row, standing));
  }

  /** A recipient with its thread and the findings it reads. */
  async getRecipient(access: Access, id: string): Promise<RecipientView> {
    const row = await this.get(access, id);
    const entries = await this.thread.listEntries(id);
    const words = await this.thread.listWords(id);
    const files = await this.evidence.listOfEntries(entries.map((entry) => entry.id));
    return {
      ...presentRecipientLine(row, await this.due.standing()),
      findings: await this.findings.listForRecipient(id),
      thread: entries.map((entry) => presentEntry(entry, files.get(entry.id) ?? [], words)),
    };
  }

  /** The plan of a recipient that the caller may see. */
  async planIdOf(access: Access, recipientId: string): Promise<string> {
    return (await this.get(access, recipientId)).plan_id;
  }

  /** What each unit has remedied in each campaign, the worst first. */
  async listRates(access: Access, planId: string | null): Promise<RemedyRateView[]> {
    return (await this.rates.list(await this.findings.scopeOf(access), planId)).map(presentRate);
  }

  /** What the letter "V/v khắc phục …" to a recipient says: everything drafted for it, or issued to it with the same number and date. */
  async letterData(access: Access, recipientId: string): Promise<LetterData> {
    const row = await this.get(access, recipientId);
    const siblings = await this.recipients.listOfLetter(row);
    const findings: FindingView[] = [];
    for (const { id } of siblings) findings.push(...(await this.findings.listForRecipient(id)));
    return letterData(await this.recipients.letterPlan(row, this.due.today), siblings, findings);
  }

  private async get(access: Access, id: string): Promise<RecipientRow> {
    const row = await this.recipients.find(await this.findings.scopeOf(access), id);
    if (!row) throw new Problem(kernelProblems.notFound);
    return row;
  }

  private async presentRequests(access: Access, planId: string, rows: RequestRow[]): Promise<RequestView[]> {
    const ids = rows.map(({ id }) => id);
    const recipients = await this.recipients.listOfRequests(await this.findings.scopeOf(access), ids);
    const findings = new Set((await this.findings.list(access, { planId })).map(({ id }) => id));
    const standing = await this.due.standing();
    return rows.map((row) => presentRequest(row, recipients, findings, standing));
  }
}
