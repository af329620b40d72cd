import { Injectable } from '@nestjs/common';
import {
  DRAFTING_UNIT,
  PAPER_TYPES,
  bodyAbbreviation,
  citation,
  documentsProblems,
  exportFileName,
  inFull,
  readPaperSymbol,
  remedyLetter,
  unitInFileName,
  type ExportDto,
  type LetterDto,
  type PaperDocument,
  type PaperFormat,
} from '@kiemtra/shared/documents';
import { Problem, compareDecimals, formatInstant, kernelProblems } from '@kiemtra/shared/kernel';
import { placeNameOf } from '@kiemtra/shared/organizations';
import { AssessmentsService } from '../assessments/assessments.service.js';
import { FindingsService } from '../findings/findings.service.js';
import { Clock } from '../platform/clock/clock.js';
import type { Access } from '../platform/http/route.js';
import { PlansService } from '../plans/plans.service.js';
import { RemediationService, type LetterData } from '../remediation/remediation.service.js';
import { DocumentsRepository, type IssuingBody } from './documents.repository.js';
import { workbookName, type ExportScope } from './exports/export-title.js';
import { checklistSheets } from './exports/checklist.export.js';
import { findingsSheet } from './exports/findings.export.js';
import { planScoresSheets, unitScoresSheet } from './exports/scores.export.js';
import type { Sheet } from './xlsx/workbook.js';

/** Sheets with the name of the file they go into. */
export interface NamedWorkbook {
  name: string;
  sheets: Sheet[];
}

@Injectable()
export class DocumentsService {
  constructor(
    private readonly bodies: DocumentsRepository,
    private readonly plans: PlansService,
    private readonly findings: FindingsService,
    private readonly assessments: AssessmentsService,
    private readonly remediation: RemediationService,
    private readonly clock: Clock,
  ) {}

  /** Findings of a plan, or of one of its targets. */
  async findingsWorkbook(access: Access, planId: string, { targetId }: ExportDto): Promise<NamedWorkbook> {
    const scope = await this.scope(access, planId, targetId);
    const rows = await this.findings.exportRows(access, { planId, ...(targetId && { targetId }) });
    return { name: workbookName('Tồn tại, hạn chế', scope), sheets: [findingsSheet(scope, rows)] };
  }

  /** Scores of a plan, or of one of its targets. */
  async scoresWorkbook(access: Access, planId: string, { targetId }: ExportDto): Promise<NamedWorkbook> {
    const scope = await this.scope(access, planId, targetId);
    const units = await this.assessments.exportRows(access, planId, targetId ?? null);
    const [only] = units;
    const hasPoints = units.some(({ whole }) => compareDecimals(whole.maximum, '0') > 0);
    const name = workbookName('Kết quả kiểm tra', scope);
    if (!hasPoints) return { name, sheets: checklistSheets(scope, units) };
    return { name, sheets: targetId && only ? [unitScoresSheet(scope, only)] : planScoresSheets(scope, units) };
  }

  /** The letter that asks a unit to remedy, with number and date blank for the clerk, and how its file is called. */
  async letter(
    access: Access,
    recipientId: string,
    { position, name }: LetterDto,
  ): Promise<{ paper: PaperDocument; fileName: (format: PaperFormat) => string }> {
    const { authority, content } = await this.remediation.letterData(access, recipientId);
    const body = await this.issuer(authority);
    const paper = remedyLetter({
      ...content,
      department: {
        name: body.name,
        superior: inFull(body.superior ?? ''),
        abbreviation: bodyAbbreviation(body.name),
        draftingUnit: DRAFTING_UNIT,
      },
      place: placeNameOf(body.province),
      year: body.year,
      reportTo: '',
      signer: { position: position ?? '', name: name ?? null },
      recipients: [],
    });
    const [addressee = ''] = content.addressees;
    const parts = ['Công văn khắc phục', unitInFileName(addressee), content.campaignYear];
    return { paper, fileName: (format) => exportFileName(parts, format) };
  }

  /** Who writes the letter in which year: on the day of its paper, or today where no body of that time is known. */
  private async issuer({ id, on }: LetterData['authority']): Promise<IssuingBody & { year: number }> {
    for (const day of [on, this.clock.today()]) {
      const body = await this.bodies.issuingBody(id, day);
      if (body) return { ...body, year: Number(day.slice(0, 4)) };
    }
    throw new Problem(documentsProblems.noDepartment);
  }

  private async scope(access: Access, planId: string, targetId: string | undefined): Promise<ExportScope> {
    const { plan, targets } = await this.plans.getDetail(access, planId);
    if (!plan.sees_whole) throw new Problem(kernelProblems.notFound);
    const target = targets.find(({ id }) => id === targetId);
    if (targetId && !target) throw new Problem(kernelProblems.notFound);
    const read = plan.number === null ? null : readPaperSymbol(plan.number);
    const type = read && 'symbol' in read ? read.symbol.type : null;
    return {
      year: plan.year,
      number: plan.number,
      plan:
        plan.number === null
          ? ''
          : citation({
              typeName: PAPER_TYPES[type ?? 'KH'],
              number: plan.number,
              issuedOn: plan.issued_on,
              issuer: '',
              subject: '',
            }),
      unit: target?.name ?? null,
      asOf: formatInstant(this.clock.now()),
    };
  }
}
