/**
 * The answers a batch touches, held in memory between one read and one write: cells for the merge rule on one side, rows
 * with their points and the changes of the kept totals on the other.
 */
import type { Input, Result } from '@kiemtra/shared/criteria';
import { cellKey, readCellKey, type Cell, type CellField } from '@kiemtra/shared/fieldwork';
import { answersOf } from './answer-columns.js';
import type { AnswerRow, AskedRow, SaidIn, WrittenRow } from './answers.repository.js';
import type { PinnedCriteria } from './pinned-criteria.js';
import { TotalChanges } from './total-changes.js';

/** Gives the next number of a target's changes. */
export type Numbering = (target: string) => number;

/** What is kept of a result; how it came about follows from the input again. */
type Scored = Pick<AnswerRow, 'outcome' | 'points' | 'max_points'>;

const UNSCORED: Scored = { outcome: null, points: null, max_points: null };

export function cellOf(row: AnswerRow): Cell {
  const { lane_id: lane, seq, account_id: account, received_at } = row;
  const by = { lane, seq, account, received_at };
  return { rev: row.rev, value: row.value, by, siblings: row.siblings ?? [] };
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
    for (const one of asked) {
      const { target_id: target, assessment_id } = one;
      this.assessments.set(target, assessment_id);
      for (const row of answersOf(one)) {
        const key = cellKey(target, row.criterion_key, row.field);
        this.rows.set(key, row);
        this.cells.set(key, cellOf(row));
      }
    }
  }

  /** What is to be written when these cells become what they are now. Every target of theirs has its assessment. */
  changes(cells: ReadonlyMap<string, Cell>, said: SaidIn, number: Numbering) {
    const answers: WrittenRow[] = [];
    const totals = new TotalChanges();
    for (const [key, cell] of cells) {
      const { target, criterion, field } = readCellKey(key);
      const criteria = this.criteria.get(target);
      if (!cell.by || !criteria) throw new Error(`Nobody can have said ${key}.`);
      const scored = field === 'input' ? scoredOf(criteria, criterion, cell) : UNSCORED;
      const { by } = cell;
      const isOwn = by.lane === said.lane && by.received_at === said.receivedAt;
      answers.push({
        assessment_id: this.assessmentOf(target),
        criterion_key: criterion,
        // A cell is the input or the note of its answer.
        field: field as CellField,
        value: cell.value,
        rev: cell.rev,
        lane_id: isOwn ? null : by.lane,
        seq: by.seq,
        account_id: isOwn ? null : by.account,
        received_at: isOwn ? null : by.received_at,
        siblings: cell.siblings.length > 0 ? cell.siblings : null,
        outcome: scored.outcome,
        points: scored.points,
        max_points: scored.max_points,
        vseq: number(target),
      });
      const area = criteria.find(criterion)?.area;
      const before = this.rows.get(key) ?? UNSCORED;
      if (!area || isSameScore(before, scored)) continue;
      const place = { assessment_id: this.assessmentOf(target), area };
      totals.add(place, criteria.tallyOf(criterion, resultOf(scored)), 1);
      totals.add(place, criteria.tallyOf(criterion, resultOf(before)), -1);
    }
    return { answers, areas: totals.list(), conflicts: this.newConflicts(cells) };
  }

  assessmentOf(target: string): string {
    const id = this.assessments.get(target);
    if (!id) throw new Error(`Target ${target} has no assessment.`);
    return id;
  }

  /** By target: criteria on which values disagree, more or less of them than before. */
  private newConflicts(cells: ReadonlyMap<string, Cell>): Map<string, number> {
    const conflicts = new Map<string, number>();
    const isOpen = (target: string, criterion: string, at: (key: string) => Cell | undefined) =>
      FIELDS.some((field) => (at(cellKey(target, criterion, field))?.siblings.length ?? 0) > 0);
    const seen = new Set<string>();
    for (const [key, { siblings }] of cells) {
      const before = this.cells.get(key)?.siblings ?? [];
      if (siblings.length === 0 && before.length === 0) continue;
      const { target, criterion } = readCellKey(key);
      const place = `${target}|${criterion}`;
      if (seen.has(place)) continue;
      seen.add(place);
      const was = isOpen(target, criterion, (one) => this.cells.get(one));
      const is = isOpen(target, criterion, (one) => cells.get(one) ?? this.cells.get(one));
      conflicts.set(target, (conflicts.get(target) ?? 0) + Number(is) - Number(was));
    }
    return conflicts;
  }
}

const FIELDS: readonly CellField[] = ['input', 'note'];

function scoredOf(criteria: PinnedCriteria, criterion: string, { value }: Cell): Scored {
  // A cell named `input` holds an input or nothing.
  const result = criteria.score(criterion, value as Input | null);
  return result ? { outcome: result.outcome, points: result.points, max_points: result.max } : UNSCORED;
}

function isSameScore(a: Scored, b: Scored): boolean {
  return a.outcome === b.outcome && a.points === b.points && a.max_points === b.max_points;
}

function resultOf({ outcome, points, max_points: max }: Scored): Result | null {
  return outcome === null ? null : { outcome, points, max, steps: [] };
}
