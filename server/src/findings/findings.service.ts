import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { EvidenceView } from '@kiemtra/shared/evidence';
import {
  findingFaults,
  findingsAudit,
  findingsProblems,
  mayHoldFindings,
  type AddFindingEvidenceDto,
  type CreateFindingDto,
  type FieldFinding,
  type FindingView,
  type ListFindingsDto,
  type UpdateFindingDto,
} from '@kiemtra/shared/findings';
import { Faults, Problem, kernelProblems } from '@kiemtra/shared/kernel';
import { EvidenceService } from '../evidence/evidence.service.js';
import { DeskWords } from '../fieldwork/desk-words.service.js';
import { Audit } from '../platform/audit/audit.js';
import type { Access } from '../platform/http/route.js';
import { PlansService } from '../plans/plans.service.js';
import { presentFinding } from './findings.presenter.js';
import { exportRow, type FindingExportRow } from './finding-export.js';
import type { AnswerRow, FindingRow } from './finding.rows.js';
import { FindingsRepository, type FindingContent, type FindingScope } from './findings.repository.js';

export type { FindingExportRow } from './finding-export.js';

@Injectable()
export class FindingsService {
  constructor(
    private readonly findings: FindingsRepository,
    private readonly plans: PlansService,
    private readonly evidence: EvidenceService,
    private readonly words: DeskWords,
    private readonly audit: Audit,
  ) {}

  async list(access: Access, filter: ListFindingsDto): Promise<FindingRow[]> {
    return this.findings.list(await this.scopeOf(access), filter);
  }

  /** Those that were not withdrawn after the unit's words: what papers, sheets and counts tell of. */
  async listStanding(access: Access, filter: ListFindingsDto): Promise<FindingRow[]> {
    return (await this.list(access, filter)).filter((row) => !row.is_withdrawn);
  }

  async get(access: Access, id: string): Promise<FindingRow> {
    const row = await this.findings.find(await this.scopeOf(access), id);
    if (!row) throw new Problem(kernelProblems.notFound);
    return row;
  }

  /** The findings behind a request as one of its recipients reads them. */
  async listForRecipient(recipientId: string): Promise<FindingView[]> {
    return (await this.findings.listForRecipient(recipientId)).map(presentFinding);
  }

  /** What the unit of a target was asked to remedy after other inspections and has not; for the team that goes there. */
  async listOpenOfUnit(targetId: string): Promise<FindingView[]> {
    return (await this.findings.listOpenOfUnit(targetId)).map(presentFinding);
  }

  /** Findings that count as a table prints them, each with where its remedies stand. */
  async exportRows(access: Access, filter: ListFindingsDto): Promise<FindingExportRow[]> {
    const rows = await this.listStanding(access, filter);
    const answers = new Map(rows.map(({ id }): [string, AnswerRow[]] => [id, []]));
    for (const answer of await this.findings.listAnswers([...answers.keys()]))
      answers.get(answer.finding_id)?.push(answer);
    return rows.map((row) => exportRow(row, answers.get(row.id) ?? []));
  }

  /** Creating the same finding again with the same id changes nothing. */
  async create(access: Access, { id, planId, ...dto }: CreateFindingDto): Promise<FindingRow> {
    const content = contentOf(dto);
    const existing = await this.findings.find(await this.scopeOf(access), id);
    if (existing) {
      if (existing.plan_id !== planId || !isDeepStrictEqual(contentOfRow(existing), content))
        throw new Problem(kernelProblems.idReused);
      return existing;
    }
    const plan = await this.plans.getVisible(access, planId);
    if (!mayHoldFindings(plan.state)) throw new Problem(findingsProblems.planNotOpen);
    await this.check(planId, content);
    await this.findings.insert(id, planId, access.accountId, content);
    await this.audit.record(findingsAudit.created, subject({ id, plan_id: planId }), content);
    return this.get(access, id);
  }

  /** Stores a finding of the past or of the sample data. For commands. */
  async record({ id, planId, ...dto }: CreateFindingDto): Promise<void> {
    const content = contentOf(dto);
    await this.check(planId, content);
    await this.findings.insert(id, planId, null, content);
    await this.audit.record(findingsAudit.created, subject({ id, plan_id: planId }), content);
  }

  async update(access: Access, id: string, { version, ...dto }: UpdateFindingDto): Promise<FindingRow> {
    const row = await this.openForChange(access, id);
    if (row.version !== version) throw new Problem(kernelProblems.stale);
    const content = contentOf(dto);
    await this.check(row.plan_id, content);
    await this.findings.update(id, version, content);
    await this.tellField(access, row, fieldFindingOf(content));
    await this.audit.record(findingsAudit.updated, subject(row), content);
    return this.get(access, id);
  }

