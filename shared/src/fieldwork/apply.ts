/**
 * A batch against what stands: everything is decided in memory, so that the server needs a handful of statements around
 * it and the device's tests none. One bad operation never stops the next; nothing here looks at a clock.
 */
import { sameJson } from '../kernel/index.js';
import { readInput } from '../criteria/index.js';
import type { FieldFinding } from '../findings/index.js';
import { EMPTY_CELL, judge, record, type Cell, type Stamp, type Verdict } from './merge.js';
import { operationKind } from './operation-kinds.js';
import type { Base, Entry, Operation } from './operation.js';
import type { OutcomeCode } from './outcome.js';
import {
  cellOf,
  effectOf,
  refusalOf,
  type BatchContext,
  type CanonicalEffect,
  type Earlier,
  type Effect,
  type EvidenceEffect,
  type EvidenceState,
  type FieldworkState,
  type Logged,
  type Receipt,
  type VisitContext,
} from './state.js';

/** What a batch does: the rows that change, and what the log stores of it. */
export interface Applied {
  cells: Map<string, Cell>;
  evidence: Map<string, EvidenceState>;
  logged: Logged[];
}

/**
 * Applies the new operations of a batch in their order. `state` must hold what `touchedBy` named and is not changed; a row
 * it lacks is one that does not exist.
 */
export function applyBatch(state: FieldworkState, entries: readonly Entry[], context: BatchContext): Applied {
  const done: Applied = { cells: new Map(), evidence: new Map(), logged: [] };
  const earlier = new Map<number, Earlier>();

  const seenBy = (base: Base | undefined, cell: string): number | undefined => {
    if (!base) return 0;
    if ('rev' in base) return base.rev;
    const builtOn = earlier.get(base.seq) ?? state.earlier.get(base.seq);
    return builtOn?.cell === cell ? builtOn.rev : undefined;
  };

  for (const { operation, refusal } of entries) {
    const kept = operation ?? refusal;
    const cell = cellOf(kept, context.visit);
    const isBased = refusal !== null || operationKind(operation.kind).based;
    const seen = cell !== null && isBased ? seenBy(kept.base, cell) : undefined;
    const visit = operation ? context.visit(operation.visit) : undefined;

    let receipt: Receipt;
    if (!operation) receipt = { seq: refusal.seq, outcome: 'invalid', code: refusal.code, ...known(seen) };
    else if (!visit || cell === null) {
      receipt = { seq: operation.seq, outcome: 'denied', code: 'NEVER_MEMBER', ...known(seen) };
    } else receipt = take(operation, visit, cell, seen);

    const isDenied = operation !== null && receipt.outcome === 'denied';
    done.logged.push({ kept: isDenied ? refusalOf(operation, 'NEVER_MEMBER') : kept, receipt });
    if (cell !== null) earlier.set(receipt.seq, { cell, rev: receipt.rev });
  }
  return done;

  function take(operation: Operation, visit: VisitContext, key: string, seen: number | undefined): Receipt {
    const { seq } = operation;
    const said = effectOf(operation);
    // It changes nothing, so there is nothing of it that a person could decide.
    if (!said) return { seq, outcome: 'applied' };
    const parked = (code: OutcomeCode): Receipt => ({ seq, outcome: 'parked', code, ...known(seen) });
    if (visit.standing === 'former') return parked('NOT_MEMBER_NOW');
    if (!visit.isOpen) return parked('VISIT_FINAL');
    if (operation.version !== visit.version) return parked('VERSION_CHANGED');
    const effect = canonical(said, visit, operation.criterion);
    if (!effect) return parked('OUT_OF_RANGE');
    const by = stampOf(operation, context);
    const closed = state.closed?.get(key);
    if (closed) return parked(closed);
    if (!('says' in effect)) return takeEvidence(operation, effect, visit.target, by);
    if (seen === undefined) return parked('BASE_UNKNOWN');

    const cell = done.cells.get(key) ?? state.cells.get(key) ?? EMPTY_CELL;
    const saying = { word: { value: effect.says, by }, seen, settles: effect.settles };
    const verdict = judge(cell, saying, visit.standing === 'lead');
    const after = record(cell, saying, verdict.outcome);
    if (after !== cell) done.cells.set(key, after);
    const isHeld = verdict.outcome === 'applied' || verdict.outcome === 'merged';
    return { seq, ...verdict, rev: isHeld ? after.rev : seen };
  }

  function takeEvidence(operation: Operation, effect: EvidenceEffect, target: string, by: Stamp): Receipt {
    const id = 'adds' in effect ? effect.adds.id : effect.removes;
    const before = done.evidence.get(id) ?? state.evidence.get(id);
    const { verdict, after } = changeEvidence(before, effect, { target, criterion: operation.criterion ?? '' }, by);
    if (after) done.evidence.set(id, after);
    return { seq: operation.seq, ...verdict };
  }
}

/** Adds commute and removals are tombstones; an id that already means something else, or nothing, waits for a person. */
function changeEvidence(
  before: EvidenceState | undefined,
  effect: EvidenceEffect,
  place: { target: string; criterion: string },
  by: Stamp,
): { verdict: Verdict; after?: EvidenceState } {
  if ('adds' in effect && !before) {
    return { verdict: { outcome: 'applied' }, after: { ...place, file: effect.adds, by, removed: null } };
  }
  const isHere = before && before.target === place.target && before.criterion === place.criterion;
  if (!isHere || ('adds' in effect && !sameJson(before.file, effect.adds))) {
    return { verdict: { outcome: 'parked', code: 'BASE_UNKNOWN' } };
  }
  if ('adds' in effect || before.removed) return { verdict: { outcome: 'merged' } };
  return { verdict: { outcome: 'applied' }, after: { ...before, removed: by } };
}

/** The effect with its input in the canonical spelling; null when the pinned version does not allow it. */
export function canonical(
  effect: Effect,
  visit: Pick<VisitContext, 'criterion'>,
  criterionKey: string | undefined,
): CanonicalEffect | null {
  const criterion = criterionKey === undefined ? undefined : visit.criterion(criterionKey);
  // What is of the target as a whole asks nothing of the criteria.
  if (!criterion && criterionKey !== undefined) return null;
  if (!('says' in effect)) return effect;
  if (effect.field !== 'input') return isFoundAt(effect, visit) ? effect : null;
  if (!criterion) return null;
  if (effect.says === null) return { ...effect, says: null };
  const { value } = readInput(criterion, effect.says);
  return value && { ...effect, says: value };
}

/** A finding comes from a criterion of the pinned version, or from none. */
function isFoundAt({ field, says }: { field: string; says: unknown }, visit: Pick<VisitContext, 'criterion'>): boolean {
  if (!field.startsWith('finding:') || says === null) return true;
  const { criterion } = says as FieldFinding;
  return criterion === null || visit.criterion(criterion) !== undefined;
}

export function stampOf(
  { seq }: Operation,
  { lane, account, receivedAt }: Pick<BatchContext, 'lane' | 'account' | 'receivedAt'>,
): Stamp {
  return { lane, seq, account, received_at: receivedAt };
}

function known(rev: number | undefined): { rev?: number } {
  return rev === undefined ? {} : { rev };
}
