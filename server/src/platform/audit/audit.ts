import { Injectable } from '@nestjs/common';
import { newId, type AuditDefinition } from '@kiemtra/shared/kernel';
import { Database } from '../database/database.js';
import { Statement } from '../database/statement.js';

/** The record an act was done to. `planId` lets a plan's page show what happened to everything under it. */
export interface AuditSubject {
  kind: string;
  id: string;
  planId?: string | null;
}

const ADD = new Statement(
  'add-audit-event',
  `insert into audit_event (province_id, id, account_id, actor_name, action, summary, subject_kind, subject_id, plan_id, details, request_id)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
);

/** Writes the audit line beside the effect, in the same transaction; it travels with the commit. */
@Injectable()
export class Audit {
  constructor(private readonly db: Database) {}

  record(definition: AuditDefinition, subject: AuditSubject): Promise<void>;
  record<Details>(definition: AuditDefinition<Details>, subject: AuditSubject, details: Details): Promise<void>;
  record<Details>(definition: AuditDefinition<Details>, subject: AuditSubject, details?: Details): Promise<void> {
    const { scope } = this.db;
    this.db.queryLast(ADD, [
      this.db.provinceId,
      newId(),
      scope.caller?.accountId ?? null,
      scope.caller?.displayName ?? 'Hệ thống',
      definition.code,
      definition.text(details as Details),
      subject.kind,
      subject.id,
      subject.planId ?? null,
      details === undefined ? null : JSON.stringify(details),
      scope.requestId,
    ]);
    scope.isAudited = true;
    return Promise.resolve();
  }
}
