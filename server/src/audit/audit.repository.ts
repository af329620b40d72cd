import { Injectable } from '@nestjs/common';
import { AUDIT_PAGE, type ListAuditDto } from '@kiemtra/shared/audit';
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

@Injectable()
export class AuditRepository {
  constructor(private readonly db: Database) {}

  /** Newest first; ids sort by time, so the page goes on from the last one seen. */
  async list({ kind, subjectId, planId, before, limit = AUDIT_PAGE }: ListAuditDto): Promise<AuditEventEntity[]> {
    const events = await this.db.repository(AuditEventEntity);
    const where: FindOptionsWhere<AuditEventEntity> = {
      ...(kind && { subjectKind: kind }),
      ...(subjectId && { subjectId }),
      ...(planId && { planId }),
      ...(before && { id: LessThan(before) }),
    };
    return events.createQueryBuilder('e').where(where).andWhere(TOLD).orderBy('e.id', 'DESC').limit(limit).getMany();
  }
}
