import {
  aCriterion,
  scored,
  onTime,
  ratio,
  levels,
  bands,
  items,
  lateReports,
  planDate,
  digitised,
  floor,
  target60,
  interpolated,
  tiers,
} from './criteria.fixtures.js';
import type { ScoredCriterion } from './criteria.view.js';
import type { Modifier } from './modifiers.js';
import type { Rule } from './rules.js';

describe('points', () => {
  it.each<[string, Rule, string, Modifier[], unknown, string]>([
    ['có', { kind: 'YESNO' }, '0.5', [], { met: true }, '0.50'],
    ['không', { kind: 'YESNO' }, '0.5', [], { met: false }, '0.00'],
    ['a level', levels, '1', [], { level: 'late' }, '0.50'],
    ['90% in a band open at 90', bands, '2', [], ratio('90', '100'), '1.00'],
    ['90,01% in a band open at 90', bands, '2', [], ratio('9001', '10000'), '2.00'],
    ['70% in a band closed at 70', bands, '2', [], ratio('7', '10'), '1.00'],
    ['69,99% below the band', bands, '2', [], ratio('6999', '10000'), '0.00'],
    ['b/a × M', { kind: 'RATIO', ...onTime }, '2', [], ratio('9', '10'), '1.80'],
    ['80% at a floor of 80', { kind: 'RATIO', ...onTime }, '2', [floor('80')], ratio('8', '10'), '1.60'],
    ['79,99% under it', { kind: 'RATIO', ...onTime }, '2', [floor('80')], ratio('7999', '10000'), '0.00'],
    ['45 of a target of 60%', target60, '4', [], ratio('45', '100'), '3.00'],
    ['more than the target', target60, '4', [], ratio('75', '100'), '4.00'],
    ['more than planned', { kind: 'TARGET', ...onTime, target: '100' }, '3', [], ratio('110', '100'), '3.00'],
    ['half the target at a floor of 50', target60, '4', [floor('50')], ratio('30', '100'), '2.00'],
    ['less than half the target', target60, '4', [floor('50')], ratio('29', '100'), '0.00'],
    ['82,5% between 70 and 95', interpolated, '3', [], ratio('825', '1000'), '1.50'],
    ['95%', interpolated, '3', [], ratio('95', '100'), '3.00'],
    ['under 70%', interpolated, '3', [], ratio('69', '100'), '0.00'],
    ['5% late', { kind: 'INVERSE', ...onTime }, '2', [], ratio('5', '100'), '1.90'],
    ['3 of 4 items', items, '1', [], { met: ['n3', 'n0', 'n1'] }, '0.75'],
    ['5 × 0,5 up to 2', { kind: 'COUNT', unit: 'nội quy', each: '0.5' }, '2', [], { count: '5' }, '2.00'],
    ['one initiative', tiers, '1', [], { count: '1' }, '0.50'],
    ['seven initiatives', tiers, '1', [], { count: '7' }, '1.00'],
    ['no initiative', tiers, '1', [], { count: '0' }, '0.00'],
    ['3 late reports', lateReports, '2', [], { counts: { late: '3' } }, '1.25'],
    ['9 late reports', lateReports, '2', [], { counts: { late: '9' } }, '0.00'],
    ['on the last day', planDate, '1', [], { date: '2026-01-31' }, '1.00'],
    ['a day late', planDate, '1', [], { date: '2026-02-01' }, '0.50'],
    ['in March', planDate, '1', [], { date: '2026-03-01' }, '0.00'],
    ['never', planDate, '1', [], { date: null }, '0.00'],
    [
      'late tasks count half',
      { kind: 'MIXED_TIME', counted: 'nhiệm vụ', outOf: 'nhiệm vụ được giao', lateShare: '0.5' },
      '3',
      [],
      { onTime: '8', late: '2', total: '10' },
      '2.70',
    ],
    ['90% and 80%', digitised, '4', [], { ratios: { papers: ratio('90', '100'), results: ratio('8', '10') } }, '3.40'],
    ['86% of the surveyed', { kind: 'SURVEY', scale: '100', source: null }, '7', [], { value: '86' }, '6.02'],
    ['a mean of 4,3 of 5', { kind: 'SURVEY', scale: '5', source: null }, '7', [], { value: '4.3' }, '6.02'],
    ['another index', { kind: 'EXTERNAL', scale: '100', source: 'SIPAS' }, '3', [], { value: '91.5' }, '2.75'],
    ['a judgement', { kind: 'MANUAL' }, '5', [], { value: '4.5', reason: 'Theo biên bản họp' }, '4.50'],
  ])('%s', (_, rule, max, modifiers, raw, points) => {
    expect(scored(aCriterion(rule, max, modifiers), raw).points).toBe(points);
  });

  it('rounds once, at the end, and exactly', () => {
    // 1/7 and 5/14 make exactly one half of two: a quotient kept in any number of decimals would fall short.
    const rates = { papers: ratio('1', '7'), results: ratio('5', '14') };
    expect(scored(aCriterion(digitised, '0.02'), { ratios: rates }).points).toBe('0.01');
    expect(scored(aCriterion({ kind: 'RATIO', ...onTime }, '0.01'), ratio('1', '2')).points).toBe('0.01');
  });
});

