import { Fraction } from '../fraction.js';
import { count, key, list, object, someOf, type Decimal } from '../../kernel/index.js';
import { checkKeys, checkPoints, defineRule, label, points } from '../rule-kind.js';

const named = list(object({ key, text: label, points }), { min: 1, max: 50 });

/** The sum of the items that are met. */
export const ADDITIVE = defineRule(
  { items: named },
  {
    check(rule, max, complain) {
      checkKeys(rule.items, 'items', complain);
      const sum = rule.items.reduce((total, item) => total.plus(item.points), Fraction.ZERO);
      if (sum.compare(max) < 0) {
        complain('items', 'points.full-unreachable', 'Điểm các nội dung cộng lại thấp hơn điểm tối đa của tiêu chí.');
      }
    },
    answer: (rule) => object({ met: someOf(rule.items.map((item) => item.key)) }),
    score(rule, answer) {
      const met = rule.items.filter((item) => answer.met.includes(item.key));
      return {
        points: met.reduce((total, item) => total.plus(item.points), Fraction.ZERO),
        facts: [
          {
            kind: 'items',
            met: met.map(({ text, points: given }) => ({ text, points: given })),
            of: rule.items.length,
          },
        ],
      };
    },
  },
);

/** So many points for each thing counted, up to the maximum. */
export const COUNT = defineRule(
  { unit: label, each: points },
  {
    check(rule, max, complain) {
      if (rule.each === '0') complain('each', 'points.zero', 'Điểm cho mỗi đơn vị phải lớn hơn 0.');
      if (Fraction.of(rule.each).compare(max) > 0) {
        complain('each', 'points.over-max', 'Điểm của mức vượt điểm tối đa của tiêu chí.');
      }
    },
    answer: () => object({ count }),
    score: (rule, answer) => ({
      points: Fraction.of(answer.count).times(rule.each),
      facts: [{ kind: 'counted', count: answer.count, unit: rule.unit }],
      working: [{ kind: 'each', points: rule.each }],
    }),
  },
);

/** Points by the number reached, from the lowest up: "1 sáng kiến 0,5; từ 2 sáng kiến 1"; fewer: none. */
export const TIERS = defineRule(
  { unit: label, tiers: list(object({ from: count, points }), { min: 1, max: 20 }) },
  {
    check(rule, max, complain) {
      checkPoints(rule.tiers, 'tiers', max, complain);
      for (const [index, tier] of rule.tiers.entries()) {
        const lower = rule.tiers[index - 1] ?? { from: '0', points: '0' };
        if (Fraction.of(tier.from).compare(lower.from) <= 0) {
          complain(`tiers.${index}.from`, 'tiers.order', 'Các mức phải xếp từ thấp lên cao, bắt đầu từ 1.');
        }
        if (Fraction.of(tier.points).compare(lower.points) < 0) {
          complain(`tiers.${index}.points`, 'tiers.points', 'Mức nhiều hơn không được thấp điểm hơn.');
        }
      }
    },
    answer: () => object({ count }),
    score(rule, answer) {
      const reached = rule.tiers.findLast((tier) => Fraction.of(answer.count).compare(tier.from) >= 0);
      return {
        points: Fraction.of(reached?.points ?? '0'),
        facts: [{ kind: 'counted', count: answer.count, unit: rule.unit }],
      };
    },
  },
);

/** Starts at M, minus so many points for each fault, never below none. Every kind of fault is counted, if only as 0. */
export const DEDUCT = defineRule(
  { faults: named },
  {
    check(rule, max, complain) {
      checkKeys(rule.faults, 'faults', complain);
      for (const [index, fault] of rule.faults.entries()) {
        if (fault.points === '0') complain(`faults.${index}.points`, 'points.zero', 'Điểm trừ phải lớn hơn 0.');
        if (Fraction.of(fault.points).compare(max) > 0) {
          complain(`faults.${index}.points`, 'points.over-max', 'Điểm trừ mỗi lần vượt điểm tối đa của tiêu chí.');
        }
      }
    },
    answer: (rule) =>
      object({
        counts: object<Record<string, Decimal>>(Object.fromEntries(rule.faults.map((fault) => [fault.key, count]))),
      }),
    score(rule, answer, max) {
      const faults = rule.faults.flatMap(({ key: name, text, points: given }) => {
        const found = answer.counts[name] ?? '0';
        return found === '0' ? [] : [{ text, count: found, points: given }];
      });
      return {
        points: faults.reduce(
          (rest, fault) => rest.minus(Fraction.of(fault.count).times(fault.points)),
          Fraction.of(max),
        ),
        facts: [{ kind: 'deducted', from: max, faults }],
      };
    },
  },
);
