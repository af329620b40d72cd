import { type Decimal, count, decimal, demand, flag, key, list, object, type Read } from '../../kernel/index.js';
import { Fraction } from '../fraction.js';
import {
  checkKeys,
  checkPoints,
  defineRule,
  label,
  percent,
  points,
  timesMax,
  violation,
  type AnswerContext,
} from '../rule-kind.js';
import type { Step } from '../steps.js';

interface Counts {
  numerator: Decimal;
  denominator: Decimal;
}

/** What the numerator counts ("hồ sơ đúng hạn") and what the denominator counts ("hồ sơ đã giải quyết"). */
const counting = { counted: label, outOf: label };
const anyCounts = object<Counts>({ numerator: count, denominator: count });

/** Two counts; more than the whole only where a target can be passed. */
function counts({ zeroAllowed }: AnswerContext, passable = false): Read<Counts> {
  return demand(anyCounts, ({ numerator, denominator }) => {
    if (denominator === '0' && !zeroAllowed) {
      return violation('denominator', 'ratio.zero', 'Tổng số phải lớn hơn 0.');
    }
    if ((denominator === '0' || !passable) && Fraction.of(numerator).compare(denominator) > 0) {
      return violation('numerator', 'ratio.over', 'Số đạt không được lớn hơn tổng số.');
    }
    return null;
  });
}

function rateOf({ numerator, denominator }: Counts): Fraction | null {
  return denominator === '0' ? null : Fraction.of(numerator, denominator);
}

function counted(rule: { counted: string }, answer: Counts, rate: Fraction): Step {
  return { kind: 'ratio', ...answer, unit: rule.counted, percent: rate.toPercent() };
}

/** b/a × M. */
export const RATIO = defineRule(counting, {
  empty: (rule) => rule.outOf,
  rates: true,
  answer: (_, context) => counts(context),
  score(rule, answer, max) {
    const rate = rateOf(answer);
    return rate && { rate, points: rate.times(max), facts: [counted(rule, answer, rate)], working: timesMax(max) };
  },
});

/** (1 − b/a) × M: the fewer the better; a FLOOR looks at what remains. */
export const INVERSE = defineRule(counting, {
  empty: (rule) => rule.outOf,
  rates: true,
  answer: (_, context) => counts(context),
  score(rule, answer, max) {
    const rate = rateOf(answer);
    if (!rate) return null;
    const rest = Fraction.ONE.minus(rate);
    return {
      rate: rest,
      points: rest.times(max),
      facts: [counted(rule, answer, rate), { kind: 'remainder', percent: rest.toPercent() }],
      working: timesMax(max),
    };
  },
});

/** min(b/a ÷ target, 1) × M; a FLOOR looks at the share of the target that was reached. */
export const TARGET = defineRule(
  { ...counting, target: percent },
  {
    empty: (rule) => rule.outOf,
    rates: true,
    check(rule, _, complain) {
      if (rule.target === '0') complain('target', 'target.zero', 'Chỉ tiêu phải lớn hơn 0%.');
    },
    answer: (_, context) => counts(context, true),
    score(rule, answer, max) {
      const share = rateOf(answer);
      if (!share) return null;
      const rate = share.dividedBy(Fraction.of(rule.target, '100'));
      return {
        rate,
        points: rate.times(max),
        facts: [
          counted(rule, answer, share),
          ...(rule.target === '100'
            ? []
            : [{ kind: 'of_target' as const, target: rule.target, percent: rate.toPercent() }]),
        ],
        working: timesMax(max),
      };
    },
  },
);

/** M from `to` percent up, none up to `from`, linear between. */
export const INTERP = defineRule(
  { ...counting, from: percent, to: percent },
  {
    empty: (rule) => rule.outOf,
    rates: true,
    check(rule, _, complain) {
      if (Fraction.of(rule.from).compare(rule.to) >= 0) {
        complain('to', 'interp.order', 'Mức đạt điểm tối đa phải cao hơn mức 0 điểm.');
      }
    },
    answer: (_, context) => counts(context),
    score(rule, answer, max) {
      const rate = rateOf(answer);
      if (!rate) return null;
      const [from, to] = [Fraction.of(rule.from, '100'), Fraction.of(rule.to, '100')];
      const share = rate.minus(from).dividedBy(to.minus(from)).clamp('0', '1');
      return {
        rate,
        points: share.times(max),
        facts: [counted(rule, answer, rate)],
        working: [{ kind: 'interpolated', from: rule.from, to: rule.to, percent: share.toPercent() }, ...timesMax(max)],
      };
    },
  },
);

const bands = list(object({ from: percent, closed: flag, points }), { min: 2, max: 20 });

