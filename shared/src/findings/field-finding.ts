import { AREA_CODES, type AreaCode } from '../criteria/index.js';
import { demand, nullable, object, oneOf, text, type Read } from '../kernel/index.js';
import {
  CAUSE_MAX,
  EXTENT_MAX,
  findingFaults,
  FINDING_KINDS,
  FINDING_TEXT_MAX,
  LEGAL_BASIS_MAX,
  SEVERITIES,
  type FindingKind,
  type Severity,
} from './finding.rules.js';

/** A finding as it is written on site: a whole cell. Where it belongs follows from the visit at which it was said. */
export interface FieldFinding {
  kind: FindingKind;
  area: AreaCode;
  /** Key of the criterion it comes from, in the pinned version. */
  criterion: string | null;
  text: string;
  extent: string | null;
  legalBasis: string | null;
  cause: string | null;
  severity: Severity | null;
}

const KEY_MAX = 40;

/** Reads a finding out of any JSON; never throws. */
export const fieldFinding: Read<FieldFinding> = demand(
  object<FieldFinding>({
    kind: oneOf(FINDING_KINDS),
    area: oneOf(AREA_CODES),
    criterion: nullable(text({ max: KEY_MAX })),
    text: text({ max: FINDING_TEXT_MAX, multiline: true }),
    extent: nullable(text({ max: EXTENT_MAX })),
    legalBasis: nullable(text({ max: LEGAL_BASIS_MAX, multiline: true })),
    cause: nullable(text({ max: CAUSE_MAX, multiline: true })),
    severity: nullable(oneOf(SEVERITIES)),
  }),
  (finding) => findingFaults(finding)[0] ?? null,
);
