/**
 * What a device says happened on site. Operations are read by this hand-written parser alone, on the device before they
 * are kept and on the server before they are merged: class-validator costs milliseconds a batch, this costs microseconds.
 * It never throws, whatever JSON it is given, and refuses one operation without refusing its neighbours: an operation's
 * number follows from its place in the batch, so even one that cannot be read at all has an outcome and leaves no gap.
 */
import type { DossierSample } from '../dossiers/index.js';
import { isInstant, isUuid, isRecord } from '../kernel/index.js';
import type { Evidence } from './evidence.js';
import {
  OPERATION_KINDS,
  operationKind,
  type EvidenceCaption,
  type EvidenceId,
  type Field,
  type FindingSaid,
  type HeadCountSaid,
  type MinutesSaid,
  type OperationKind,
  type Resolution,
  type SignatureSaid,
} from './operation-kinds.js';
import { characters, type JsonObject } from './json.js';
import { BATCH_OPS_MAX, NUMBER_MAX, OPERATION_BYTES_MAX } from './operation.limits.js';
import type { RefusalCode } from './outcome.js';
import { isOfCriterion, visitOfWhole } from './whole-cells.js';

/** What the author had before the eyes: the revision of the cell, or the lane's own earlier operation on it. */
export type Base = { rev: number } | { seq: number };

interface Common {
  seq: number;
  visit: string;
  /** The pinned criteria version the author's screen was drawn from. */
  version: string;
  /** Absent for what belongs to the target as a whole. */
  criterion?: string;
  /** Absent: the author had never seen a value here. Evidence has none: adds commute. */
  base?: Base;
  /** Device time with its zone offset. Evidence, never an ordering. */
  at: string;
  /** Device clock minus server clock, as the device last measured it. */
  offset_ms: number;
}

export type Operation = Common &
  (
    | { kind: 'input.set'; value: JsonObject }
    | { kind: 'input.clear' }
    | { kind: 'note.set'; value: string }
    | { kind: 'evidence.add'; value: Evidence }
    | { kind: 'evidence.set'; value: EvidenceCaption }
    | { kind: 'evidence.remove'; value: EvidenceId }
    | { kind: 'dossiers.set'; value: DossierSample }
    | { kind: 'headcount.set'; value: HeadCountSaid }
    | { kind: 'finding.set'; value: FindingSaid }
    | { kind: 'minutes.set'; value: MinutesSaid }
    | { kind: 'minutes.sign'; value: SignatureSaid }
    | { kind: 'conflict.resolve'; value: Resolution }
    | { kind: 'visit.ready' }
  );

/** What is kept of an operation that is refused: enough to answer a replay and to judge a later one that builds on it. */
export interface Refusal {
  seq: number;
  code: RefusalCode;
  visit?: string;
  criterion?: string;
  field?: Field;
  base?: Base;
}

/** One place of a batch: what it says, or what is left of it. */
export type Entry = { operation: Operation; refusal: null } | { operation: null; refusal: Refusal };

/** A batch whose envelope is right. Entry i has the number `first_seq + i`. */
export interface Batch {
  lane: string;
  first_seq: number;
  app_version: string;
  entries: Entry[];
}

const CRITERION = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;
const OFFSET_MAX = 1e14;

function isWhole(value: unknown, min: number, max: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
}

function readBase(raw: unknown, seq: number): Base | undefined {
  if (!isRecord(raw) || Object.keys(raw).length !== 1) return undefined;
  if (isWhole(raw['rev'], 0, NUMBER_MAX)) return { rev: raw['rev'] + 0 };
  if (isWhole(raw['seq'], 1, seq - 1)) return { seq: raw['seq'] };
  return undefined;
}

function isCriterion(value: unknown): value is string {
  return typeof value === 'string' && CRITERION.test(value);
}

function isKind(kind: unknown): kind is OperationKind {
  return typeof kind === 'string' && Object.hasOwn(OPERATION_KINDS, kind);
}

