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
import { FindingsService } from '../findings/findings.service.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import type { Access } from '../platform/http/route.js';
import type { RecipientRow } from './remedy.rows.js';
import { RecipientsRepository } from './recipients.repository.js';

interface Entry {
  id: string;
  act: RemedyAct;
  text: string | null;
}

/**
 * The acts of a thread. Each holds its recipient's row while it looks at the state and writes its entry, so of two acts at
 * once one happens and the other is refused; the same entry sent twice is one.
 */
@Injectable()
export class RemedyActsService {
  constructor(
    private readonly recipients: RecipientsRepository,
    private readonly findings: FindingsService,
    private readonly evidence: EvidenceService,
    private readonly audit: Audit,
    private readonly db: Database,
  ) {}

  async acknowledge(access: Access, recipientId: string, { id }: AcknowledgeDto): Promise<void> {
    const row = await this.act(access, recipientId, { id, act: 'acknowledge', text: null });
    if (row) await this.audit.record(remediationAudit.acknowledged, subject(row), { recipient: row.name });
  }

  async report(access: Access, recipientId: string, { id, text, files }: ReportRemedyDto): Promise<void> {
    const row = await this.act(access, recipientId, { id, act: 'report', text });
    const attached = files.map((file, index) => ({ id: file.id, caption: file.caption, path: `files.${index}.id` }));
    if (!row) {
      await this.refuseOtherFiles(id, files);
      return;
    }
    await this.evidence.attach(access, { remedyEntryId: id }, attached);
    const details = { recipient: row.name, files: files.length };
    await this.audit.record(remediationAudit.reported, subject(row), details);
  }

  async return(access: Access, recipientId: string, { id, reason }: ReturnRemedyDto): Promise<void> {
    const row = await this.act(access, recipientId, { id, act: 'return', text: reason });
    if (row) await this.audit.record(remediationAudit.returned, subject(row), { recipient: row.name, reason });
  }

  async accept(access: Access, recipientId: string, { id, comment }: AcceptRemedyDto): Promise<void> {
    const row = await this.act(access, recipientId, { id, act: 'accept', text: comment || null });
    if (row) await this.audit.record(remediationAudit.accepted, subject(row), { recipient: row.name });
  }

  /** Does the act and gives the recipient; null when this very entry was made before. */
  private async act(access: Access, recipientId: string, { id, act, text }: Entry): Promise<RecipientRow | null> {
    const row = await this.recipients.findLocked(await this.findings.scopeOf(access), recipientId);
    if (!row) throw new Problem(kernelProblems.notFound);
    const existing = await this.recipients.findEntry(id);
    if (existing) {
      const isSame = existing.recipientId === recipientId && existing.act === act && existing.text === text;
      if (!isSame || existing.accountId !== access.accountId) throw new Problem(kernelProblems.idReused);
      // Holding the row counts as a write; the entry of the first time is its record.
      this.db.scope.keepsOwnRecord = true;
      return null;
    }
    // Nobody decides about the answer of the own unit.
    if (row.is_own && (act === 'accept' || act === 'return')) throw new Problem(remediationProblems.ownUnit);
    const next = stateAfter(row.state, act);
    if (next === null) throw new Problem(remediationProblems.notNow, { state: row.state });
    const { accountId, displayName: actorName } = access;
    await this.recipients.addEntry({ id, recipientId, act, text, accountId, actorName });
    await this.recipients.setState(recipientId, next);
    return row;
  }

  private async refuseOtherFiles(entryId: string, files: ReportRemedyDto['files']): Promise<void> {
    const kept = (await this.evidence.listOfEntries([entryId])).get(entryId) ?? [];
    const isSame = kept.length === files.length && files.every(({ id }) => kept.some((file) => file.id === id));
    if (!isSame) throw new Problem(kernelProblems.idReused);
  }
}

function subject({ id, plan_id: planId }: RecipientRow) {
  return { kind: 'request_recipient', id, planId };
}
