import { codePointLength, isId, isRecord, isStorableText, isUuid } from '../kernel/index.js';
import type { FieldFinding } from '../findings/index.js';
import type { HeadCount } from '../headcount/index.js';
import type { Minutes, MinutesRole, MinutesSignature } from '../minutes/index.js';
import { readEvidence } from './evidence.js';
import { storableJson, type JsonObject } from './json.js';
import { BATCH_OPS_MAX, NOTE_MAX, NUMBER_MAX } from './operation.limits.js';
import {
  isWholeField,
  readWhole,
  wholeName,
  type FileCaption,
  type WholeField,
  type WholeValue,
} from './whole-cells.js';

/** The two fields of an answer that merge and conflict, each a cell with its own revision. */
export type CellField = 'input' | 'note';

/** What an operation is about: a cell of an answer, one recorded whole, one file of the set of evidence, or that its author is done. */
export type Field = CellField | WholeField | `file:${string}` | 'ready';

export interface EvidenceId {
  id: string;
}

/** Caption and place of a file. */
export interface EvidenceCaption extends EvidenceId, FileCaption {}

/** A finding under its id; null takes it back. */
export interface FindingSaid extends EvidenceId {
  finding: FieldFinding | null;
}

/** A head count under its id; null takes it back. */
export interface HeadCountSaid extends EvidenceId {
  count: HeadCount | null;
}

/** The minutes of the visit of this id; null takes them back. */
export interface MinutesSaid extends EvidenceId {
  minutes: Minutes | null;
}

/** Who signed the minutes of the visit of this id; null takes the signature back. */
export interface SignatureSaid extends EvidenceId {
  role: MinutesRole;
  signature: MinutesSignature | null;
}

/** A later value of the same cell that waits for a decision, by the operation that said it. */
export interface SiblingRef {
  lane: string;
  seq: number;
}

/** The end of a disagreement: which values were seen, and the one that shall stand (a seen one, a new one, or none). */
export type Resolution = { siblings: SiblingRef[] } & (
  | { field: 'input'; chosen: JsonObject | null }
  | { field: 'note'; chosen: string | null }
  | { field: WholeField; chosen: WholeValue | null }
);

type Reading = { value: unknown } | { code: 'SCHEMA' | 'TOO_LARGE' };

interface KindRule {
  /** The part of the answer it is about, read from a value that may be wrong elsewhere. */
  field: (value: unknown) => Field | undefined;
  read: (value: unknown) => Reading;
  /** It builds on something its author saw, so it may carry a base. */
  based: boolean;
}

const WRONG: Reading = { code: 'SCHEMA' };

function readNote(raw: unknown): Reading {
  if (typeof raw !== 'string' || !isStorableText(raw)) return WRONG;
  const note = raw.normalize('NFC');
  return note.length > NOTE_MAX && codePointLength(note) > NOTE_MAX ? { code: 'TOO_LARGE' } : { value: note };
}

/** The shape only: whether the input answers its criterion is asked of the pinned version. */
function readInputShape(raw: unknown): Reading {
  const value = isRecord(raw) ? storableJson(raw) : undefined;
  return value === undefined ? WRONG : { value };
}

function readNothing(raw: unknown): Reading {
  return raw === undefined ? { value: undefined } : WRONG;
}

function readEvidenceId(raw: unknown): Reading {
  return isRecord(raw) && Object.keys(raw).length === 1 && isId(raw['id']) ? { value: { id: raw['id'] } } : WRONG;
}

function isSiblingRef(raw: unknown): raw is SiblingRef {
  if (!isRecord(raw) || Object.keys(raw).length !== 2 || !isUuid(raw['lane'])) return false;
  return Number.isInteger(raw['seq']) && Number(raw['seq']) >= 1 && Number(raw['seq']) <= NUMBER_MAX;
}

/** Fields on which values can disagree. */
function isSettled(field: unknown): field is Resolution['field'] {
  return field === 'input' || field === 'note' || isWholeField(field);
}

function readChosen(field: Resolution['field'], chosen: unknown): Reading {
  if (field === 'note') return readNote(chosen);
  return field === 'input' ? readInputShape(chosen) : readWholeShape(field, chosen);
}

function readWholeShape(field: WholeField, raw: unknown): Reading {
  const value = readWhole(field, raw);
  return value === undefined ? WRONG : { value };
}

/** A whole cell is said by an object that names it. */
function wholeField(prefix: 'finding' | 'dossiers' | 'headcount' | 'minutes' | 'caption', name: 'field' | 'id') {
  return (value: unknown): Field | undefined => {
    const field = isRecord(value) ? `${prefix}:${String(value[name])}` : undefined;
    return isWholeField(field) ? field : undefined;
  };
}

