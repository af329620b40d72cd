/** The sample of one field as it is kept and sent: a whole cell. The list it was drawn from is not kept, only what proves it. */
import {
  day,
  demand,
  flag,
  list,
  nullable,
  object,
  oneOf,
  someOf,
  text,
  whole,
  type CalendarDate,
  type Read,
} from '../kernel/index.js';
import {
  CAUSES,
  CODE_MAX,
  DOSSIER_FIELDS,
  FORM_FAULTS,
  LATENESS_KINDS,
  LIST_MAX,
  PROCEDURE_MAX,
  REMARK_MAX,
  SAMPLE_MAX,
  type Dossier,
  type DossierField,
} from './dossier.rules.js';

/** How a sample came about: whoever has the list can draw it again and compare. */
export interface Draw {
  algorithm: string;
  seed: string;
  size: number;
  /** 1 for the first draw of the field at this unit; drawing again is told. */
  attempt: number;
  listLength: number;
  listSha256: string;
}

/** What the unit's register counts in the field. `received` need not be the sum of the others; the gap is shown. */
export interface Register {
  received: number;
  onTime: number;
  late: number;
  running: number;
}

export interface DossierSample {
  field: DossierField;
  draw: Draw;
  /** The day on which dossiers that are not yet returned are late or not. */
  drawnOn: CalendarDate;
  register: Register;
  /** In the order of the draw. */
  dossiers: Dossier[];
}

export const SEED_MAX = 60;
const count = whole(0, 10_000_000);

const apology: Read<Dossier['apology']> = (value, path, violations) =>
  value === null || value === false ? value : object({ on: nullable(day) })(value, path, violations);

const dossier = object<Dossier>({
  code: text({ max: CODE_MAX }),
  procedure: nullable(text({ max: PROCEDURE_MAX })),
  received: day,
  due: day,
  returned: nullable(day),
  isChecked: flag,
  faults: someOf(FORM_FAULTS),
  lateness: nullable(oneOf(LATENESS_KINDS)),
  apology,
  cause: nullable(oneOf(CAUSES)),
  remark: nullable(text({ max: REMARK_MAX })),
});

const draw = object<Draw>({
  // Readable also when another release drew it.
  algorithm: text({ max: 40 }),
  seed: text({ max: SEED_MAX }),
  size: whole(1, SAMPLE_MAX),
  attempt: whole(1, 1000),
  listLength: whole(1, LIST_MAX),
  listSha256: demand(text({ max: 64 }), (hex) =>
    /^[0-9a-f]{64}$/.test(hex) ? null : { path: '', code: 'sha256.form', message: 'Không phải mã băm SHA-256.' },
  ),
});

const dossiers = demand(list(dossier, { min: 1, max: SAMPLE_MAX }), (all) => {
  const codes = new Set(all.map(({ code }) => code));
  return codes.size === all.length ? null : { path: '', code: 'code.repeated', message: 'Có mã hồ sơ bị lặp.' };
});

/** Reads a sample out of any JSON; never throws. */
export const dossierSample: Read<DossierSample> = object<DossierSample>({
  field: oneOf(DOSSIER_FIELDS),
  draw,
  drawnOn: day,
  register: object<Register>({ received: count, onTime: count, late: count, running: count }),
  dossiers,
});
