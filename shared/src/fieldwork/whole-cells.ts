/**
 * What is recorded whole beside the answers: a finding, the sample of a field, a head count, the minutes of a visit and their signatures,
 * the caption of a file. Each is one cell with a revision of its own: it wins or disagrees as a whole, by the same rule as an answer. Its value is read by the
 * reader of its feature, in one canonical spelling, so that equal meaning has equal JSON.
 */
import { DOSSIER_FIELDS, dossierSample, type DossierSample } from '../dossiers/index.js';
import { fieldFinding, type FieldFinding } from '../findings/index.js';
import { headCount, type HeadCount } from '../headcount/index.js';
import { isId, nullable, object, readWith, text, whole, type Read } from '../kernel/index.js';
import { MINUTES_ROLES, minutes, minutesSignature, type Minutes, type MinutesSignature } from '../minutes/index.js';

/** What is written under a file, and its place among the files of its criterion; null for the order of taking. */
export interface FileCaption {
  caption: string | null;
  place: number | null;
}

export const FILE_CAPTION_MAX = 300;
const PLACE_MAX = 10_000;

const fileCaption: Read<FileCaption> = object<FileCaption>({
  caption: nullable(text({ max: FILE_CAPTION_MAX })),
  place: nullable(whole(0, PLACE_MAX)),
});

export type WholeValue = FieldFinding | DossierSample | HeadCount | Minutes | MinutesSignature | FileCaption;

interface WholeKind {
  /** It belongs to a criterion; else to the target as a whole. */
  isOfCriterion: boolean;
  isName: (name: string) => boolean;
  read: Read<WholeValue>;
}

const WHOLE_KINDS = {
  /** By an id of its own, under which the desk finds it, too. */
  finding: { isOfCriterion: false, isName: isId, read: fieldFinding },
  /** By field of procedures. */
  dossiers: {
    isOfCriterion: false,
    isName: (name) => DOSSIER_FIELDS.some((field) => field === name),
    read: dossierSample,
  },
  /** By an id of its own: there may be one in the morning and one in the afternoon. */
  headcount: { isOfCriterion: false, isName: isId, read: headCount },
  /** By the visit. */
  minutes: { isOfCriterion: false, isName: isId, read: minutes },
  /** By who signs and the visit: "lead.<id>". */
  signature: {
    isOfCriterion: false,
    isName: (name) => MINUTES_ROLES.some((role) => name.startsWith(`${role}.`) && isId(name.slice(role.length + 1))),
    read: minutesSignature,
  },
  /** By the id of the file. */
  caption: { isOfCriterion: true, isName: isId, read: fileCaption },
} satisfies Record<string, WholeKind>;

type WholeKindName = keyof typeof WHOLE_KINDS;

/** "finding:<id>", "dossiers:land", "headcount:<id>", "minutes:<visit>", "signature:lead.<visit>", "caption:<id of the file>". */
export type WholeField = `${WholeKindName}:${string}`;

/** How the names of whole cells of one kind begin. */
export type WholePrefix = `${WholeKindName}:`;

function kindOf(field: string): { kind: WholeKind; name: string } | null {
  const end = field.indexOf(':');
  const name = field.slice(0, Math.max(end, 0));
  if (!Object.hasOwn(WHOLE_KINDS, name)) return null;
  const kind: WholeKind = WHOLE_KINDS[name as WholeKindName];
  return { kind, name: field.slice(end + 1) };
}

/** True for the name of a whole cell, and nothing else. */
export function isWholeField(field: unknown): field is WholeField {
  const found = typeof field === 'string' ? kindOf(field) : null;
  return found !== null && found.kind.isName(found.name);
}

/** False for what belongs to the target or the visit as a whole: such operations name no criterion. */
export function isOfCriterion(field: string): boolean {
  return kindOf(field)?.kind.isOfCriterion ?? field !== 'ready';
}

/** What a whole cell is named by behind its kind. */
export function wholeName(field: WholeField): string {
  return field.slice(field.indexOf(':') + 1);
}

/** The visit that a cell of its minutes names; null for what is not of one visit. */
export function visitOfWhole(field: string): string | null {
  return /^(?:minutes:|signature:[a-z]+\.)(.*)$/.exec(field)?.[1] ?? null;
}

/** Reads a value of a whole cell; null is one that was taken back. Undefined when it is none. */
export function readWhole(field: WholeField, raw: unknown): WholeValue | null | undefined {
  if (raw === null) return null;
  const found = kindOf(field);
  const { value } = found ? readWith(found.kind.read, raw) : { value: null };
  return value ?? undefined;
}
