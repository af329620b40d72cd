import fc from 'fast-check';
import { compareDecimals } from '../kernel/index.js';
import { isScored, type ScoredCriterion } from './criteria.view.js';
import { aCriterion, digitised, onTime } from './criteria.fixtures.js';
import { derivationText } from './derivation.text.js';
import { readInput, sameInput, type Input } from './input.js';
import type { Modifier } from './modifiers.js';
import type { Rule } from './rules.js';
import { communeIndex2026, onSiteChecklist } from './samples/index.js';
import { score } from './score.js';
import { readVersion } from './version.js';

const floor80: Modifier = { kind: 'FLOOR', percent: '80' };
const counting = { ...onTime };

/** Every criterion of the two samples, and the kinds they lack. */
const criteria: ScoredCriterion[] = [
  ...[communeIndex2026, onSiteChecklist]
    .flatMap((sample) => readVersion(sample).value?.criteria ?? [])
    .filter(isScored),
  aCriterion({ kind: 'INVERSE', ...counting }, '2', [{ kind: 'ZERO_DENOMINATOR', policy: 'zero' }, floor80]),
  aCriterion(digitised, '4', [{ kind: 'ZERO_DENOMINATOR', policy: 'full' }, floor80]),
  aCriterion({ kind: 'TARGET', ...counting, target: '60' }, '4', [{ kind: 'FLOOR', percent: '50' }]),
  aCriterion(
    {
      kind: 'LEVELS',
      levels: [
        { key: 'all', text: 'Đầy đủ', points: '1.5' },
        { key: 'part', text: 'Thiếu một phần', points: '0.75' },
      ],
    },
    '1.5',
    [{ kind: 'CAP', points: '1' }],
  ),
];

const count = fc.oneof(fc.nat({ max: 20 }), fc.nat({ max: 999_999_999_999_999 })).map(String);
const keys = fc.oneof(fc.constantFrom('1', '2', '3', '4', 'late', 'missing', 'form', 'all', 'part'), fc.string());
const day = fc.date({ min: new Date('2025-12-01'), max: new Date('2026-03-31'), noInvalidDate: true });
/** Answers of about the right form, so that many are readable and the rest are wrong in ways that people are. */
const answer = fc.oneof(
  fc.record({ met: fc.boolean() }),
  fc.record({ met: fc.uniqueArray(keys, { maxLength: 4 }) }),
  fc.record({ level: keys }),
  fc.record({ count }),
  fc.record({ numerator: count, denominator: count }),
  fc.record({ onTime: count, late: count, total: count }),
  fc.record({ date: fc.option(day.map((date) => date.toISOString().slice(0, 10))) }),
  fc.record({ value: fc.nat({ max: 10_000 }).map((cents) => (cents / 100).toFixed(2)) }),
  fc.record({ value: fc.nat({ max: 500 }).map((cents) => (cents / 100).toFixed(2)), reason: fc.string() }),
  fc.record({ counts: fc.dictionary(fc.constantFrom('late', 'missing', 'form', 'breach'), count) }),
  fc.record({
    ratios: fc.dictionary(fc.constantFrom('papers', 'results'), fc.record({ numerator: count, denominator: count })),
  }),
  fc.record({ state: fc.constantFrom('not_applicable', 'not_checked'), reason: fc.option(fc.string()) }),
  fc.jsonValue(),
);