/**
 * Bands of the rate with fixed points, from the highest down. Each begins at `from`, which belongs to it when `closed`,
 * and ends where the one above begins; the last begins at 0. Gaps and overlaps cannot be written down.
 */
export const BAND = defineRule(
  { ...counting, bands },
  {
    empty: (rule) => rule.outOf,
    rates: true,
    check(rule, max, complain) {
      checkPoints(rule.bands, 'bands', max, complain);
      for (const [index, band] of rule.bands.entries()) {
        const above = rule.bands[index - 1];
        const order = above ? Fraction.of(band.from).compare(above.from) : -1;
        if (order > 0 || (order === 0 && (!band.closed || above?.closed))) {
          complain(`bands.${index}.from`, 'bands.order', 'Các mức phải xếp từ cao xuống thấp, không trùng nhau.');
        }
      }
      const last = rule.bands.at(-1);
      if (last && !(last.from === '0' && last.closed)) {
        complain(`bands.${rule.bands.length - 1}.from`, 'bands.end', 'Mức cuối cùng phải tính từ 0%.');
      }
    },
    answer: (_, context) => counts(context),
    score(rule, answer) {
      const rate = rateOf(answer);
      if (!rate) return null;
      const index = rule.bands.findIndex(({ from, closed }) => {
        const order = rate.compare(Fraction.of(from, '100'));
        return order > 0 || (order === 0 && closed);
      });
      const [band, above] = [rule.bands[index], rule.bands[index - 1]];
      return {
        rate,
        points: Fraction.of(band?.points ?? '0'),
        facts: [counted(rule, answer, rate)],
        working: band && [
          { kind: 'band', from: band.from, closed: band.closed, upTo: above?.from ?? null, upToClosed: !above?.closed },
        ],
      };
    },
  },
);

/** (on time + part × late) ÷ total × M; a FLOOR looks at all that was done, in time or not. */
export const MIXED_TIME = defineRule(
  { ...counting, lateShare: decimal('0', '1') },
  {
    empty: (rule) => rule.outOf,
    rates: true,
    answer: (_, { zeroAllowed }) =>
      demand(object({ onTime: count, late: count, total: count }), ({ onTime, late, total }) => {
        if (total === '0' && !zeroAllowed) return violation('total', 'ratio.zero', 'Tổng số phải lớn hơn 0.');
        if (Fraction.of(onTime).plus(late).compare(total) <= 0) return null;
        return violation('late', 'ratio.over', 'Số đúng hạn và số muộn cộng lại không được lớn hơn tổng số.');
      }),
    score(rule, answer, max) {
      if (answer.total === '0') return null;
      const weighted = Fraction.of(answer.late).times(rule.lateShare).plus(answer.onTime).dividedBy(answer.total);
      const rate = Fraction.of(answer.onTime).plus(answer.late).dividedBy(answer.total);
      return {
        rate,
        points: weighted.times(max),
        facts: [{ kind: 'in_time', ...answer, unit: rule.counted, percent: rate.toPercent() }],
        working: [{ kind: 'weighted', lateShare: rule.lateShare, percent: weighted.toPercent() }, ...timesMax(max)],
      };
    },
  },
);

/** The mean of several rates × M. A part that has nothing to count is full, none, or out of the mean, as ZERO_DENOMINATOR says. */
export const AVERAGE = defineRule(
  { ratios: list(object({ key, ...counting }), { min: 2, max: 12 }) },
  {
    empty: (rule) => rule.ratios.map((ratio) => ratio.outOf).join(', '),
    rates: true,
    check: (rule, _, complain) => checkKeys(rule.ratios, 'ratios', complain),
    answer: (rule, context) => {
      const one = counts(context);
      return object({
        ratios: object<Record<string, Counts>>(Object.fromEntries(rule.ratios.map((ratio) => [ratio.key, one]))),
      });
    },
    score(rule, answer, max, empty) {
      const facts: Step[] = [];
      const rates: Fraction[] = [];
      for (const ratio of rule.ratios) {
        const given = answer.ratios[ratio.key];
        const rate = given && rateOf(given);
        if (rate) rates.push(rate);
        else if (empty !== 'excluded') rates.push(empty === 'full' ? Fraction.ONE : Fraction.ZERO);
        facts.push(rate ? counted(ratio, given, rate) : { kind: 'empty_part', unit: ratio.outOf, policy: empty });
      }
      if (facts.every(({ kind }) => kind === 'empty_part')) return null;
      const sum = rates.reduce((total, rate) => total.plus(rate), Fraction.ZERO);
      const rate = sum.dividedBy(String(rates.length));
      return {
        rate,
        points: rate.times(max),
        facts: [...facts, { kind: 'mean', percent: rate.toPercent() }],
        working: timesMax(max),
      };
    },
  },
);
