import { Injectable } from '@nestjs/common';
import { Problem, kernelProblems } from '@kiemtra/shared/kernel';
import {
  escalationsToldFrom,
  type MailStanding,
  type NoticeCountView,
  type NoticesView,
  type ReadNoticesDto,
} from '@kiemtra/shared/reminders';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { Mail } from '../platform/mail/mail.js';
import type { Access } from '../platform/http/route.js';
import { PlansService } from '../plans/plans.service.js';
import { presentNotice } from './reminders.presenter.js';
import { NoticesRepository, type NoticeReader } from './notices.repository.js';

@Injectable()
export class NoticesService {
  constructor(
    private readonly notices: NoticesRepository,
    private readonly plans: PlansService,
    private readonly mail: Mail,
    private readonly clock: Clock,
    private readonly db: Database,
  ) {}

  async list(access: Access): Promise<NoticesView> {
    return {
      items: (await this.notices.list(await this.readerOf(access))).map(presentNotice),
      mail: await this.mailTo(access.accountId),
    };
  }

  async count(access: Access): Promise<NoticeCountView> {
    return { unread: await this.notices.countUnread(await this.readerOf(access)) };
  }

  async markRead(access: Access, { noticeIds }: ReadNoticesDto): Promise<void> {
    const reader = await this.readerOf(access);
    const told = await this.notices.countTold(reader, noticeIds);
    if (told < new Set(noticeIds).size) throw new Problem(kernelProblems.notFound);
    await this.notices.markRead(access.accountId, noticeIds, this.clock.now());
    // Who has read what when is kept as such.
    this.db.scope.keepsOwnRecord = true;
  }

  private async mailTo(accountId: string): Promise<MailStanding> {
    if (!this.mail.isOn) return 'off';
    return (await this.notices.findEmail(accountId)) === null ? 'no_address' : 'daily';
  }

  private async readerOf(access: Access): Promise<NoticeReader> {
    return {
      accountId: access.accountId,
      unitId: access.reaches.includes('unit') ? access.organizationId : null,
      planIds: await this.plans.visiblePlanIds(access),
      escalationsFrom: escalationsToldFrom(access),
    };
  }
}
