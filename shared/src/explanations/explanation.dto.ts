import { FINDING_TEXT_MAX } from '../findings/index.js';
import { Id, IdList, ListOf, OneOf, Text, Whole } from '../kernel/index.js';
import { ReportFileDto } from '../remediation/index.js';
import { DRAFT_STATES, type DraftState } from './draft-state.rules.js';
import {
  DRAFT_FINDINGS_MAX,
  EXPLANATION_DAYS,
  EXPLANATION_FILES_MAX,
  EXPLANATION_MAX,
  SETTLINGS,
  SETTLING_REASON_MAX,
  STANCES,
  type Settling,
  type Stance,
} from './explanation.rules.js';

const VERSION = { min: 1, max: 2_147_483_647 };

class DraftContentDto {
  /** Findings about the target that are put to its unit. */
  @IdList({ min: 1, max: DRAFT_FINDINGS_MAX }) findingIds: string[];
  /** Term for the unit, in working days. */
  @Whole({ min: EXPLANATION_DAYS.min, max: EXPLANATION_DAYS.max }) workingDays: number;
}

/** POST /draft-conclusions; the same body with the same id again changes nothing. */
export class CreateDraftConclusionDto extends DraftContentDto {
  @Id() id: string;
  @Id() targetId: string;
}

/** PATCH /draft-conclusions/:draftId: the whole content; `version` is the one the editor saw. */
export class UpdateDraftConclusionDto extends DraftContentDto {
  @Whole(VERSION) version: number;
}

/** POST /draft-conclusions/:draftId/put and /close: `version` is the one that was seen. */
export class DraftVersionDto {
  @Whole(VERSION) version: number;
}

/** GET /draft-conclusions */
export class ListDraftConclusionsDto {
  @Id({ optional: true }) planId?: string;
  @Id({ optional: true }) targetId?: string;
  @OneOf(DRAFT_STATES, { optional: true }) state?: DraftState;
}

/** What the unit says of one finding; `id` is minted by the sender. */
export class ExplanationDto {
  @Id() id: string;
  @Id() findingId: string;
  @OneOf(STANCES) stance: Stance;
  @Text({ max: EXPLANATION_MAX, multiline: true, optional: true }) text?: string | null;
  @ListOf(() => ReportFileDto, { max: EXPLANATION_FILES_MAX }) files: ReportFileDto[];
}

/** POST /draft-conclusions/:draftId/explanations: all of them or none. */
export class SendExplanationsDto {
  @ListOf(() => ExplanationDto, { min: 1, max: DRAFT_FINDINGS_MAX }) explanations: ExplanationDto[];
}

/** POST /draft-conclusions/:draftId/findings/:findingId/settle; `version` is that of the finding in the draft, as it was seen. */
export class SettleFindingDto {
  @Id() id: string;
  @Whole(VERSION) version: number;
  @OneOf(SETTLINGS) settling: Settling;
  /** What the finding says from now on, when it is changed. */
  @Text({ max: FINDING_TEXT_MAX, multiline: true, optional: true }) text?: string | null;
  @Text({ max: SETTLING_REASON_MAX, multiline: true, optional: true }) reason?: string | null;
}
