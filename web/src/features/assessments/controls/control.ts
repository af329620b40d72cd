import type { Result, Rule, RuleCode, ScoredCriterion } from '@kiemtra/shared/criteria';
import type { Answering } from '../answering.js';

/** What the control of one kind of rule works with. */
export interface ControlProps<Code extends RuleCode = RuleCode> {
  criterion: ScoredCriterion;
  rule: Rule<Code>;
  answering: Answering;
  /** What the fields come to; null while they are no answer. */
  result: Result | null;
}
