import { Injectable } from '@nestjs/common';
import { newId, type CalendarDate } from '@kiemtra/shared/kernel';
import {
  USUAL_LADDER,
  lastRemindedDue,
  noticeDue,
  reminderDay,
  remindersAudit,
  type NoticeFact,
} from '@kiemtra/shared/reminders';
import { CalendarService } from '../calendar/calendar.service.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { Jobs, Queue } from '../platform/jobs/jobs.js';
import { DigestsService } from './digests.service.js';
import { RemindersRepository, type MatterRow } from './reminders.repository.js';

export const REMINDERS = new Queue<{ provinceId: string }>('reminders');

/**
 * Tells every province once a day what is due. A day is done with its notices in one transaction, so a server that dies leaves
 * nothing half told, and whoever comes later finds the day still to do.
 */
@Injectable()
export class DailyReminders {
  constructor(
    private readonly reminders: RemindersRepository,
    private readonly calendar: CalendarService,
    private readonly digests: DigestsService,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly db: Database,
  ) {}

  /** Puts a job for every province whose day is not done into the queue, and does what waits there. */
  async run(goesOn: () => boolean): Promise<void> {
    for (const { id } of await this.reminders.listNotReminded(reminderDay(this.clock.now()))) {
      await this.within(id, () => this.jobs.send(REMINDERS, { provinceId: id }, id));
    }
    await this.jobs.drain(REMINDERS, ({ provinceId }) => this.remind(provinceId), goesOn);
  }

  /** Writes the notices of the day of a province; nothing when that was done. */
  async remind(provinceId: string): Promise<void> {
    const day = reminderDay(this.clock.now());
    await this.within(provinceId, async () => {
      if (!(await this.reminders.take(day))) return;
      const notices = await this.listDue(day);
      for (const { matter, notice } of notices) if (notice.kind === 'escalation') await this.log(matter, notice);
      if (notices.length === 0) return;
      const rows = notices.map(({ matter, notice }) => ({ ...notice, id: newId(), recipientId: matter.id }));
      await this.reminders.add(rows, day);
      await this.digests.plan(day);
      const subject = { kind: 'province', id: provinceId };
      await this.audit.record(remindersAudit.reminded, subject, { day, count: notices.length });
    });
  }

  private async listDue(today: CalendarDate): Promise<{ matter: MatterRow; notice: NoticeFact }[]> {
    const calendar = await this.calendar.around(today);
    const matters = await this.reminders.listMatters(lastRemindedDue(today, calendar));
    return matters.flatMap((matter) => {
      const { state, issued_on: issuedOn, due_on: dueOn, reported_on: reportedOn, ladder, told } = matter;
      const day = { today, calendar, ladder: ladder ?? USUAL_LADDER, told };
      const notice = noticeDue({ state, issuedOn, dueOn, reportedOn }, day);
      return notice ? [{ matter, notice }] : [];
    });
  }

  private log({ id, plan_id: planId, name: recipient }: MatterRow, { step, days }: NoticeFact): Promise<void> {
    const subject = { kind: 'request_recipient', id, planId };
    return this.audit.record(remindersAudit.escalated, subject, { recipient, step, days });
  }

  private within<T>(provinceId: string, work: () => Promise<T>): Promise<T> {
    return this.db.within({ requestId: newId(), provinceId, caller: null }, work);
  }
}
