import { OneOf, Text } from '../kernel/index.js';
import { DECISION_REASON_MAX, PARKED_DECISIONS, type ParkedDecision } from './parked.rules.js';

/** POST /visits/:visitId/parked/:parkedId/decide: what becomes of an operation that waits; a refusal says why. */
export class DecideParkedDto {
  @OneOf(PARKED_DECISIONS) decision: ParkedDecision;
  @Text({ max: DECISION_REASON_MAX, multiline: true, optional: true }) reason?: string | null;
}
