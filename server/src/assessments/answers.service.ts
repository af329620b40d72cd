import { Injectable } from '@nestjs/common';
import { newId } from '@kiemtra/shared/kernel';
import type { Cell } from '@kiemtra/shared/fieldwork';
import { CriteriaService } from '../criteria/criteria.service.js';
import type { AnswerSheet, Numbering } from './answer-sheet.js';
import { AnswersRepository, type AskedRow, type SaidIn } from './answers.repository.js';
import { PinnedCriteria } from './pinned-criteria.js';

export { AnswerSheet } from './answer-sheet.js';
export type { AskedRow, SaidIn } from './answers.repository.js';
export type { PinnedCriteria } from './pinned-criteria.js';

/** What a batch of field work does to answers. */
export interface SheetChange {
  /** Cells as they are now. */
  cells: ReadonlyMap<string, Cell>;
  /** Targets of which anything changed, also the evidence. */
  touched: ReadonlySet<string>;
  said: SaidIn;
  number: Numbering;
}

/** The answers as field work reads and writes them. The caller holds the targets against all other work. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly answers: AnswersRepository,
    private readonly criteria: CriteriaService,
  ) {}

  /** The criteria that targets are held to. A published version costs no query after the first. */
  async criteriaOf(versionId: string): Promise<PinnedCriteria> {
    return PinnedCriteria.of(await this.criteria.getVersion(versionId));
  }

  /** The answers of the targets of visits to these criteria, to be laid beside the criteria; what is missing does not exist. */
  find(visits: readonly string[], keys: readonly string[]): Promise<AskedRow[]> {
    return this.answers.findAsked(visits, keys);
  }

  /** Begins the assessments of targets that have none yet: their first change does. */
  async begin(sheet: AnswerSheet, targets: Iterable<string>, at: string): Promise<void> {
    for (const target of targets) {
      const criteria = sheet.criteria.get(target);
      if (sheet.assessments.has(target) || !criteria) continue;
      const id = newId();
      await this.answers.create(id, { target, version: criteria.version.id }, criteria.emptyAreas(), at);
      sheet.assessments.set(target, id);
    }
  }

  /** Writes what changed, with points, results and kept totals; it stands when the work ends. */
  save(sheet: AnswerSheet, { cells, touched, said, number }: SheetChange): void {
    if (touched.size === 0) return;
    const { answers, areas, conflicts } = sheet.changes(cells, said, number);
    const assessments = [...touched].map((target) => {
      return { id: sheet.assessmentOf(target), conflicts: conflicts.get(target) ?? 0 };
    });
    this.answers.save(answers, areas, assessments, said);
  }
}
