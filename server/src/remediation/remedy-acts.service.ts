import { Injectable } from '@nestjs/common';
import { Problem, kernelProblems } from '@kiemtra/shared/kernel';
import {
  remediationAudit,
  remediationProblems,
  stateAfter,
  type AcceptRemedyDto,
  type AcknowledgeDto,
  type RemedyAct,
  type ReportRemedyDto,
  type ReturnRemedyDto,
} from '@kiemtra/shared/remediation';
import { EvidenceService } from '../evidence/evidence.service.js';
import { Audit } from '../platform/audit/audit.js';
import type { Access } from '../platform/http/route.js';
import { recipientSubject, type RecipientRow } from './remedy.rows.js';
import { RecipientsRepository } from './recipients.repository.js';
import { RemedyThread } from './remedy-thread.js';

interface Act {
  id: string;
  act: RemedyAct;
  text: string | null;
}

/** The acts that carry a request on its way at a recipient. */
@Injectable()
export class RemedyActsService {
  constructor(
    private readonly recipients: RecipientsRepository,
    private readonly thread: RemedyThread,
    private readonly evidence: EvidenceService,
    private readonly audit: Audit,
  ) {}

  async acknowledge(access: Access, recipientId: string, { id }: AcknowledgeDto): Promise<void> {
    const row = await this.act(access, recipientId, { id, act: 'acknowledge', text: null });
    if (row) await this.audit.record(remediationAudit.acknowledged, recipientSubject(row), { recipient: row.name });
  }

  /** A report ends an open ask for more time: there is nothing left to ask for. */
  async report(access: Access, recipientId: string, { id, text, files }: ReportRemedyDto): Promise<void> {
    const row = await this.act(access, recipientId, { id, act: 'report', text });
    const attached = files.map((file, index) => ({ id: file.id, caption: file.caption, path: `files.${index}.id` }));
    if (!row) {
      await this.refuseOtherFiles(id, files);
      return;
    }
    await this.evidence.attach(access, { remedyEntryId: id }, attached);
    const endsAsk = row.asked_until;
    if (endsAsk !== null) await this.recipients.endAsk(row.id);
    const details = { recipient: row.name, files: files.length, endsAsk };
    await this.audit.record(remediationAudit.reported, recipientSubject(row), details);
  }

  async return(access: Access, recipientId: string, { id, reason }: ReturnRemedyDto): Promise<void> {
    const row = await this.act(access, recipientId, { id, act: 'return', text: reason });
    if (row) await this.audit.record(remediationAudit.returned, recipientSubject(row), { recipient: row.name, reason });
  }

  async accept(access: Access, recipientId: string, { id, comment }: AcceptRemedyDto): Promise<void> {
    const row = await this.act(access, recipientId, { id, act: 'accept', text: comment || null });
    if (row) await this.audit.record(remediationAudit.accepted, recipientSubject(row), { recipient: row.name });
  }

  /** Does the act and gives the recipient; null when this very entry was made before. */
  private async act(access: Access, recipientId: string, { id, act, text }: Act): Promise<RecipientRow | null> {
    const entry = { id, act, text, until: null };
    const row = await this.thread.hold(access, recipientId, entry);
    if (!row) return null;
    const next = stateAfter(row.state, act);
    if (next === null) throw new Problem(remediationProblems.notNow, { state: row.state });
    await this.thread.say(access, recipientId, entry);
    await this.recipients.setState(recipientId, next);
    return row;
  }

  private async refuseOtherFiles(entryId: string, files: ReportRemedyDto['files']): Promise<void> {
    const kept = (await this.evidence.listOfEntries([entryId])).get(entryId) ?? [];
    const isSame = kept.length === files.length && files.every(({ id }) => kept.some((file) => file.id === id));
    if (!isSame) throw new Problem(kernelProblems.idReused);
  }
}
