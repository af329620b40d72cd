import { Injectable } from '@nestjs/common';
import { Problem, kernelProblems, type CalendarDate } from '@kiemtra/shared/kernel';
import { isDecision, remediationProblems, type FindingWordView, type ThreadAct } from '@kiemtra/shared/remediation';
import { FindingsService } from '../findings/findings.service.js';
import { Database } from '../platform/database/database.js';
import type { Access } from '../platform/http/route.js';
import type { RecipientRow } from './remedy.rows.js';
import { RecipientsRepository } from './recipients.repository.js';
import { ThreadRepository } from './thread.repository.js';

/** What somebody says in a thread. */
export interface Entry {
  id: string;
  act: ThreadAct;
  text: string | null;
  /** The due date that is asked for or granted. */
  until: CalendarDate | null;
}

/**
 * The threads of recipients. Who says something holds the recipient's row while looking at it and writing, so of two acts
 * at once one happens and the other is refused; the same entry sent twice is one.
 */
@Injectable()
export class RemedyThread {
  constructor(
    private readonly recipients: RecipientsRepository,
    private readonly entries: ThreadRepository,
    private readonly findings: FindingsService,
    private readonly db: Database,
  ) {}

  /** The recipient, held until this work ends; null when this very entry was made before. */
  async hold(access: Access, recipientId: string, { id, act, text, until }: Entry): Promise<RecipientRow | null> {
    const row = await this.recipients.findLocked(await this.findings.scopeOf(access), recipientId);
    if (!row) throw new Problem(kernelProblems.notFound);
    const existing = await this.entries.findEntry(id);
    if (existing) {
      const isSame = existing.recipientId === recipientId && existing.act === act && existing.text === text;
      const isBySame = existing.accountId === access.accountId && existing.until === until;
      if (!isSame || !isBySame) throw new Problem(kernelProblems.idReused);
      // Holding the row counts as a write; the entry of the first time is its record.
      this.db.scope.keepsOwnRecord = true;
      return null;
    }
    if (row.is_own && isDecision(act)) throw new Problem(remediationProblems.ownUnit);
    return row;
  }

  /** Adds the entry, with what it says about single findings. */
  async say(
    access: Access,
    recipientId: string,
    { id, act, text, until }: Entry,
    words: readonly FindingWordView[] = [],
  ): Promise<void> {
    const { accountId, displayName: actorName } = access;
    await this.entries.addEntry({ id, recipientId, act, text, until, accountId, actorName }, words);
  }
}
