import type { Criterion } from '../criteria/index.js';
import type { Evidence } from './evidence.js';
import type { JsonObject } from './json.js';
import type { Cell, CellValue, Stamp } from './merge.js';
import { operationKind, type CellField, type Field, type SiblingRef } from './operation-kinds.js';
import type { Base, Entry, Operation, Refusal } from './operation.js';
import type { Outcome, OutcomeCode, ParkedCode } from './outcome.js';
import { isOfCriterion, type WholeField, type WholeValue } from './whole-cells.js';

/** One file of the evidence of a criterion. A removal is a tombstone: no later add brings the file back. */
export interface EvidenceState {
  target: string;
  criterion: string;
  file: Evidence;
  by: Stamp;
  removed: Stamp | null;
}

/** What an operation of a lane left behind for the later ones that build on it. */
export interface Earlier {
  cell: string;
  rev: number | undefined;
}

/** What a batch touches, as it stands: the rows that `touchedBy` names. */
export interface FieldworkState {
  cells: ReadonlyMap<string, Cell>;
  evidence: ReadonlyMap<string, EvidenceState>;
  earlier: ReadonlyMap<number, Earlier>;
  /** Cells that nothing may be said about any more, each with why. */
  closed?: ReadonlyMap<string, ParkedCode>;
}

/** The visit as the author of a batch meets it. */
export interface VisitContext {
  target: string;
  /** The pinned criteria version. */
  version: string;
  /** Neither finalised nor cancelled. */
  isOpen: boolean;
  standing: 'lead' | 'member' | 'former';
  criterion(key: string): Criterion | undefined;
}

/** Undefined when there is no such visit or the author never belonged to it: nobody learns which. */
export type VisitOf = (id: string) => VisitContext | undefined;

/** As much of a visit as places what was said at it. */
export type TargetOf = (id: string) => Pick<VisitContext, 'target'> | undefined;

export interface BatchContext {
  lane: string;
  account: string;
  /** Server time of the batch, an ISO instant. */
  receivedAt: string;
  visit: VisitOf;
}

/**
 * What became of one operation: stored beside it and answered to every replay. `rev` is the revision its author now knows
 * beneath the own words: the new one when applied, the equal one when merged, else the one it was based on. Evidence, and
 * what could not be placed, has none.
 */
export interface Receipt {
  seq: number;
  outcome: Outcome;
  code?: OutcomeCode;
  rev?: number;
}

type CellEffect<Said> = Said & { settles?: readonly SiblingRef[] };
export type EvidenceEffect = { adds: Evidence } | { removes: string };

/** What the log holds under one number. */
export interface Logged {
  kept: Operation | Refusal;
  receipt: Receipt;
}

/** The effective value of a cell at the time of the reply. */
export interface CurrentValue {
  value: CellValue;
  rev: number;
  by: Stamp | null;
}

/**
 * A receipt as the device gets it; a conflict tells what stands against it now, and the instant at which the server took the
 * word itself, as long as that stands.
 */
export type ReplyReceipt = Receipt & { current?: CurrentValue; received_at?: string };

/** What an operation wants to happen; the input as its author sent it. */
export type Effect =
  | CellEffect<
      | { field: 'input'; says: JsonObject | null }
      | { field: 'note'; says: string | null }
      | { field: WholeField; says: WholeValue | null }
    >
  | EvidenceEffect;

/** What will happen: the input in its canonical spelling. */
export type CanonicalEffect = CellEffect<{ field: CellField | WholeField; says: CellValue }> | EvidenceEffect;

/** Null of `visit.ready`: it says something of its author alone. */
export function effectOf(operation: Operation): Effect | null {
  switch (operation.kind) {
    case 'input.set':
      return { field: 'input', says: operation.value };
    case 'input.clear':
      return { field: 'input', says: null };
    case 'note.set':
      return { field: 'note', says: operation.value === '' ? null : operation.value };
    case 'conflict.resolve': {
      const { value } = operation;
      if (value.field === 'note') {
        return { field: 'note', says: value.chosen === '' ? null : value.chosen, settles: value.siblings };
      }
      return value.field === 'input'
        ? { field: 'input', says: value.chosen, settles: value.siblings }
        : { field: value.field, says: value.chosen, settles: value.siblings };
    }
    case 'evidence.add':
      return { adds: operation.value };
    case 'evidence.set': {
      const { id, ...says } = operation.value;
      return { field: `caption:${id}`, says };
    }
    case 'evidence.remove':
      return { removes: operation.value.id };
    case 'dossiers.set':
      return { field: `dossiers:${operation.value.field}`, says: operation.value };
    case 'headcount.set':
      return { field: `headcount:${operation.value.id}`, says: operation.value.count };
    case 'minutes.set':
      return { field: `minutes:${operation.value.id}`, says: operation.value.minutes };
    case 'minutes.sign':
      return { field: `signature:${operation.value.role}.${operation.value.id}`, says: operation.value.signature };
    case 'finding.set':
      return { field: `finding:${operation.value.id}`, says: operation.value.finding };
    case 'visit.ready':
      return null;
  }
}

