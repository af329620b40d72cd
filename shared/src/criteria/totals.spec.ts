import fc from 'fast-check';
import { isScored, type ScoredCriterion } from './criteria.view.js';
import { readInput } from './input.js';
import { communeIndex2026, onSiteChecklist } from './samples/index.js';
import { score, type Result } from './score.js';
import { addTally, answeredOf, areaTally, subtractTally, tallyOf, totals } from './totals.js';
import { readVersion, type VersionContent } from './version.js';

function versionOf(sample: unknown): VersionContent {
  const { value } = readVersion(sample);
  if (!value) throw new Error('the sample is wrong');
  return value;
}

const index = versionOf(communeIndex2026);
const checklist = versionOf(onSiteChecklist);

function results(version: VersionContent, answers: Record<string, unknown>): Map<string, Result> {
  return new Map(
    version.criteria.filter(isScored).flatMap((criterion) => {
      const { value } = readInput(criterion, answers[criterion.key]);
      return value ? [[criterion.key, score(criterion, value)] as const] : [];
    }),
  );
}

const counts = (numerator: string, denominator: string) => ({ numerator, denominator });

describe('totals', () => {
  it('are sums of rounded points, per row, per area and in whole', () => {
    const { rows, areas, whole } = totals(
      index,
      results(index, {
        '3.3.1': counts('98', '100'),
        '3.3.2': counts('0', '0'),
        '3.3.3': counts('2', '3'),
        '3.2.4': { state: 'not_applicable', reason: 'Chưa có quy định' },
        '4.1.1': { met: true },
      }),
    );
    expect(rows.get('3.3')).toMatchObject({ points: '10.88', max: '12', total: 3, full: 1, short: 2 });
    expect(areas.find(({ area }) => area === 'TTHC')).toMatchObject({
      tally: { points: '10.88', max: '12', total: 16, excluded: 1 },
      percent: '90.67',
    });
    expect(whole).toMatchObject({ tally: { points: '12.88', max: '14', total: 54 }, percent: '92.00', score: '92.00' });
    expect(answeredOf(whole.tally)).toBe(5);
  });

  it('take bonus and penalty up to their caps, beside the 100', () => {
    const manual = (value: string) => ({ value, reason: 'Theo biên bản của Hội đồng' });
    const full = totals(index, results(index, { '4.1.1': { met: true }, cong: manual('3'), tru: manual('0.5') })).whole;
    expect(full).toMatchObject({ percent: '100.00', bonus: '3.00', penalty: '0.50', score: '100.00' });
    const uncapped = totals({ ...index, capped: false }, results(index, { '4.1.1': { met: true }, cong: manual('3') }));
    expect(uncapped.whole.score).toBe('103.00');
    const low = totals(index, results(index, { '4.1.1': { met: false }, tru: manual('5') })).whole;
    expect(low.score).toBe('0.00');
  });

  it('cap what several bonus rows bring together', () => {
    const bonus = (key: string, rest: object) => ({ key, text: key, ...rest });
    const each = { kind: 'COUNT', unit: 'giải thưởng', each: '1' };
    const version = versionOf({
      ...communeIndex2026,
      criteria: [
        ...communeIndex2026.criteria.slice(0, -2),
        bonus('c', { area: 'KHAC', effect: 'bonus', maxPoints: '5' }),
        bonus('c1', { parent: 'c', maxPoints: '4', rule: each }),
        bonus('c2', { parent: 'c', maxPoints: '4', rule: each }),
      ],
    });
    const { whole } = totals(
      version,
      results(version, { '4.1.1': { met: false }, c1: { count: '3' }, c2: { count: '3' } }),
    );
    expect(whole).toMatchObject({ tally: { bonus: '6' }, bonus: '5.00', score: '5.00' });
  });

  it('count đạt and chưa đạt where there are no points', () => {
    const { areas, whole } = totals(
      checklist,
      results(checklist, { MC01: { met: true }, MC02: { met: false }, MC03: { state: 'not_checked' } }),
    );
    expect(areas.find(({ area }) => area === 'TTHC')).toMatchObject({
      tally: { total: 23, full: 1, short: 1, notChecked: 1 },
      percent: null,
    });
    expect(whole.score).toBeNull();
  });

  it('of an area are the same summed at once, taken from the whole, or kept up answer by answer', () => {
    const scored = index.criteria.filter(isScored).filter(({ area, rule }) => area === 'TTHC' && rule.kind === 'RATIO');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...scored), fc.nat({ max: 100 })), { maxLength: 30 }),
        (changes) => {
          const known = new Map<string, Result>();
          let kept = areaTally(index, 'TTHC', known);
          for (const [criterion, numerator] of changes) {
            const result = resultOf(criterion, numerator);
            kept = addTally(
              subtractTally(kept, tallyOf(criterion, known.get(criterion.key))),
              tallyOf(criterion, result),
            );
            known.set(criterion.key, result);
          }
          expect(kept).toEqual(areaTally(index, 'TTHC', known));
          expect(kept).toEqual(totals(index, known).areas.find(({ area }) => area === 'TTHC')?.tally);
        },
      ),
    );
  });
});

function resultOf(criterion: ScoredCriterion, numerator: number): Result {
  const { value } = readInput(criterion, counts(String(numerator), '100'));
  if (!value) throw new Error('unreadable');
  return score(criterion, value);
}