const FIELDS = new Set(['seq', 'kind', 'visit', 'version', 'criterion', 'base', 'at', 'offset_ms', 'value']);

function hasOnlyKnownFields(raw: object): boolean {
  for (const name in raw) if (!FIELDS.has(name)) return false;
  return true;
}

function fits(operation: Operation): boolean {
  if (!('value' in operation) || characters(operation.value) * 3 < OPERATION_BYTES_MAX / 2) return true;
  return new TextEncoder().encode(JSON.stringify(operation)).length <= OPERATION_BYTES_MAX;
}

/** It names a criterion where its field belongs to one, and none where it does not; the minutes it is about are those of its visit. */
function isPlaced(field: Field | undefined, criterion: unknown, visit: string): boolean {
  if (field !== undefined && (visitOfWhole(field) ?? visit) !== visit) return false;
  return field !== undefined && isOfCriterion(field) ? isCriterion(criterion) : criterion === undefined;
}

/** Reads the operation at number `seq` of its lane. An operation that claims another number is refused. */
export function readOperation(raw: unknown, seq: number): Entry {
  if (!isRecord(raw)) return refuse(raw, seq, 'SCHEMA');
  const { kind, visit, version, criterion, at, offset_ms } = raw;
  const base = readBase(raw['base'], seq);
  const right =
    raw['seq'] === seq &&
    isKind(kind) &&
    isUuid(visit) &&
    isUuid(version) &&
    isInstant(at) &&
    isWhole(offset_ms, -OFFSET_MAX, OFFSET_MAX) &&
    (raw['base'] === undefined || (base !== undefined && operationKind(kind).based)) &&
    hasOnlyKnownFields(raw);
  if (!right) return refuse(raw, seq, 'SCHEMA');
  const { field, read: readValue } = operationKind(kind);
  if (!isPlaced(field(raw['value']), criterion, visit)) return refuse(raw, seq, 'SCHEMA');
  const read = readValue(raw['value']);
  if ('code' in read) return refuse(raw, seq, read.code);
  // Nowhere a minus zero: JSON writes it as zero, and what is read back must be what was said.
  const common: Record<string, unknown> = { seq, kind, visit, version };
  if (criterion !== undefined) common['criterion'] = criterion;
  Object.assign(common, { at, offset_ms: offset_ms + 0 });
  if (base) common['base'] = base;
  if (read.value !== undefined) common['value'] = read.value;
  // The table pairs each kind with the reader of its value; the type system cannot follow that pairing.
  const operation = common as unknown as Operation;
  return fits(operation) ? { operation, refusal: null } : refuse(raw, seq, 'TOO_LARGE');
}

function refuse(raw: unknown, seq: number, code: RefusalCode): Entry {
  const { kind, visit, criterion, base, value } = isRecord(raw) ? raw : {};
  const refusal: Refusal = { seq, code };
  if (isUuid(visit)) refusal.visit = visit;
  if (isCriterion(criterion)) refusal.criterion = criterion;
  const field = isKind(kind) ? operationKind(kind).field(value) : undefined;
  if (field) refusal.field = field;
  const seen = readBase(base, seq);
  if (seen) refusal.base = seen;
  return { operation: null, refusal };
}

/** Reads a whole request body; null when the envelope itself is wrong (the request is then malformed). */
export function readBatch(raw: unknown): Batch | null {
  if (!isRecord(raw)) return null;
  const { lane, first_seq, app_version, ops } = raw;
  const right =
    isUuid(lane) &&
    isWhole(first_seq, 1, NUMBER_MAX - BATCH_OPS_MAX) &&
    typeof app_version === 'string' &&
    /^[\w.+-]{1,40}$/.test(app_version) &&
    Array.isArray(ops) &&
    ops.length >= 1 &&
    ops.length <= BATCH_OPS_MAX &&
    Object.keys(raw).length === 4;
  if (!right) return null;
  return { lane, first_seq, app_version, entries: ops.map((one, index) => readOperation(one, first_seq + index)) };
}