/** The cell an operation is about: visits to one target write to the same answers. No criterion for what is of the target. */
export function cellKey(target: string, criterion: string | undefined, field: Field): string {
  return `${target}|${criterion ?? ''}|${field}`;
}

/** What the key of a cell says. No part of it holds the sign between them. */
export function readCellKey(key: string): { target: string; criterion: string; field: string } {
  const [target = '', criterion = '', field = ''] = key.split('|');
  return { target, criterion, field };
}

interface Place {
  visit: string;
  criterion?: string;
  field: Field;
  base?: Base;
}

/** Where an operation, or what is left of a refused one, stands; null when that cannot be read. */
export function placeOf(kept: Operation | Refusal): Place | null {
  const { visit, criterion, base } = kept;
  const field = 'kind' in kept ? operationKind(kept.kind).field('value' in kept ? kept.value : undefined) : kept.field;
  if (!visit || !field || (isOfCriterion(field) && !criterion)) return null;
  return { visit, ...(criterion && { criterion }), field, base };
}

/** The cell of a stored operation; null when it was refused unread. A visit nobody knows stands for its target. */
export function cellOf(kept: Operation | Refusal, visit: TargetOf): string | null {
  const place = placeOf(kept);
  return place && cellKey(visit(place.visit)?.target ?? place.visit, place.criterion, place.field);
}

/** The rows `applyBatch` will ask for: cells, files, and earlier operations of the lane that this batch builds on. */
export function touchedBy(entries: readonly Entry[], visit: VisitOf) {
  const cells = new Set<string>();
  const evidence = new Set<string>();
  const earlier = new Set<number>();
  const first = Math.min(...entries.map(({ operation, refusal }) => (operation ?? refusal).seq));
  for (const { operation, refusal } of entries) {
    const { base } = operation ?? refusal;
    if (base && 'seq' in base && base.seq < first) earlier.add(base.seq);
    if (!operation) continue;
    const effect = effectOf(operation);
    if (!effect) continue;
    const target = visit(operation.visit)?.target;
    if ('adds' in effect) evidence.add(effect.adds.id);
    else if ('removes' in effect) evidence.add(effect.removes);
    else if (target) cells.add(cellKey(target, operation.criterion, effect.field));
  }
  return { cells: [...cells], evidence: [...evidence], earlier: [...earlier] };
}

/** What earlier operations of a lane left behind, out of the log; one that could not be placed leaves nothing. */
export function earlierOf(logged: Iterable<Logged>, visit: TargetOf): Map<number, Earlier> {
  const earlier = new Map<number, Earlier>();
  for (const { kept, receipt } of logged) {
    const cell = cellOf(kept, visit);
    if (cell !== null) earlier.set(receipt.seq, { cell, rev: receipt.rev });
  }
  return earlier;
}

/** The receipts of a lane as the device gets them: beside each conflict what stands against it now. */
export function toldReceipts(
  lane: string,
  logged: readonly Logged[],
  visit: VisitOf,
  cells: ReadonlyMap<string, Cell>,
): ReplyReceipt[] {
  return logged.map(({ kept, receipt }) => {
    const cell = receipt.outcome === 'conflict' ? cells.get(cellOf(kept, visit) ?? '') : undefined;
    if (!cell) return receipt;
    const { value, rev, by, siblings } = cell;
    const own = siblings.find((word) => word.by.lane === lane && word.by.seq === receipt.seq);
    return { ...receipt, current: { value, rev, by }, ...(own && { received_at: own.by.received_at }) };
  });
}

/** What the log keeps of an operation that is denied: its place, not its content. */
export function refusalOf(operation: Operation, code: Refusal['code']): Refusal {
  const place = placeOf(operation);
  return { seq: operation.seq, code, ...place };
}
