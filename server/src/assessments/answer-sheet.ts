/**
 * The answers a batch touches, held in memory between one read and one write: cells for the merge rule on one side, rows
 * with their results and the changes of the kept totals on the other.
 */
import { addTally, subtractTally, type Input, type Result, type Tally } from '@kiemtra/shared/criteria';
import { cellKey, readCellKey, type Cell, type CellField } from '@kiemtra/shared/fieldwork';
import type { AnswerRow, AreaChange, AskedRow } from './answers.repository.js';
import type { PinnedCriteria } from './pinned-criteria.js';

/** Gives the next number of a target's changes. */
export type Numbering = (target: string) => number;

export function cellsOf(row: AnswerRow): Record<CellField, Cell> {
  const { input, input_rev, input_by, input_siblings, note, note_rev, note_by, note_siblings } = row;
  return {
    input: { value: input, rev: input_rev, by: input_by, siblings: input_siblings },
    note: { value: note, rev: note_rev, by: note_by, siblings: note_siblings },
  };
}

/** What the engine made of the input; null while there is only a note. */
export function resultOf({ outcome, points, max_points: max, steps }: AnswerRow): Result | null {
  return outcome === null ? null : { outcome, points, max, steps: steps ?? [] };
}

export function isDisputed({ input_siblings, note_siblings }: AnswerRow): boolean {
  return input_siblings.length > 0 || note_siblings.length > 0;
}

/** Accounts whose words stand in an answer. */
export function authorsOf(row: AnswerRow): string[] {
  const words = [row.input_by, row.note_by, ...[...row.input_siblings, ...row.note_siblings].map(({ by }) => by)];
  return words.flatMap((by) => (by ? [by.account] : []));
}

export class AnswerSheet {
  readonly cells = new Map<string, Cell>();
  /** By target. */
  readonly assessments = new Map<string, string>();
  private readonly rows = new Map<string, AnswerRow>();

  constructor(
    /** By target, those of all targets asked for. */
    readonly criteria: ReadonlyMap<string, PinnedCriteria>,
    asked: readonly AskedRow[],
  ) {
    for (const { target_id: target, criterion_key: criterion, ...row } of asked) {
      this.assessments.set(target, row.assessment_id);
      if (criterion === null) continue;
      const answer = { ...row, criterion_key: criterion };
      this.rows.set(`${target}|${criterion}`, answer);
      const { input, note } = cellsOf(answer);
      this.cells.set(cellKey(target, criterion, 'input'), input);
      this.cells.set(cellKey(target, criterion, 'note'), note);
    }
  }

  /** What is to be written when these cells become what they are now. Every target of theirs has its assessment. */
  changes(cells: ReadonlyMap<string, Cell>, number: Numbering) {
    const answers = new Map<string, AnswerRow>();
    const areas = new Map<string, AreaChange>();
    /** By target: criteria on which values disagree, more or less of them than before. */
    const conflicts = new Map<string, number>();
    for (const [key, cell] of cells) {
      const { target, criterion, field } = readCellKey(key);
      const place = `${target}|${criterion}`;
      const before = answers.get(place) ?? this.rows.get(place) ?? this.emptyRow(target, criterion);
      const criteria = this.criteria.get(target);
      const after = field === 'input' ? answered(before, cell, criteria) : noted(before, cell);
      after.vseq = answers.has(place) ? before.vseq : number(target);
      answers.set(place, after);
      conflicts.set(target, (conflicts.get(target) ?? 0) + Number(isDisputed(after)) - Number(isDisputed(before)));
      const area = criteria?.find(criterion)?.area;
      if (!criteria || !area || field !== 'input') continue;
      addTo(areas, { assessment_id: after.assessment_id, area, tally: difference(criteria, before, after) });
    }
    return { answers: [...answers.values()], areas: [...areas.values()], conflicts };
  }

  assessmentOf(target: string): string {
    const id = this.assessments.get(target);
    if (!id) throw new Error(`Target ${target} has no assessment.`);
    return id;
  }

  private emptyRow(target: string, criterion: string): AnswerRow {
    return {
      assessment_id: this.assessmentOf(target),
      criterion_key: criterion,
      input: null,
      input_rev: 0,
      input_by: null,
      input_siblings: [],
      note: null,
      note_rev: 0,
      note_by: null,
      note_siblings: [],
      outcome: null,
      points: null,
      max_points: null,
      steps: null,
      vseq: 0,
    };
  }
}

function answered(row: AnswerRow, { value, rev, by, siblings }: Cell, criteria: PinnedCriteria | undefined): AnswerRow {
  // A cell named `input` holds an input or nothing.
  const input = value as Input | null;
  const result = criteria?.score(row.criterion_key, input) ?? null;
  return {
    ...row,
    input,
    input_rev: rev,
    input_by: by,
    input_siblings: siblings,
    outcome: result?.outcome ?? null,
    points: result?.points ?? null,
    max_points: result?.max ?? null,
    steps: result?.steps ?? null,
  };
}

function noted(row: AnswerRow, { value, rev, by, siblings }: Cell): AnswerRow {
  return { ...row, note: value as string | null, note_rev: rev, note_by: by, note_siblings: siblings };
}

function difference(criteria: PinnedCriteria, before: AnswerRow, after: AnswerRow): Tally {
  const key = after.criterion_key;
  return subtractTally(criteria.tallyOf(key, resultOf(after)), criteria.tallyOf(key, resultOf(before)));
}

function addTo(areas: Map<string, AreaChange>, change: AreaChange): void {
  const place = `${change.assessment_id}|${change.area}`;
  const so = areas.get(place);
  areas.set(place, so ? { ...so, tally: addTally(so.tally, change.tally) } : change);
}
