import { AREA_CODES, type AreaCode } from '../criteria/index.js';
import { Id, Nested, OneOf, Text, Whole } from '../kernel/index.js';
import {
  CAPTION_MAX,
  CAUSE_MAX,
  EXTENT_MAX,
  FINDING_KINDS,
  FINDING_TEXT_MAX,
  LEGAL_BASIS_MAX,
  SEVERITIES,
  type FindingKind,
  type Severity,
} from './finding.rules.js';

const INTEGER_MAX = 2_147_483_647;

/** The criterion that a finding comes from, in the version that was used. */
export class FindingCriterionDto {
  @Id() versionId: string;
  @Text({ max: 100 }) key: string;
}

class FindingContentDto {
  /** What the finding is about; null for the whole plan. */
  @Id({ optional: true }) targetId?: string | null;
  @Id({ optional: true }) visitId?: string | null;
  @OneOf(FINDING_KINDS) kind: FindingKind;
  @OneOf(AREA_CODES) area: AreaCode;
  @Nested(() => FindingCriterionDto, { optional: true }) criterion?: FindingCriterionDto | null;
  @Text({ max: FINDING_TEXT_MAX, multiline: true }) text: string;
  /** How far it reaches, in words: "một số xã". */
  @Text({ max: EXTENT_MAX, optional: true }) extent?: string | null;
  @Text({ max: LEGAL_BASIS_MAX, multiline: true, optional: true }) legalBasis?: string | null;
  @Text({ max: CAUSE_MAX, multiline: true, optional: true }) cause?: string | null;
  @OneOf(SEVERITIES, { optional: true }) severity?: Severity | null;
}

/** POST /findings; the same body with the same id again changes nothing. */
export class CreateFindingDto extends FindingContentDto {
  @Id() id: string;
  @Id() planId: string;
}

/** PATCH /findings/:findingId: the whole content; `version` is the one the editor saw. */
export class UpdateFindingDto extends FindingContentDto {
  @Whole({ min: 1, max: INTEGER_MAX }) version: number;
}

/** GET /findings */
export class ListFindingsDto {
  @Id() planId: string;
  @Id({ optional: true }) targetId?: string;
  @OneOf(FINDING_KINDS, { optional: true }) kind?: FindingKind;
  @OneOf(AREA_CODES, { optional: true }) area?: AreaCode;
}

/** POST /findings/:findingId/evidence: `id` is the id of a file that the caller has uploaded. */
export class AddFindingEvidenceDto {
  @Id() id: string;
  @Text({ max: CAPTION_MAX, optional: true }) caption?: string | null;
}