  async remove(access: Access, id: string): Promise<void> {
    const row = await this.openForChange(access, id);
    await this.evidence.discardOfFinding(id);
    await this.findings.delete(id);
    await this.tellField(access, row, null);
    await this.audit.record(findingsAudit.removed, subject(row), { kind: row.kind, text: row.text });
  }

  async listEvidence(access: Access, id: string): Promise<EvidenceView[]> {
    await this.get(access, id);
    return this.evidence.listOfFinding(id);
  }

  async addEvidence(access: Access, id: string, file: AddFindingEvidenceDto): Promise<EvidenceView[]> {
    const row = await this.openForChange(access, id);
    await this.evidence.attach(access, { findingId: id }, [{ id: file.id, caption: file.caption, path: 'id' }]);
    const files = await this.evidence.listOfFinding(id);
    const name = files.find((each) => each.id === file.id)?.name ?? '';
    await this.audit.record(findingsAudit.evidenceAdded, subject(row), { name });
    return files;
  }

  async removeEvidence(access: Access, id: string, evidenceId: string): Promise<void> {
    const row = await this.openForChange(access, id);
    const name = await this.evidence.removeFromFinding(id, evidenceId);
    await this.audit.record(findingsAudit.evidenceRemoved, subject(row), { name });
  }

  /** The finding, held until this work ends; refused when units have read it. */
  private async openForChange(access: Access, id: string): Promise<FindingRow> {
    const { target_id: target } = await this.get(access, id);
    // In the order in which field work holds them.
    if (target !== null) await this.words.hold(target);
    await this.findings.lock(id);
    const row = await this.get(access, id);
    if (row.is_issued) throw new Problem(findingsProblems.alreadyIssued);
    return row;
  }

  /** What was raised on site is known to devices: they hear of the change. */
  private async tellField({ accountId }: Access, row: FindingRow, value: FieldFinding | null): Promise<void> {
    if (row.visit_id !== null) await this.words.say(accountId, row.visit_id, `finding:${row.id}`, value);
  }

  private async check(planId: string, content: FindingContent): Promise<void> {
    const faults = new Faults(findingFaults(content));
    const found = await this.findings.references(planId, content);
    if (!found.target) faults.add(findingsProblems.unknownTarget, 'targetId');
    if (!found.visit) faults.add(findingsProblems.unknownVisit, 'visitId');
    if (!found.criterion) faults.add(findingsProblems.unknownCriterion, 'criterion');
    faults.refuse();
    if (found.isOwn) throw new Problem(findingsProblems.ownUnit);
  }

  /** What an access sees: what is not kept from it of the plans it sees whole; a unit what was issued to it, alone. */
  async scopeOf(access: Access): Promise<FindingScope> {
    return {
      planIds: await this.plans.visiblePlanIds(access),
      unitId: access.reaches.includes('unit') ? access.organizationId : null,
    };
  }
}

/** The content with "not given" as null. */
function contentOf(dto: Omit<CreateFindingDto, 'id' | 'planId'>): FindingContent {
  return {
    targetId: dto.targetId ?? null,
    visitId: dto.visitId ?? null,
    criteriaVersionId: dto.criterion?.versionId ?? null,
    criterionKey: dto.criterion?.key ?? null,
    area: dto.area,
    kind: dto.kind,
    text: dto.text,
    extent: dto.extent || null,
    legalBasis: dto.legalBasis || null,
    cause: dto.cause || null,
    severity: dto.severity ?? null,
  };
}

/** As much of it as is written on site. */
function fieldFindingOf(content: FindingContent): FieldFinding {
  const { kind, area, text, extent, legalBasis, cause, severity, criterionKey } = content;
  return { kind, area, criterion: criterionKey, text, extent, legalBasis, cause, severity };
}

function contentOfRow(row: FindingRow): FindingContent {
  return {
    targetId: row.target_id,
    visitId: row.visit_id,
    criteriaVersionId: row.criteria_version_id,
    criterionKey: row.criterion_key,
    area: row.area,
    kind: row.kind,
    text: row.text,
    extent: row.extent,
    legalBasis: row.legal_basis,
    cause: row.cause,
    severity: row.severity,
  };
}

function subject({ id, plan_id }: Pick<FindingRow, 'id' | 'plan_id'>) {
  return { kind: 'finding', id, planId: plan_id };
}
