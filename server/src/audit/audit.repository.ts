import { Injectable } from '@nestjs/common';
import { AUDIT_PAGE, type ListAuditDto } from '@kiemtra/shared/audit';
import { LessThan, type FindOptionsWhere } from 'typeorm';
import { AuditEventEntity } from '../platform/audit/audit-event.entity.js';
import { Database } from '../platform/database/database.js';

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
    return events.find({ where, order: { id: 'desc' }, take: limit });
  }
}
