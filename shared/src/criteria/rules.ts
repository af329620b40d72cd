import { CHECK, DATE, LEVELS, MANUAL, YESNO } from './kinds/choices.js';
import { ADDITIVE, COUNT, DEDUCT, TIERS } from './kinds/counting.js';
import { EXTERNAL, SURVEY } from './kinds/measures.js';
import { AVERAGE, BAND, INTERP, INVERSE, MIXED_TIME, RATIO, TARGET } from './kinds/ratios.js';
import { tagged, type Read } from '../kernel/index.js';
import type { RuleKind } from './rule-kind.js';

/** Every kind of scoring rule. A new kind is one entry here and the words of its steps. */
const RULES = {
  CHECK,
  YESNO,
  LEVELS,
  BAND,
  RATIO,
  TARGET,
  INTERP,
  INVERSE,
  ADDITIVE,
  COUNT,
  TIERS,
  DEDUCT,
  DATE,
  MIXED_TIME,
  AVERAGE,
  SURVEY,
  EXTERNAL,
  MANUAL,
};

type Rules = typeof RULES;
export type RuleCode = keyof Rules;
export const RULE_CODES = Object.keys(RULES) as RuleCode[];

type ParametersOf<Code extends RuleCode> = Rules[Code] extends RuleKind<infer Parameters, infer _> ? Parameters : never;

/** A scoring rule as data, by its kind: `Rule<'LEVELS'>` has `levels`. */
export type Rule<Code extends RuleCode = RuleCode> = { [Kind in Code]: { kind: Kind } & ParametersOf<Kind> }[Code];

/** What a person answers under a rule of that kind: `AnswerTo<'RATIO'>` has `numerator` and `denominator`. */
export type AnswerTo<Code extends RuleCode = RuleCode> = {
  [Kind in Code]: Rules[Kind] extends RuleKind<infer _, infer Answer> ? Answer : never;
}[Code];

/** The kind as the engine sees it: what goes in was read by the same kind's own readers. */
export function ruleKind(code: RuleCode): RuleKind<object, object> {
  const kinds: Record<RuleCode, RuleKind<object, object>> = RULES;
  return kinds[code];
}

/** Reads a rule as it stands in an imported set. */
export const readRule: Read<Rule> = tagged(
  Object.fromEntries(RULE_CODES.map((code) => [code, ruleKind(code).parameters])) as Record<RuleCode, object>,
);