function readSample(raw: unknown): Reading {
  const field = dossiersField(raw);
  return isWholeField(field) ? readWholeShape(field, raw) : WRONG;
}

/** A thing under its own id, in the property of this name. */
function readNamed(fieldOf: KindRule['field'], name: 'finding' | 'count' | 'minutes') {
  return (raw: unknown): Reading => {
    const field = fieldOf(raw);
    if (!isRecord(raw) || !isWholeField(field) || Object.keys(raw).length !== 2) return WRONG;
    const value = readWhole(field, raw[name]);
    return value === undefined ? WRONG : { value: { id: raw['id'], [name]: value } };
  };
}

function signatureField(value: unknown): Field | undefined {
  const field = isRecord(value) ? `signature:${String(value['role'])}.${String(value['id'])}` : undefined;
  return isWholeField(field) ? field : undefined;
}

function readSignature(raw: unknown): Reading {
  const field = signatureField(raw);
  if (!isRecord(raw) || !isWholeField(field) || Object.keys(raw).length !== 3) return WRONG;
  const { id, role } = raw;
  const signature = readWhole(field, raw['signature']);
  return signature === undefined ? WRONG : { value: { id, role, signature } };
}

function readCaption(raw: unknown): Reading {
  const field = captionField(raw);
  if (!isRecord(raw) || !isWholeField(field)) return WRONG;
  const { id, ...said } = raw;
  const caption = readWhole(field, said);
  return caption ? { value: { id, ...caption } } : WRONG;
}

function readResolution(raw: unknown): Reading {
  if (!isRecord(raw) || Object.keys(raw).length !== 3) return WRONG;
  const { field, siblings, chosen } = raw;
  if (!isSettled(field)) return WRONG;
  if (!Array.isArray(siblings) || siblings.length > BATCH_OPS_MAX || !siblings.every(isSiblingRef)) return WRONG;
  const value = chosen === null ? { value: null } : readChosen(field, chosen);
  if ('code' in value) return value;
  const seen = siblings.map(({ lane, seq }) => ({ lane, seq }));
  return { value: { field, siblings: seen, chosen: value.value } };
}

function fileField(value: unknown): Field | undefined {
  return isRecord(value) && isId(value['id']) ? `file:${value['id']}` : undefined;
}

const findingField = wholeField('finding', 'id');
const dossiersField = wholeField('dossiers', 'field');
const headCountField = wholeField('headcount', 'id');
const minutesField = wholeField('minutes', 'id');
const captionField = wholeField('caption', 'id');

/** Every kind of operation the server takes. A new kind is a line here, a shape in `Operation` and its rule in `fold`. */
export const OPERATION_KINDS = {
  'input.set': { field: () => 'input', read: readInputShape, based: true },
  'input.clear': { field: () => 'input', read: readNothing, based: true },
  'note.set': { field: () => 'note', read: readNote, based: true },
  'evidence.add': { field: fileField, read: readEvidence, based: false },
  'evidence.set': { field: captionField, read: readCaption, based: true },
  'evidence.remove': { field: fileField, read: readEvidenceId, based: false },
  'dossiers.set': { field: dossiersField, read: readSample, based: true },
  'headcount.set': { field: headCountField, read: readNamed(headCountField, 'count'), based: true },
  'minutes.set': { field: minutesField, read: readNamed(minutesField, 'minutes'), based: true },
  'minutes.sign': { field: signatureField, read: readSignature, based: true },
  'finding.set': { field: findingField, read: readNamed(findingField, 'finding'), based: true },
  'conflict.resolve': {
    field: (raw) => {
      const field = isRecord(raw) ? raw['field'] : undefined;
      return isSettled(field) ? field : undefined;
    },
    read: readResolution,
    based: true,
  },
  'visit.ready': { field: () => 'ready', read: readNothing, based: false },
} satisfies Record<string, KindRule>;

export type OperationKind = keyof typeof OPERATION_KINDS;
export const operationKind = (kind: OperationKind): KindRule => OPERATION_KINDS[kind];

/** How a whole cell is said: the operation whose effect is this value. A sample and a caption cannot be taken back. */
export function sayWhole(field: WholeField, value: WholeValue | null): { kind: OperationKind; says: unknown } {
  const id = wholeName(field);
  if (field.startsWith('finding:')) return { kind: 'finding.set', says: { id, finding: value } };
  if (field.startsWith('headcount:')) return { kind: 'headcount.set', says: { id, count: value } };
  if (field.startsWith('minutes:')) return { kind: 'minutes.set', says: { id, minutes: value } };
  if (field.startsWith('signature:')) {
    const [role, visit] = id.split('.');
    return { kind: 'minutes.sign', says: { id: visit, role, signature: value } };
  }
  if (field.startsWith('caption:')) return { kind: 'evidence.set', says: { id, ...value } };
  return { kind: 'dossiers.set', says: value };
}