describe('modifiers', () => {
  const onTimeRatio: Rule = { kind: 'RATIO', ...onTime };
  const veto: Modifier = { kind: 'VETO', key: 'beyond', text: 'Có văn bản trái thẩm quyền' };

  it('lets one event take everything', () => {
    const criterion = aCriterion(lateReports, '2', [veto]);
    expect(scored(criterion, { counts: { late: '0' }, vetoes: ['beyond'] })).toMatchObject({
      points: '0.00',
      outcome: 'short',
    });
    expect(scored(criterion, { counts: { late: '0' } })).toMatchObject({ points: '2.00', outcome: 'full' });
  });

  it.each([
    ['full', { points: '3.00', max: '3.00', outcome: 'full' }],
    ['zero', { points: '0.00', max: '3.00', outcome: 'short' }],
    ['excluded', { points: null, max: null, outcome: 'excluded' }],
  ] as const)('takes nothing to count as the criterion says: %s', (policy, expected) => {
    const criterion = aCriterion(onTimeRatio, '3', [{ kind: 'ZERO_DENOMINATOR', policy }, floor('80')]);
    expect(scored(criterion, ratio('0', '0'))).toMatchObject(expected);
  });

  it.each([
    ['full', '3.80', '4.00'],
    ['zero', '1.80', '0.00'],
    ['excluded', '3.60', null],
  ] as const)('takes a part of a mean that has nothing to count as the criterion says: %s', (policy, one, none) => {
    const criterion = aCriterion(digitised, '4', [{ kind: 'ZERO_DENOMINATOR', policy }]);
    const pointsOf = (papers: object) => scored(criterion, { ratios: { papers, results: ratio('0', '0') } }).points;
    expect([pointsOf(ratio('9', '10')), pointsOf(ratio('0', '0'))]).toEqual([one, none]);
  });

  it.each<[string, Rule, string, unknown, string, unknown, string]>([
    ['a slope', interpolated, '80', ratio('80', '100'), '1.20', ratio('7999', '10000'), '0.00'],
    ['bands', bands, '80', ratio('80', '100'), '1.00', ratio('7999', '10000'), '0.00'],
    [
      'what is not late',
      { kind: 'INVERSE', ...onTime },
      '80',
      ratio('20', '100'),
      '2.40',
      ratio('2001', '10000'),
      '0.00',
    ],
    ['a survey', { kind: 'SURVEY', scale: '5', source: null }, '80', { value: '4' }, '2.40', { value: '3.99' }, '0.00'],
    [
      'another index',
      { kind: 'EXTERNAL', scale: '100', source: 'SIPAS' },
      '80',
      { value: '80' },
      '2.40',
      { value: '79.99' },
      '0.00',
    ],
  ])('gives nothing below the floor of %s', (_, rule, percent, at, points, below, none) => {
    const criterion = aCriterion(rule, rule.kind === 'BAND' ? '2' : '3', [floor(percent)]);
    expect([scored(criterion, at).points, scored(criterion, below).points]).toEqual([points, none]);
  });

  it('takes a criterion that does not apply out of the reckoning, or gives it full marks', () => {
    const input = { state: 'not_applicable', reason: 'Không có bộ phận một cửa' };
    const excluded = aCriterion({ kind: 'YESNO' }, '1', [{ kind: 'NOT_APPLICABLE', policy: 'excluded' }]);
    expect(scored(excluded, input)).toMatchObject({ outcome: 'excluded', points: null, max: null });
    const full = aCriterion({ kind: 'YESNO' }, '1', [{ kind: 'NOT_APPLICABLE', policy: 'full' }]);
    expect(scored(full, input)).toMatchObject({ outcome: 'full', points: '1.00', max: '1.00' });
  });

  it('caps', () => {
    const criterion = aCriterion({ kind: 'COUNT', unit: 'lượt', each: '1' }, '5', [{ kind: 'CAP', points: '3' }]);
    expect(scored(criterion, { count: '4' })).toMatchObject({ points: '3.00', max: '5.00' });
  });
});

describe('items of a checklist', () => {
  const item = aCriterion({ kind: 'CHECK' }, null);

  it.each([
    [{ met: true }, 'full'],
    [{ met: false }, 'short'],
    [{ state: 'not_checked' }, 'not_checked'],
    [{ state: 'not_applicable', reason: 'Xã không có cảng' }, 'excluded'],
  ])('%j has the outcome %s and no points', (raw, outcome) => {
    expect(scored(item, raw)).toMatchObject({ outcome, points: null, max: null });
  });
});

describe('penalties and bonuses', () => {
  it('takes a penalty for a shortcoming, an unearned bonus for none', () => {
    const each: Rule = { kind: 'COUNT', unit: 'lần', each: '1' };
    const penalty: ScoredCriterion = { ...aCriterion(each, '5'), effect: 'penalty' };
    expect(scored(penalty, { count: '6' })).toMatchObject({ points: '5.00', outcome: 'short' });
    expect(scored(penalty, { count: '0' })).toMatchObject({ points: '0.00', outcome: 'full' });
    expect(scored({ ...aCriterion(each, '3'), effect: 'bonus' }, { count: '0' }).outcome).toBe('full');
  });
});
