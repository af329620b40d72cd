import { Controller, Get, Query } from '@nestjs/common';
import { ListAuditDto, type AuditActorView, type AuditEventView } from '@kiemtra/shared/audit';
import type { AuditEventEntity } from '../platform/audit/audit-event.entity.js';
import { Permit } from '../platform/http/route.js';
import { AuditRepository } from './audit.repository.js';

@Controller('audit')
export class AuditController {
  constructor(private readonly audit: AuditRepository) {}

  @Get()
  @Permit('audit.read')
  async list(@Query() filter: ListAuditDto): Promise<AuditEventView[]> {
    return (await this.audit.list(filter)).map(presentAuditEvent);
  }

  @Get('actors')
  @Permit('audit.read')
  actors(): Promise<AuditActorView[]> {
    return this.audit.actors();
  }
}

function presentAuditEvent(event: AuditEventEntity): AuditEventView {
  const { id, at, actorName, action, summary, subjectKind, subjectId, planId } = event;
  return {
    id,
    at: at.toISOString(),
    actorName,
    action,
    summary,
    subject: { kind: subjectKind, id: subjectId },
    planId,
  };
}
