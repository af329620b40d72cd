/**
 * What the minutes of a visit take from the record, gathered by one rule on the device and on the server: where both hold
 * the same, the seal is the same.
 */
import {
  answeredOf,
  isScored,
  resultOf,
  totals,
  type Result,
  type Totals,
  type VersionContent,
} from '../criteria/index.js';
import { DOSSIER_FIELDS, type DossierSample } from '../dossiers/index.js';
import type { CellField, CellValue, VisitStateView, WholeField, WholePrefix } from '../fieldwork/index.js';
import type { FieldFinding } from '../findings/index.js';
import type { HeadCount } from '../headcount/index.js';
import { MINUTES_ROLES, type Minutes, type MinutesRole } from './minutes.js';
import { minutesPaper, type MinutesInput } from './minutes-paper.js';
import type { SealedMinutesView } from './minutes.view.js';
import { paperHash, sealOf, sheetHash, type MinutesSignatures } from './seal.js';

/** Everything recorded of the target of a visit, as whoever asks has it now. */
export interface VisitRecord {
  /** The value that counts; null for none. `criterion` is empty for what belongs to the target as a whole. */
  valueOf(criterion: string, field: CellField | WholeField): CellValue;
  /** Names of the whole cells of one kind, in whatever order. */
  wholeFields(prefix: WholePrefix): readonly WholeField[];
  /** SHA-256 of the files of a criterion, without those that were removed. */
  filesOf(criterion: string): readonly string[];
}

/** What the paper bears of its visit, and the version the target is held to. */
export interface MinutesPlace {
  visit: {
    id: string;
    letterhead: { authority: string; team: string };
    target: { name: string };
    plan: { title: string; number: string | null };
  };
  criteria: Pick<VersionContent, 'capped' | 'criteria'>;
}

/** The cell that holds the minutes of a visit. */
export function minutesField(visit: string) {
  return `minutes:${visit}` as const;
}

/** The cell that holds who signed the minutes of a visit in a role. */
export function signatureField(role: MinutesRole, visit: string) {
  return `signature:${role}.${visit}` as const;
}

/** The record as the server holds it, at one moment. */
export function recordOf({ cells, evidence }: Pick<VisitStateView, 'cells' | 'evidence'>): VisitRecord {
  const keyOf = (criterion: string, field: string) => `${criterion}|${field}`;
  const values = new Map(cells.map(({ criterion, field, value }) => [keyOf(criterion, field), value]));
  const fields = cells.map(({ field }) => field);
  return {
    valueOf: (criterion, field) => values.get(keyOf(criterion, field)) ?? null,
    wholeFields: (prefix) => fields.filter((field): field is WholeField => field.startsWith(prefix)),
    filesOf: (criterion) => evidence.filter((one) => one.criterion === criterion).map(({ file }) => file.sha256),
  };
}

/** The signatures on the minutes of a visit. */
export function signaturesOf(record: VisitRecord, visit: string): MinutesSignatures {
  const signed = MINUTES_ROLES.map((role) => [role, record.valueOf('', signatureField(role, visit))] as const);
  // A cell of this name holds a signature, or nothing.
  return Object.fromEntries(signed.filter(([, value]) => value !== null));
}

/** Everything the minutes of a visit print; `sums` are those over the answers of the record. */
export function minutesInput(
  record: VisitRecord,
  { visit, criteria }: MinutesPlace,
  sums: Pick<Totals, 'areas' | 'whole'>,
  minutes: Minutes,
): MinutesInput {
  const { tally } = sums.whole;
  // A whole cell holds what its name says, or nothing when it was taken back.
  const whole = (prefix: WholePrefix) =>
    record
      .wholeFields(prefix)
      .toSorted()
      .map((field) => record.valueOf('', field))
      .filter((value) => value !== null);
  const samples = whole('dossiers:') as DossierSample[];
  const counts = whole('headcount:') as HeadCount[];
  const lines = criteria.criteria.filter(isScored).map(({ key }) => ({
    criterion: key,
    input: record.valueOf(key, 'input'),
    note: record.valueOf(key, 'note'),
    files: record.filesOf(key),
  }));
  return {
    ...visit.letterhead,
    unit: visit.target.name,
    planTitle: visit.plan.title,
    planNumber: visit.plan.number,
    minutes,
    areas: sums.areas,
    sheet: { answered: answeredOf(tally), total: tally.total, hash: sheetHash(lines) },
    findings: whole('finding:') as FieldFinding[],
    samples: DOSSIER_FIELDS.flatMap((name) => samples.filter(({ field }) => field === name)),
    counts: counts.toSorted((a, b) => compare(`${a.date} ${a.time}`, `${b.date} ${b.time}`)),
  };
}

/** By code units: alike in every browser and on the server. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** How the minutes of a visit stand, points computed anew from the answers; null when none were begun. */
export function sealedMinutes(record: VisitRecord, place: MinutesPlace): SealedMinutesView | null {
  const { visit, criteria } = place;
  const minutes = record.valueOf('', minutesField(visit.id)) as Minutes | null;
  if (!minutes) return null;
  const results = new Map<string, Result>();
  for (const criterion of criteria.criteria.filter(isScored)) {
    const result = resultOf(criterion, record.valueOf(criterion.key, 'input'));
    if (result) results.set(criterion.key, result);
  }
  const paper = paperHash(minutesPaper(minutesInput(record, place, totals(criteria, results), minutes)));
  return { paper, ...sealOf(paper, signaturesOf(record, visit.id)) };
}
