import { Injectable } from '@nestjs/common';
import { findingsAudit, type FieldFinding } from '@kiemtra/shared/findings';
import type { ParkedCode } from '@kiemtra/shared/fieldwork';
import { EvidenceService } from '../evidence/evidence.service.js';
import { Audit } from '../platform/audit/audit.js';
import { FindingsRepository } from './findings.repository.js';

/** A finding as it stands after something was said of it on site. */
export interface SaidFinding {
  id: string;
  account: string;
  visit: string;
  target: string;
  version: string;
  /** Null when it was taken back. */
  value: FieldFinding | null;
  isNew: boolean;
}

/** Findings that are raised on site: what field work says of them becomes findings like any other. */
@Injectable()
export class FieldFindings {
  constructor(
    private readonly findings: FindingsRepository,
    private readonly evidence: EvidenceService,
    private readonly audit: Audit,
  ) {}

  /** Those of these ids that nothing may be said of on site, each with why; all are held until the work ends. */
  async holdClosed(ids: readonly string[]): Promise<Map<string, ParkedCode>> {
    if (ids.length === 0) return new Map();
    const closed = await this.findings.holdClosed(ids);
    return new Map(closed.map(({ id, is_issued }) => [id, is_issued ? 'ISSUED' : 'BASE_UNKNOWN']));
  }

  /** Brings findings to where they stand now. */
  async take(said: readonly SaidFinding[]): Promise<void> {
    for (const { id, account, visit, target, version, value, isNew } of said) {
      if (value === null) {
        await this.evidence.discardOfFinding(id);
        const gone = await this.findings.delete(id);
        if (!gone) continue;
        const { plan_id: planId, ...told } = gone;
        await this.audit.record(findingsAudit.removed, { kind: 'finding', id, planId }, told);
        continue;
      }
      const { criterion, ...content } = value;
      const planId = await this.findings.put(id, account, {
        ...content,
        targetId: target,
        visitId: visit,
        criteriaVersionId: criterion === null ? null : version,
        criterionKey: criterion,
      });
      const subject = { kind: 'finding', id, planId };
      await this.audit.record(isNew ? findingsAudit.created : findingsAudit.updated, subject, value);
    }
  }
}
