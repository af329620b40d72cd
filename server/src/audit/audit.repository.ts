import { Injectable } from '@nestjs/common';
import { AUDIT_PAGE, type AuditActorView, type ListAuditDto } from '@kiemtra/shared/audit';
import { addDays } from '@kiemtra/shared/kernel';
import { LessThan, type FindOptionsWhere } from 'typeorm';
import { AuditEventEntity } from '../platform/audit/audit-event.entity.js';
import { Database } from '../platform/database/database.js';

/**
 * SQL: nothing of what is kept from the caller. Lines stay when their record is gone, so of a plan that inspects the own
 * body only the acts on the plan itself are told.
 */
const TOLD = `(
  (e.plan_id is null or e.subject_kind = 'plan' or e.plan_id not in (select o.plan_id from own_targets() o))
  and (e.plan_id is null or e.plan_id not in (select kept_plans()))
  and (e.subject_kind <> 'file' or e.subject_id not in (select kept_files()))
)`;

/** SQL: the instant at which a day begins in Vietnam. */
const START_OF_DAY = (day: string) => `(${day}::date::timestamp at time zone 'Asia/Ho_Chi_Minh')`;

@Injectable()
export class AuditRepository {
  constructor(private readonly db: Database) {}

  /** Newest first; ids sort by time, so the page goes on from the last one seen. */
  async list({
    kind,
    subjectId,
    planId,
    actorId,
    from,
    to,
    before,
    limit = AUDIT_PAGE,
  }: ListAuditDto): Promise<AuditEventEntity[]> {
    const events = await this.db.repository(AuditEventEntity);
    const where: FindOptionsWhere<AuditEventEntity> = {
      ...(kind && { subjectKind: kind }),
      ...(subjectId && { subjectId }),
      ...(planId && { planId }),
      ...(actorId && { accountId: actorId }),
      ...(before && { id: LessThan(before) }),
    };
    const told = events.createQueryBuilder('e').where(where).andWhere(TOLD);
    if (from) told.andWhere(`e.at >= ${START_OF_DAY(':from')}`, { from });
    if (to) told.andWhere(`e.at < ${START_OF_DAY(':dayAfter')}`, { dayAfter: addDays(to, 1) });
    return told.orderBy('e.id', 'DESC').limit(limit).getMany();
  }

  /** Everybody who did what the caller is told of, under the name of the last line. */
  actors(): Promise<AuditActorView[]> {
    return this.db.query<AuditActorView>(
      `select id, name from (
         select e.account_id as id, (array_agg(e.actor_name order by e.id desc))[1] as name
         from audit_event e where e.account_id is not null and ${TOLD} group by e.account_id
       ) a order by name collate "vi-x-icu", id`,
    );
  }
}
