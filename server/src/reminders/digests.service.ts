/**
 * One letter a day to a person who has an address, with what is new since the last. A digest is begun in the database before it is
 * handed to the mail server and marked as sent behind it. A server that dies between the two, or a line that breaks while the mail
 * server has the letter, leaves it begun: it is not sent again, since a letter twice is worse than one that may be missing, and
 * what it said is new again in the letter of the next day. A mail server that says no, or is not there, is asked again later.
 */
import { Injectable } from '@nestjs/common';
import { newId, type CalendarDate } from '@kiemtra/shared/kernel';
import { digestLetter, remindersAudit } from '@kiemtra/shared/reminders';
import { can, reachesOf } from '@kiemtra/shared/users';
import { Audit } from '../platform/audit/audit.js';
import { Config } from '../platform/config/config.js';
import { Database, type Caller } from '../platform/database/database.js';
import { Jobs, Queue } from '../platform/jobs/jobs.js';
import { Mail, isRefusedMail, type Letter } from '../platform/mail/mail.js';
import { DigestsRepository, type AddresseeRow } from './digests.repository.js';
import { NoticesService } from './notices.service.js';

interface DigestJob {
  provinceId: string;
  accountId: string;
  day: CalendarDate;
}

const DIGESTS = new Queue<DigestJob>('digests');

@Injectable()
export class DigestsService {
  constructor(
    private readonly digests: DigestsRepository,
    private readonly notices: NoticesService,
    private readonly mail: Mail,
    private readonly jobs: Jobs,
    private readonly config: Config,
    private readonly audit: Audit,
    private readonly db: Database,
  ) {}

  /** With the notices of the day: a job for everybody of the province who may get a letter. */
  async plan(day: CalendarDate): Promise<void> {
    if (!this.mail.isOn) return;
    const { provinceId } = this.db;
    for (const reader of await this.digests.list()) {
      if (can(reader, 'notices.read')) await this.jobs.send(DIGESTS, { provinceId, accountId: reader.id, day });
    }
  }

  /** Sends what waits. */
  async run(goesOn: () => boolean): Promise<void> {
    if (this.mail.isOn) await this.jobs.drain(DIGESTS, (job) => this.deliver(job), goesOn);
  }

  /** Sends the digest of a day to a person, unless it was begun before or there is nothing new. */
  async deliver({ provinceId, accountId, day }: DigestJob): Promise<void> {
    const within = <T>(work: () => Promise<T>, caller: Caller | null = null) =>
      this.db.within({ requestId: newId(), provinceId, caller }, work);
    const reader = await within(() => this.digests.find(accountId));
    if (!reader) return;
    const letter = await within(() => this.begin(reader, day), callerOf(reader, provinceId));
    if (!letter) return;
    try {
      await this.mail.send(letter);
    } catch (error) {
      if (isRefusedMail(error)) await within(() => this.digests.takeBack(accountId, day));
      throw error;
    }
    await within(async () => {
      await this.digests.markSent(accountId, day);
      await this.audit.record(remindersAudit.mailed, { kind: 'account', id: accountId }, { day });
    });
  }

  private async begin(reader: AddresseeRow, day: CalendarDate): Promise<Letter | null> {
    const { caller } = this.db.scope;
    if (!caller) return null;
    const { items } = await this.notices.list({ ...caller, reaches: reachesOf(reader.roles, 'notices.read') });
    const last = await this.digests.lastSent(reader.id);
    const fresh = items.filter(({ isRead, toldOn }) => !isRead && (last === null || toldOn > last));
    if (fresh.length === 0 || !(await this.digests.begin(reader.id, day))) return null;
    const address = this.config.PUBLIC_ORIGIN;
    return { to: reader.email, ...digestLetter({ day, name: reader.display_name, items: fresh, address }) };
  }
}

/** Notices are listed as the person would see them. */
function callerOf(reader: AddresseeRow, provinceId: string): Caller {
  return {
    provinceId,
    accountId: reader.id,
    organizationId: reader.organization_id,
    loginName: reader.login_name,
    displayName: reader.display_name,
    position: reader.position,
    roles: reader.roles,
    sessionId: '',
  };
}
