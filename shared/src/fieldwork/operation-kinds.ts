import { codePointLength, isId, isRecord, isStorableText, isUuid } from '../kernel/index.js';
import { storableJson, type JsonObject } from './json.js';
import { BATCH_OPS_MAX, FILE_BYTES_MAX, NOTE_MAX, NUMBER_MAX } from './operation.limits.js';

/** The two fields of an answer that merge and conflict, each a cell with its own revision. */
export type CellField = 'input' | 'note';

/** What an operation is about inside its criterion: a cell, or one file of the set of evidence. */
export type Field = CellField | `file:${string}`;

/** A file the device promises to deliver; its bytes travel apart. */
export interface Evidence {
  id: string;
  name: string;
  /** Media type as the device knows it; the server looks at the bytes. */
  mime: string;
  /** In bytes, at least 1: an empty file is never evidence. */
  size: number;
  /** Of the bytes, 64 lower-case hex digits. */
  sha256: string;
}

export interface EvidenceId {
  id: string;
}

/** A later value of the same cell that waits for a decision, by the operation that said it. */
export interface SiblingRef {
  lane: string;
  seq: number;
}

/** The end of a disagreement: which values were seen, and the one that shall stand (a seen one, a new one, or none). */
export type Resolution = { siblings: SiblingRef[] } & (
  { field: 'input'; chosen: JsonObject | null } | { field: 'note'; chosen: string | null }
);

type Reading = { value: unknown } | { code: 'SCHEMA' | 'TOO_LARGE' };

interface KindRule {
  /** The part of the answer it is about, read from a value that may be wrong elsewhere. */
  field(value: unknown): Field | undefined;
  read(value: unknown): Reading;
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

function readEvidence(raw: unknown): Reading {
  if (!isRecord(raw) || Object.keys(raw).length !== 5) return WRONG;
  const { id, name, mime, size, sha256 } = raw;
  const right =
    isId(id) &&
    typeof name === 'string' &&
    isStorableText(name) &&
    name.length >= 1 &&
    name.length <= 255 &&
    typeof mime === 'string' &&
    /^[\w.+-]{1,60}\/[\w.+-]{1,90}$/.test(mime) &&
    typeof size === 'number' &&
    Number.isInteger(size) &&
    size >= 1 &&
    typeof sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(sha256);
  if (!right) return WRONG;
  if (size > FILE_BYTES_MAX) return { code: 'TOO_LARGE' };
  return { value: { id, name: name.normalize('NFC'), mime, size, sha256 } };
}

function readEvidenceId(raw: unknown): Reading {
  return isRecord(raw) && Object.keys(raw).length === 1 && isId(raw['id']) ? { value: { id: raw['id'] } } : WRONG;
}

function isSiblingRef(raw: unknown): raw is SiblingRef {
  if (!isRecord(raw) || Object.keys(raw).length !== 2 || !isUuid(raw['lane'])) return false;
  return Number.isInteger(raw['seq']) && Number(raw['seq']) >= 1 && Number(raw['seq']) <= NUMBER_MAX;
}

function readResolution(raw: unknown): Reading {
  if (!isRecord(raw) || Object.keys(raw).length !== 3) return WRONG;
  const { field, siblings, chosen } = raw;
  if (field !== 'input' && field !== 'note') return WRONG;
  if (!Array.isArray(siblings) || siblings.length > BATCH_OPS_MAX || !siblings.every(isSiblingRef)) return WRONG;
  const value = chosen === null ? { value: null } : field === 'note' ? readNote(chosen) : readInputShape(chosen);
  if ('code' in value) return value;
  const seen = siblings.map(({ lane, seq }) => ({ lane, seq }));
  return { value: { field, siblings: seen, chosen: value.value } };
}

function fileField(value: unknown): Field | undefined {
  return isRecord(value) && isId(value['id']) ? `file:${value['id']}` : undefined;
}

/** Every kind of operation the server takes. A new kind is a line here, a shape in `Operation` and its rule in `fold`. */
export const OPERATION_KINDS = {
  'input.set': { field: () => 'input', read: readInputShape, based: true },
  'input.clear': {
    field: () => 'input',
    read: (raw) => (raw === undefined ? { value: undefined } : WRONG),
    based: true,
  },
  'note.set': { field: () => 'note', read: readNote, based: true },
  'evidence.add': { field: fileField, read: readEvidence, based: false },
  'evidence.remove': { field: fileField, read: readEvidenceId, based: false },
  'conflict.resolve': {
    field: (raw) => {
      const field = isRecord(raw) ? raw['field'] : undefined;
      return field === 'input' || field === 'note' ? field : undefined;
    },
    read: readResolution,
    based: true,
  },
} satisfies Record<string, KindRule>;

export type OperationKind = keyof typeof OPERATION_KINDS;
export const operationKind = (kind: OperationKind): KindRule => OPERATION_KINDS[kind];
