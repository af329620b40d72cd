import { Id, OneOf, Text } from '../kernel/index.js';
import { SIGNERS, type SignerPosition } from './paper-issuer.js';

/** GET /plans/:planId/papers/:kind and the same as .docx: what it is of, who signs; what is not given stays blank. */
export class PaperDto {
  /** The target or the team; none for papers of the plan itself. */
  @Id({ optional: true }) subjectId?: string;
  @OneOf(Object.values(SIGNERS).flat(), { optional: true }) position?: SignerPosition;
  @Text({ max: 120, optional: true }) name?: string;
}
