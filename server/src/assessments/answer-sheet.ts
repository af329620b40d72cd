/**
 * The answers a batch touches, held in memory between one read and one write: cells for the merge rule on one side, rows
 * with their points and the changes of the kept totals on the other.
 */
import { addTally, subtractTally, type Input, type Result, type Tally } from '@kiemtra/shared/criteria';
import { cellKey, readCellKey, type Cell, type CellField } from '@kiemtra/shared/fieldwork';
import type { AnswerRow, AreaChange, AskedRow } from './answers.repository.js';
import type { PinnedCriteria } from './pinned-criteria.js';

/** Gives the next number of a target's changes. */
export type Numbering = (target: string) => number;

/** What is kept of a result; how it came about follows from the input again. */
type Scored = Pick<AnswerRow, 'outcome' | 'points' | 'max_points'>;

const UNSCORED: Scored = { outcome: null, points: null, max_points: null };

export function cellOf(row: AnswerRow): Cell {
  const { lane_id: lane, seq, account_id: account, said_at: at, offset_ms, received_at } = row;
  const by = { lane, seq, account, at, offset_ms, received_at: received_at.toISOString() };
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
    for (const { target_id: target, criterion_key: criterion, ...row } of asked) {
      this.assessments.set(target, row.assessment_id);
      if (criterion === null) continue;
      const answer = { ...row, criterion_key: criterion };
      const key = cellKey(target, criterion, row.field);
      this.rows.set(key, answer);
      this.cells.set(key, cellOf(answer));
    }
  }

  /** What is to be written when these cells become what they are now. Every target of theirs has its assessment. */
  changes(cells: ReadonlyMap<string, Cell>, number: Numbering) {
    const answers: AnswerRow[] = [];
    const areas = new Map<string, AreaChange>();
    for (const [key, cell] of cells) {
      const { target, criterion, field } = readCellKey(key);
      const criteria = this.criteria.get(target);
      if (!cell.by || !criteria) throw new Error(`Nobody can have said ${key}.`);
      const scored = field === 'input' ? scoredOf(criteria, criterion, cell) : UNSCORED;
      answers.push({
        assessment_id: this.assessmentOf(target),
        criterion_key: criterion,
        // A cell is the input or the note of its answer.
        field: field as CellField,
        value: cell.value,
        rev: cell.rev,
        lane_id: cell.by.lane,
        seq: cell.by.seq,
        account_id: cell.by.account,
        said_at: cell.by.at,
        offset_ms: cell.by.offset_ms,
        received_at: new Date(cell.by.received_at),
        siblings: cell.siblings.length > 0 ? cell.siblings : null,
        ...scored,
        vseq: number(target),
      });
      const tally = difference(criteria, criterion, this.rows.get(key) ?? UNSCORED, scored);
      const area = criteria.find(criterion)?.area;
      if (tally && area) addTo(areas, { assessment_id: this.assessmentOf(target), area, tally });
    }
    return { answers, areas: [...areas.values()], conflicts: this.newConflicts(cells) };
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

/** What the totals gain; null when the points stay what they were. */
function difference(criteria: PinnedCriteria, criterion: string, before: Scored, after: Scored): Tally | null {
  const isSame =
    before.outcome === after.outcome && before.points === after.points && before.max_points === after.max_points;
  if (isSame) return null;
  return subtractTally(criteria.tallyOf(criterion, resultOf(after)), criteria.tallyOf(criterion, resultOf(before)));
}

function resultOf({ outcome, points, max_points: max }: Scored): Result | null {
  return outcome === null ? null : { outcome, points, max, steps: [] };
}

function addTo(areas: Map<string, AreaChange>, change: AreaChange): void {
  const place = `${change.assessment_id}|${change.area}`;
  const so = areas.get(place);
  areas.set(place, so ? { ...so, tally: addTally(so.tally, change.tally) } : change);
}
