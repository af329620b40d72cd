import { type Decimal, decimal, object, optional } from '../../kernel/index.js';
import { Fraction } from '../fraction.js';
import { defineRule, label, timesMax, type Complain, type Scored } from '../rule-kind.js';

const scale = decimal('0', '1000000');

function checkScale(rule: { scale: Decimal }, complain: Complain): void {
  if (rule.scale === '0') complain('scale', 'scale.zero', 'Thang điểm phải lớn hơn 0.');
}

function shareOfScale(rule: { scale: Decimal; source: string | null }, value: Decimal, max: Decimal): Scored {
  const rate = Fraction.of(value, rule.scale);
  return {
    rate,
    points: rate.times(max),
    facts: [
      { kind: 'measured', value, scale: rule.scale, source: rule.source },
      ...(rule.scale === '100' ? [] : [{ kind: 'of_scale' as const, percent: rate.toPercent() }]),
    ],
    working: timesMax(max),
  };
}

/** A survey's mean or share of the satisfied ÷ its scale × M. The province surveys; the unit never scores this itself. */
export const SURVEY = defineRule(
  { scale, source: optional(label, null) },
  {
    rates: true,
    check: (rule, _, complain) => checkScale(rule, complain),
    answer: (rule) => object({ value: decimal('0', rule.scale) }),
    score: (rule, answer, max) => shareOfScale(rule, answer.value, max),
  },
);

/** Another index ÷ its scale × M. */
export const EXTERNAL = defineRule(
  { scale, source: label },
  {
    rates: true,
    check: (rule, _, complain) => checkScale(rule, complain),
    answer: (rule) => object({ value: decimal('0', rule.scale) }),
    score: (rule, answer, max) => shareOfScale(rule, answer.value, max),
  },
);