describe('every readable answer to every criterion', () => {
  const readable = fc
    .tuple(fc.constantFrom(...criteria), answer)
    .map(([criterion, raw]) => ({ criterion, input: readInput(criterion, raw).value }))
    .filter((pair): pair is { criterion: ScoredCriterion; input: Input } => pair.input !== null);

  it('has points between 0 and the maximum, or none, the same each time, and can be told', () => {
    fc.assert(
      fc.property(readable, ({ criterion, input }) => {
        const result = score(criterion, input);
        if (result.points !== null) {
          expect(compareDecimals(result.points, '0')).toBeGreaterThanOrEqual(0);
          expect(compareDecimals(result.points, criterion.maxPoints ?? '0')).toBeLessThanOrEqual(0);
        }
        expect(result.points === null).toBe(result.max === null);
        expect(score(criterion, input)).toEqual(result);
        expect(derivationText(result)).not.toBe('');
      }),
      { numRuns: 1000 },
    );
  });

  it('reads back from JSON as itself, with its fields in any order', () => {
    fc.assert(
      fc.property(readable, ({ criterion, input }) => {
        const reordered: unknown = JSON.parse(JSON.stringify(input), (_, value: unknown) => {
          return typeof value === 'object' && value !== null && !Array.isArray(value)
            ? Object.fromEntries(Object.entries(value).toReversed())
            : value;
        });
        const again = readInput(criterion, reordered).value;
        expect(again).toEqual(input);
        expect(again && sameInput(again, input)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('any JSON', () => {
  it('is read or refused with the place and the reason, never thrown at', () => {
    fc.assert(
      fc.property(fc.constantFrom(...criteria), fc.oneof(answer, fc.jsonValue()), (criterion, raw) => {
        const { value, violations } = readInput(criterion, raw);
        expect(value === null).toBe(violations.length > 0);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('points', () => {
  const points = (rule: Rule, raw: unknown, modifiers: Modifier[] = [floor80]) => {
    const criterion = aCriterion(rule, '3', modifiers);
    const { value } = readInput(criterion, raw);
    return value === null ? null : score(criterion, value).points;
  };
  const pair = fc.tuple(fc.nat({ max: 400 }), fc.nat({ max: 400 }), fc.integer({ min: 1, max: 400 }));
  const rates: [Rule, Modifier[]][] = [
    [{ kind: 'RATIO', ...counting }, [floor80]],
    [{ kind: 'TARGET', ...counting, target: '60' }, [floor80]],
    [{ kind: 'INTERP', ...counting, from: '70', to: '95' }, [floor80]],
    [
      {
        kind: 'BAND',
        ...counting,
        bands: [
          { from: '90', closed: false, points: '3' },
          { from: '70', closed: true, points: '1' },
          { from: '0', closed: true, points: '0' },
        ],
      },
      [floor80],
    ],
  ];

  it.each(rates)('never fall when more is in time: %j', (rule, modifiers) => {
    fc.assert(
      fc.property(pair, ([a, b, denominator]) => {
        const [fewer, more] = [Math.min(a, b, denominator), Math.min(Math.max(a, b), denominator)];
        const at = (numerator: number) =>
          points(rule, { numerator: String(numerator), denominator: String(denominator) }, modifiers) ?? 'unread';
        expect(compareDecimals(at(fewer), at(more))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('never rise with more faults or with more that is late', () => {
    const faults: Rule = { kind: 'DEDUCT', faults: [{ key: 'late', text: 'chậm', points: '0.25' }] };
    const inverse: Rule = { kind: 'INVERSE', ...counting };
    fc.assert(
      fc.property(fc.nat({ max: 400 }), fc.nat({ max: 400 }), (a, b) => {
        const [fewer, more] = [String(Math.min(a, b)), String(Math.max(a, b))];
        const deducted = (found: string) => points(faults, { counts: { late: found } }, []) ?? 'unread';
        expect(compareDecimals(deducted(fewer), deducted(more))).toBeGreaterThanOrEqual(0);
        const late = (numerator: string) => points(inverse, { numerator, denominator: '400' }, []) ?? 'unread';
        expect(compareDecimals(late(fewer), late(more))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('do not depend on the order in which items are named', () => {
    const items = ['a', 'b', 'c', 'd', 'e'].map((key, index) => ({ key, text: key, points: `0.${index + 3}` }));
    const names = items.map((item) => item.key);
    const shuffled = fc.tuple(fc.shuffledSubarray(names), fc.shuffledSubarray(items, { minLength: items.length }));
    fc.assert(
      fc.property(shuffled, ([met, order]) => {
        const inOrder = points({ kind: 'ADDITIVE', items }, { met: met.toSorted() }, []);
        expect(points({ kind: 'ADDITIVE', items: order }, { met }, [])).toBe(inOrder);
      }),
    );
  });
});
