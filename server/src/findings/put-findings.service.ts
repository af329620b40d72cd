import { Injectable } from '@nestjs/common';
import type { FindingView, ListFindingsDto } from '@kiemtra/shared/findings';
import type { Access } from '../platform/http/route.js';
import { presentFinding } from './findings.presenter.js';
import { FindingsRepository } from './findings.repository.js';
import { FindingsService } from './findings.service.js';

/**
 * Findings that are put to the unit in a draft conclusion: only the decision after its words changes them. What was said on
 * site stays as it was said, on the devices and in the minutes.
 */
@Injectable()
export class PutFindings {
  constructor(
    private readonly findings: FindingsRepository,
    private readonly service: FindingsService,
  ) {}

  /** As far as the access may see them, by id in the order of papers. */
  async views(access: Access, filter: ListFindingsDto): Promise<Map<string, FindingView>> {
    const rows = await this.service.list(access, filter);
    return new Map(rows.map((row) => [row.id, presentFinding(row)]));
  }

  /** How many of the findings are about the target and no unit has read; all are held until this work ends. */
  holdOpen(targetId: string, ids: readonly string[]): Promise<number> {
    return this.findings.holdOpen(targetId, ids);
  }

  /** Holds a finding against being changed, issued or deleted until this work ends. */
  hold(id: string): Promise<void> {
    return this.findings.lock(id);
  }

  change(id: string, text: string): Promise<void> {
    return this.findings.setText(id, text);
  }

  /** It stays readable; requests that are being drafted no longer ask about it. */
  withdraw(id: string): Promise<void> {
    return this.findings.takeOutOfRequests(id);
  }
}
