import { aCriterion, onTime, ratio, levels, items, lateReports, planDate } from './criteria.fixtures.js';
import type { ScoredCriterion } from './criteria.view.js';
import { readInput, sameInput } from './input.js';
import type { Rule } from './rules.js';

function codes(criterion: ScoredCriterion, raw: unknown): string[] {
  return readInput(criterion, raw).violations.map(({ path, code }) => `${path}: ${code}`);
}

describe('reading an input', () => {
  const onTimeRatio = aCriterion({ kind: 'RATIO', ...onTime }, '6');

  it.each<[string, ScoredCriterion, unknown, string[]]>([
    ['more than the whole', onTimeRatio, ratio('21', '20'), ['numerator: ratio.over']],
    ['an empty whole', onTimeRatio, ratio('0', '0'), ['denominator: ratio.zero']],
    ['parts of a thing', onTimeRatio, ratio('1.5', '20'), ['numerator: count.form']],
    ['numbers instead of strings', onTimeRatio, { numerator: 1, denominator: '2' }, ['numerator: count.form']],
    [
      'everything at once',
      onTimeRatio,
      { numerator: '-1', x: 1 },
      ['numerator: count.form', 'denominator: count.form', 'x: field.unknown'],
    ],
    ['an item that may not be left out', onTimeRatio, { state: 'not_applicable' }, ['state: choice.unknown']],
    ['a veto the criterion does not know', onTimeRatio, { ...ratio('1', '2'), vetoes: [] }, ['vetoes: field.unknown']],
    ['an unknown level', aCriterion(levels, '1'), { level: 'toString' }, ['level: choice.unknown']],
    ['an item twice', aCriterion(items, '1'), { met: ['n0', 'n0'] }, ['met: choice.unknown']],
    ['an impossible day', aCriterion(planDate, '1'), { date: '2026-02-30' }, ['date: day.form']],
    [
      'a judgement without reason',
      aCriterion({ kind: 'MANUAL' }, '1'),
      { value: '1', reason: ' ' },
      ['reason: text.short'],
    ],
    [
      'a judgement over the maximum',
      aCriterion({ kind: 'MANUAL' }, '1'),
      { value: '1.01', reason: 'x' },
      ['value: decimal.range'],
    ],
    ['a fault not counted', aCriterion(lateReports, '1'), { counts: {} }, ['counts.late: count.form']],
    ['nothing', onTimeRatio, null, [': object.type']],
  ])('refuses %s', (_, criterion, raw, expected) => expect(codes(criterion, raw)).toEqual(expected));

  it('refuses more in time and late than there is', () => {
    const mixed: Rule = { kind: 'MIXED_TIME', ...onTime, lateShare: '0.5' };
    expect(codes(aCriterion(mixed, '3'), { onTime: '8', late: '3', total: '10' })).toEqual(['late: ratio.over']);
  });

  it('knows two inputs that say the same, whatever their spelling', () => {
    const criterion = aCriterion({ kind: 'MANUAL' }, '5');
    const read = (raw: unknown) => {
      const { value } = readInput(criterion, raw);
      if (!value) throw new Error('unreadable');
      return value;
    };
    const first = read({ value: '2.50', reason: 'Được khen' });
    expect(sameInput(first, read({ reason: ' Được khen'.normalize('NFD'), value: '2.5' }))).toBe(true);
    expect(sameInput(first, read({ value: '2.51', reason: 'Được khen' }))).toBe(false);
    expect(sameInput(first, read({ state: 'not_checked' }))).toBe(false);
    expect(sameInput({ met: true }, { met: true, vetoes: ['over'] })).toBe(false);
    expect(sameInput({ met: true, vetoes: ['over'] }, { met: true })).toBe(false);
  });

  it('gives chosen items in the order of the rule, so that the order of ticking means nothing', () => {
    expect(readInput(aCriterion(items, '1'), { met: ['n3', 'n0'] }).value).toEqual({ met: ['n0', 'n3'] });
  });
});
