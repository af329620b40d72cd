import type { Decimal } from '../../kernel/index.js';
import { Fraction } from '../fraction.js';
import { decimal, object, optional } from '../reader.js';
import { defineRule, label, timesMax, type Complain, type Scored } from '../rule-kind.js';

const scale = decimal('0', '1000000');

function checkScale(rule: { scale: Decimal }, complain: Complain): void {
  if (rule.scale === '0') complain('scale', 'scale.zero', 'Thang điểm phải lớn hơn 0.');
}

function shareOfScale(rule: { scale: Decimal; source: string | null }, value: Decimal, max: Decimal): Scored {
  return {
    points: Fraction.of(value, rule.scale).times(max),
    facts: [{ kind: 'measured', value, scale: rule.scale, source: rule.source }],
    working: timesMax(max),
  };
}

/** A survey's mean or share of the satisfied ÷ its scale × M. The province surveys; the unit never scores this itself. */
export const SURVEY = defineRule(
  { scale, source: optional(label, null) },
  {
    check: (rule, _, complain) => checkScale(rule, complain),
    answer: (rule) => object({ value: decimal('0', rule.scale) }),
    score: (rule, answer, max) => shareOfScale(rule, answer.value, max),
  },
);

/** Another index ÷ its scale × M. */
export const EXTERNAL = defineRule(
  { scale, source: label },
  {
    check: (rule, _, complain) => checkScale(rule, complain),
    answer: (rule) => object({ value: decimal('0', rule.scale) }),
    score: (rule, answer, max) => shareOfScale(rule, answer.value, max),
  },
);
