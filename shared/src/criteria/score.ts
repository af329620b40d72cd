/**
 * The scoring engine. An answer goes, in this order, past: left out → VETO → the rule → ZERO_DENOMINATOR → FLOOR → CAP →
 * 0…M → one rounding. Pure and total: every input that `readInput` gave for a criterion has a result under it, the same on
 * the device and on the server.
 */
import type { Decimal } from '../kernel/index.js';
import type { ScoredCriterion } from './criteria.view.js';
import { Fraction } from './fraction.js';
import { isLeftOut, type Answer, type Input, type LeftOut } from './input.js';
import { modifiersOf } from './modifiers.js';
import type { EmptyPolicy, Scored } from './rule-kind.js';
import { ruleKind } from './rules.js';
import type { Step } from './steps.js';

export const OUTCOMES = ['full', 'short', 'excluded', 'not_checked'] as const;

/**
 * `full`: đạt, or full marks; `short`: chưa đạt, or anything below (a finding may follow); `excluded`: không áp dụng or
 * không phát sinh, out of the reckoning; `not_checked`: không kiểm tra, out of the reckoning.
 * A bonus not earned is no shortcoming; a penalty is one.
 */
export type Outcome = (typeof OUTCOMES)[number];

export interface Result {
  outcome: Outcome;
  /** With the criterion's decimals; null for items without points and for what is out of the reckoning. */
  points: Decimal | null;
  /** The maximum that counts beside the points; null when the points are. */
  max: Decimal | null;
  steps: Step[];
}

/** The result of an input that was read for this criterion. */
export function score(criterion: ScoredCriterion, input: Input): Result {
  if (isLeftOut(input)) return scoreLeftOut(criterion, input);
  const veto = modifiersOf(criterion.modifiers, 'VETO').find((one) => input.vetoes?.includes(one.key));
  if (veto) return concluded(criterion, Fraction.ZERO, [{ kind: 'veto', text: veto.text }]);
  return scoreAnswer(criterion, input);
}

function scoreLeftOut(criterion: ScoredCriterion, input: LeftOut): Result {
  const steps: Step[] = [{ kind: 'state', ...input }];
  if (input.state === 'not_checked') return uncounted('not_checked', steps);
  const [modifier] = modifiersOf(criterion.modifiers, 'NOT_APPLICABLE');
  return modifier?.policy === 'full' ? concluded(criterion, maxOf(criterion), steps) : uncounted('excluded', steps);
}

function scoreAnswer(criterion: ScoredCriterion, answer: Answer): Result {
  const { rule, modifiers } = criterion;
  const kind = ruleKind(rule.kind);
  const empty = modifiersOf(modifiers, 'ZERO_DENOMINATOR')[0]?.policy ?? 'excluded';
  const scored = kind.score(rule, answer, criterion.maxPoints ?? '1', empty);
  if (!scored) return scoreNothing(criterion, empty, kind.empty?.(rule) ?? '');
  const { points, steps } = floored(criterion, scored);
  const limit = modifiersOf(modifiers, 'CAP')[0]?.points ?? criterion.maxPoints ?? '1';
  if (points.compare(limit) <= 0) return concluded(criterion, points, steps);
  return concluded(criterion, Fraction.of(limit), [...steps, { kind: 'capped', points: limit }]);
}

/** Không phát sinh is never counted as 0 unless the criterion says so. */
function scoreNothing(criterion: ScoredCriterion, policy: EmptyPolicy, unit: string): Result {
  const steps: Step[] = [{ kind: 'nothing', unit }];
  if (policy === 'excluded') return uncounted('excluded', steps);
  return concluded(criterion, policy === 'full' ? maxOf(criterion) : Fraction.ZERO, steps);
}

function floored(criterion: ScoredCriterion, scored: Scored): { points: Fraction; steps: Step[] } {
  const { points, rate, facts, working = [] } = scored;
  const [floor] = modifiersOf(criterion.modifiers, 'FLOOR');
  if (!floor || !rate || rate.compare(Fraction.of(floor.percent, '100')) >= 0) {
    return { points, steps: [...facts, ...working] };
  }
  return { points: Fraction.ZERO, steps: [...facts, { kind: 'below_floor', percent: floor.percent }] };
}

function maxOf(criterion: ScoredCriterion): Fraction {
  return Fraction.of(criterion.maxPoints ?? '1');
}

function uncounted(outcome: 'excluded' | 'not_checked', steps: Step[]): Result {
  return { outcome, points: null, max: null, steps };
}

function concluded(criterion: ScoredCriterion, exact: Fraction, steps: Step[]): Result {
  const points = exact.clamp('0', maxOf(criterion)).toDecimal(criterion.decimals);
  const max = maxOf(criterion).toDecimal(criterion.decimals);
  const outcome = fallsShort(criterion, points, max) ? 'short' : 'full';
  return criterion.maxPoints === null ? { outcome, points: null, max: null, steps } : { outcome, points, max, steps };
}

function fallsShort({ effect, decimals }: ScoredCriterion, points: Decimal, max: Decimal): boolean {
  if (effect === 'penalty') return points !== Fraction.ZERO.toDecimal(decimals);
  return effect === 'base' && points !== max;
}
