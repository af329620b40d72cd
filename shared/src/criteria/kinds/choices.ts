import { Fraction } from '../fraction.js';
import { day, decimal, flag, key, list, nullable, object, oneOf, text } from '../../kernel/index.js';
import { checkKeys, checkPoints, defineRule, label, points, type Complain } from '../rule-kind.js';

const met = object({ met: flag });

/** Đạt / Chưa đạt: the item of an on-site checklist, with or without points. */
export const CHECK = defineRule(
  {},
  {
    checklist: true,
    answer: () => met,
    score: (_, answer, max) => ({
      points: answer.met ? Fraction.of(max) : Fraction.ZERO,
      facts: [{ kind: 'checked', met: answer.met }],
    }),
  },
);

/** Có: full marks; không: none. */
export const YESNO = defineRule(
  {},
  {
    answer: () => met,
    score: (_, answer, max) => ({
      points: answer.met ? Fraction.of(max) : Fraction.ZERO,
      facts: [{ kind: 'answered', met: answer.met }],
    }),
  },
);

/** Named levels, each with its points: "kịp thời 1; không kịp thời 0,5; không ban hành 0". */
export const LEVELS = defineRule(
  { levels: list(object({ key, text: label, points }), { min: 2, max: 20 }) },
  {
    check(rule, max, complain) {
      checkKeys(rule.levels, 'levels', complain);
      checkPoints(rule.levels, 'levels', max, complain);
    },
    answer: (rule) => object({ level: oneOf(rule.levels.map((level) => level.key)) }),
    score(rule, answer) {
      const level = rule.levels.find((one) => one.key === answer.level);
      return {
        points: Fraction.of(level?.points ?? '0'),
        facts: level ? [{ kind: 'level', text: level.text }] : [],
      };
    },
  },
);

/** By the date of issue against deadlines, the last day included; later, or never issued (null): none. */
export const DATE = defineRule(
  { event: label, deadlines: list(object({ until: day, points }), { min: 1, max: 10 }) },
  {
    check(rule, max, complain) {
      checkPoints(rule.deadlines, 'deadlines', max, complain);
      checkDeadlines(rule.deadlines, complain);
    },
    answer: () => object({ date: nullable(day) }),
    score(rule, { date }) {
      const index = date === null ? -1 : rule.deadlines.findIndex((deadline) => date <= deadline.until);
      const reached = rule.deadlines[index];
      const missed = index < 0 ? rule.deadlines.at(-1) : rule.deadlines[index - 1];
      return {
        points: Fraction.of(reached?.points ?? '0'),
        facts: [{ kind: 'dated', date, until: reached?.until ?? null, after: missed?.until ?? null }],
      };
    },
  },
);

function checkDeadlines(deadlines: readonly { until: string; points: string }[], complain: Complain): void {
  for (const [index, deadline] of deadlines.entries()) {
    const earlier = deadlines[index - 1];
    if (!earlier) continue;
    if (deadline.until <= earlier.until) {
      complain(`deadlines.${index}.until`, 'deadlines.order', 'Các hạn phải xếp từ sớm đến muộn.');
    }
    if (Fraction.of(deadline.points).compare(earlier.points) > 0) {
      complain(`deadlines.${index}.points`, 'deadlines.points', 'Hạn muộn hơn không được cao điểm hơn.');
    }
  }
}

/** The council or a leader gives 0…M and says why: the one rule whose points are a judgement. */
export const MANUAL = defineRule(
  {},
  {
    answer: (_, { max }) => object({ value: decimal('0', max), reason: text({ max: 500, multiline: true }) }),
    score: (_, answer) => ({
      points: Fraction.of(answer.value),
      facts: [{ kind: 'judged', reason: answer.reason }],
    }),
  },
);
