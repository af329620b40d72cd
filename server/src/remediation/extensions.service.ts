import { Injectable } from '@nestjs/common';
import { Faults, Problem, type CalendarDate } from '@kiemtra/shared/kernel';
import {
  extensionActsOf,
  remediationAudit,
  remediationProblems,
  type AskExtensionDto,
  type GrantExtensionDto,
  type RefuseExtensionDto,
} from '@kiemtra/shared/remediation';
import { Audit } from '../platform/audit/audit.js';
import type { Access } from '../platform/http/route.js';
import { DueDates } from './due-dates.js';
import { recipientSubject, type RecipientRow } from './remedy.rows.js';
import { RecipientsRepository } from './recipients.repository.js';
import { RemedyThread } from './remedy-thread.js';

/** More time for a recipient: the unit asks, the department grants or refuses. */
@Injectable()
export class ExtensionsService {
  constructor(
    private readonly recipients: RecipientsRepository,
    private readonly thread: RemedyThread,
    private readonly due: DueDates,
    private readonly audit: Audit,
  ) {}

  async ask(access: Access, recipientId: string, { id, until, reason }: AskExtensionDto): Promise<void> {
    const entry = { id, act: 'ask_extension', text: reason, until } as const;
    const row = await this.thread.hold(access, recipientId, entry);
    if (!row) return;
    if (row.asked_until !== null) throw new Problem(remediationProblems.extensionAsked);
    if (row.due_on === null) throw new Problem(remediationProblems.noDueDate);
    if (extensionActsOf('unit', standingOf(row)).length === 0) throw notNow(row);
    await this.refuseWrongDate(until, row.due_on);
    await this.thread.say(access, recipientId, entry);
    await this.recipients.openAsk(recipientId, until);
    const details = { recipient: row.name, until, reason };
    await this.audit.record(remediationAudit.extensionAsked, recipientSubject(row), details);
  }

  async grant(access: Access, recipientId: string, { id, until, comment }: GrantExtensionDto): Promise<void> {
    const entry = { id, act: 'grant_extension', text: comment || null, until } as const;
    const row = await this.thread.hold(access, recipientId, entry);
    if (!row) return;
    if (row.due_on === null || extensionActsOf('department', standingOf(row)).length === 0) throw notNow(row);
    await this.refuseWrongDate(until, row.due_on);
    await this.thread.say(access, recipientId, entry);
    await this.recipients.extend(recipientId, until);
    const details = { recipient: row.name, from: row.due_on, until };
    await this.audit.record(remediationAudit.extensionGranted, recipientSubject(row), details);
  }

  async refuse(access: Access, recipientId: string, { id, reason }: RefuseExtensionDto): Promise<void> {
    const entry = { id, act: 'refuse_extension', text: reason, until: null } as const;
    const row = await this.thread.hold(access, recipientId, entry);
    if (!row) return;
    if (extensionActsOf('department', standingOf(row)).length === 0) throw notNow(row);
    await this.thread.say(access, recipientId, entry);
    await this.recipients.endAsk(recipientId);
    const details = { recipient: row.name, reason };
    await this.audit.record(remediationAudit.extensionRefused, recipientSubject(row), details);
  }

  private async refuseWrongDate(until: CalendarDate, dueOn: CalendarDate): Promise<void> {
    const message = (await this.due.extensionFaults())(until, dueOn);
    if (message !== null) new Faults([{ path: 'until', code: 'remediation.extension-date', message }]).refuse();
  }
}

function standingOf({ state, due_on: dueOn, asked_until: askedUntil }: RecipientRow) {
  return { state, dueOn, askedUntil };
}

function notNow({ state }: RecipientRow): Problem<unknown> {
  return new Problem(remediationProblems.notNow, { state });
}
