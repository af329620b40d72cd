import { aCriterion, bands, digitised, floor, interpolated, onTime, target60 } from './criteria.fixtures.js';
import type { Rule } from './rules.js';
import { checkVersion } from './version.check.js';

describe('a floor', () => {
  const codes = (rule: Rule) =>
    checkVersion({ purpose: 'index', criteria: [aCriterion(rule, '2', [floor('80')])] }).map(({ code }) => code);

  it.each<Rule>([
    { kind: 'RATIO', ...onTime },
    { kind: 'INVERSE', ...onTime },
    target60,
    interpolated,
    bands,
    { kind: 'MIXED_TIME', ...onTime, lateShare: '0.5' },
    digitised,
    { kind: 'SURVEY', scale: '5', source: null },
    { kind: 'EXTERNAL', scale: '100', source: 'SIPAS' },
  ])('composes with $kind', (rule) => expect(codes(rule)).toEqual([]));

  it.each<Rule>([{ kind: 'YESNO' }, { kind: 'MANUAL' }, { kind: 'COUNT', unit: 'lượt', each: '1' }])(
    'has nothing to look at under $kind',
    (rule) => expect(codes(rule)).toEqual(['modifier.unfit']),
  );
});
