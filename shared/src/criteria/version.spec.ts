import { checkSameSet } from './version.check.js';
import { readVersion } from './version.js';

interface Row {
  key: string;
  [field: string]: unknown;
}

const area = { key: '1', area: 'TTHC', text: 'Thủ tục hành chính', maxPoints: '3' };
const onTime = { key: '1.1', parent: '1', text: 'Đúng hạn', maxPoints: '2', rule: { kind: 'YESNO' } };
const posted = { key: '1.2', parent: '1', text: 'Niêm yết', maxPoints: '1', rule: { kind: 'YESNO' } };

function aVersion(rows: Row[] = [area, onTime, posted], fields: object = {}): object {
  return {
    format: 'bo-tieu-chi/1',
    name: 'Bộ tiêu chí',
    purpose: 'index',
    audience: ['commune'],
    criteria: rows,
    ...fields,
  };
}

function wrong(version: unknown): string[] {
  return readVersion(version).violations.map(({ path, code }) => `${path}: ${code}`);
}

const counting = { counted: 'hồ sơ đúng hạn', outOf: 'hồ sơ' };
const withRule = (rule: object, ...modifiers: object[]) => aVersion([area, { ...onTime, rule, modifiers }, posted]);
const thing = (key: string, points: string) => ({ key, text: key, points });

describe('reading a version', () => {
  it('gives the rows in printed order, with the area of their root', () => {
    const { value } = readVersion(aVersion());
    expect(value?.criteria.map(({ position, code, parentKey, area: of }) => [position, code, parentKey, of])).toEqual([
      [0, '1', null, 'TTHC'],
      [1, '1.1', '1', 'TTHC'],
      [2, '1.2', '1', 'TTHC'],
    ]);
  });

  it.each<[string, unknown, string[]]>([
    ['another format', aVersion(undefined, { format: 'x' }), ['format: choice.unknown']],
    ['an unknown field', aVersion(undefined, { owner: 1 }), ['owner: field.unknown']],
    ['no rows', aVersion([]), ['criteria: list.size']],
    ['too many rows', aVersion(Array.from({ length: 1001 }, () => area)), ['criteria: list.size']],
    ['an unknown rule', withRule({ kind: 'toString' }), ['criteria.1.rule.kind: choice.unknown']],
    ['points as a number', aVersion([{ ...area, maxPoints: 3 }]), ['criteria.0.maxPoints: decimal.range']],
    [
      'every row that is wrong',
      aVersion([{ key: '_' }, { ...area, key: '' }]),
      ['criteria.0.key: key.form', 'criteria.0.text: text.type', 'criteria.1.key: key.form'],
    ],
    [
      'an area without name',
      aVersion([{ ...area, area: undefined }, onTime, posted]),
      ['criteria.0.area: area.missing'],
    ],
    ['an area below', aVersion([area, { ...onTime, area: 'TC' }, posted]), ['criteria.1.area: area.below']],
    ['a key twice', aVersion([area, onTime, { ...posted, key: '1.1', code: 'x' }]), ['criteria.2.key: key.repeated']],
    ['a number twice', aVersion([area, onTime, { ...posted, code: '1.1' }]), ['criteria.2.code: code.repeated']],
    [
      'a parent that is not there',
      aVersion([area, onTime, posted, { ...onTime, key: 'x', parent: 'y' }]),
      ['criteria.3.parent: parent.unknown'],
    ],
    [
      'a row away from its parent',
      aVersion([
        area,
        onTime,
        posted,
        { ...area, key: '2' },
        { ...onTime, key: '2.1', parent: '2', maxPoints: '3' },
        { ...onTime, key: '1.3', parent: '1' },
      ]),
      ['criteria.0.maxPoints: max.sum', 'criteria.5.parent: parent.order'],
    ],
    [
      'a row under itself',
      aVersion([area, onTime, posted, { ...onTime, key: 'x', parent: 'x' }]),
      ['criteria.3.parent: parent.order', 'criteria.3.rule: rule.on-whole'],
    ],
    [
      'a whole that is not the sum of its parts',
      aVersion([{ ...area, maxPoints: '4' }, onTime, posted]),
      ['criteria.0.maxPoints: max.sum'],
    ],
    [
      'a whole with a rule',
      aVersion([{ ...area, rule: { kind: 'YESNO' } }, onTime, posted]),
      ['criteria.0.rule: rule.on-whole'],
    ],
    ['a row without a rule', aVersion([area, { ...onTime, rule: null }, posted]), ['criteria.1.rule: rule.missing']],
    [
      'an index item without points',
      aVersion([
        { ...area, maxPoints: null },
        { ...onTime, maxPoints: null, rule: { kind: 'CHECK' } },
      ]),
      ['criteria.1.maxPoints: max.missing'],
    ],
    [
      'points and none side by side',
      aVersion([area, onTime, { ...posted, maxPoints: null, rule: { kind: 'CHECK' } }], { purpose: 'checklist' }),
      ['criteria.0.maxPoints: max.mixed'],
    ],
    [
      'more decimals than are kept',
      aVersion([{ ...area, maxPoints: '3.125' }, { ...onTime, maxPoints: '2.125' }, posted]),
      ['criteria.0.maxPoints: max.precision', 'criteria.1.maxPoints: max.precision'],
    ],
    [
      'two bonus rows',
      aVersion([
        area,
        onTime,
        posted,
        ...['a', 'b'].map((key) => ({
          key,
          area: 'KHAC',
          effect: 'bonus',
          text: key,
          maxPoints: '1',
          rule: { kind: 'MANUAL' },
        })),
      ]),
      ['criteria.4.effect: effect.repeated'],
    ],
  ])('refuses %s', (_, version, expected) => expect(wrong(version).toSorted()).toEqual(expected.toSorted()));

  it('refuses five levels', () => {
    const chain = ['a', 'b', 'c', 'd', 'e'].map((key, index, all) => ({
      ...(index === 0 ? area : onTime),
      key,
      parent: all[index - 1],
      maxPoints: '2',
      rule: index === 4 ? { kind: 'YESNO' } : undefined,
    }));
    expect(wrong(aVersion(chain))).toEqual(['criteria.4.parent: parent.depth']);
  });

  it.each<[string, object, string]>([
    [
      'levels over the maximum',
      { kind: 'LEVELS', levels: [thing('a', '3'), thing('b', '2')] },
      'levels.0.points: points.over-max',
    ],
    [
      'levels without full marks',
      { kind: 'LEVELS', levels: [thing('a', '1'), thing('b', '0')] },
      'levels: points.full-unreachable',
    ],
    ['a level twice', { kind: 'LEVELS', levels: [thing('a', '2'), thing('a', '0')] }, 'levels.1.key: key.repeated'],
    [
      'bands out of order',
      {
        kind: 'BAND',
        ...counting,
        bands: [
          { from: '50', closed: true, points: '2' },
          { from: '70', closed: true, points: '1' },
          { from: '0', closed: true, points: '0' },
        ],
      },
      'bands.1.from: bands.order',
    ],
    [
      'bands that meet in one end twice',
      {
        kind: 'BAND',
        ...counting,
        bands: [
          { from: '50', closed: true, points: '2' },
          { from: '50', closed: true, points: '1' },
          { from: '0', closed: true, points: '0' },
        ],
      },
      'bands.1.from: bands.order',
    ],
    [
      'bands that do not reach 0',
      {
        kind: 'BAND',
        ...counting,
        bands: [
          { from: '50', closed: true, points: '2' },
          { from: '0', closed: false, points: '0' },
        ],
      },
      'bands.1.from: bands.end',
    ],
    ['items short of the maximum', { kind: 'ADDITIVE', items: [thing('a', '1')] }, 'items: points.full-unreachable'],
    ['a fault twice', { kind: 'DEDUCT', faults: [thing('a', '1'), thing('a', '1')] }, 'faults.1.key: key.repeated'],
    [
      'deadlines out of order',
      {
        kind: 'DATE',
        event: 'Ngày',
        deadlines: [
          { until: '2026-02-01', points: '2' },
          { until: '2026-01-31', points: '1' },
        ],
      },
      'deadlines.1.until: deadlines.order',
    ],
    [
      'a later deadline worth more',
      {
        kind: 'DATE',
        event: 'Ngày',
        deadlines: [
          { until: '2026-01-31', points: '1' },
          { until: '2026-02-01', points: '2' },
        ],
      },
      'deadlines.1.points: deadlines.points',
    ],
    [
      'tiers out of order',
      {
        kind: 'TIERS',
        unit: 'lần',
        tiers: [
          { from: '2', points: '1' },
          { from: '2', points: '2' },
        ],
      },
      'tiers.1.from: tiers.order',
    ],
    ['nothing for each', { kind: 'COUNT', unit: 'lần', each: '0' }, 'each: points.zero'],
    ['a target of 0', { kind: 'TARGET', ...counting, target: '0' }, 'target: target.zero'],
    ['a slope upside down', { kind: 'INTERP', ...counting, from: '90', to: '90' }, 'to: interp.order'],
    ['a scale of 0', { kind: 'EXTERNAL', scale: '0', source: 'SIPAS' }, 'scale: scale.zero'],
    [
      'a rate twice',
      {
        kind: 'AVERAGE',
        ratios: [
          { key: 'a', ...counting },
          { key: 'a', ...counting },
        ],
      },
      'ratios.1.key: key.repeated',
    ],
  ])('refuses %s', (_, rule, expected) => expect(wrong(withRule(rule))).toEqual([`criteria.1.rule.${expected}`]));

  it.each<[string, object[], string]>([
    ['a floor where nothing is rated', [{ kind: 'FLOOR', percent: '80' }], '.0: modifier.unfit'],
    [
      'an empty denominator without a denominator',
      [{ kind: 'ZERO_DENOMINATOR', policy: 'full' }],
      '.0: modifier.unfit',
    ],
    ['a cap over the maximum', [{ kind: 'CAP', points: '2.5' }], ': points.over-max'],
    [
      'a modifier twice',
      [
        { kind: 'CAP', points: '1' },
        { kind: 'CAP', points: '1' },
      ],
      '.1: modifier.repeated',
    ],
    [
      'one veto twice',
      [
        { kind: 'VETO', key: 'a', text: 'a' },
        { kind: 'VETO', key: 'a', text: 'b' },
      ],
      '.1: modifier.repeated',
    ],
  ])('refuses %s', (_, modifiers, expected) => {
    expect(wrong(withRule({ kind: 'YESNO' }, ...modifiers))).toEqual([`criteria.1.modifiers${expected}`]);
  });
});

describe('a further version', () => {
  const set = { name: 'Bộ tiêu chí cấp xã', purpose: 'index', isSample: false } as const;

  it('keeps name, purpose and sample mark of its set', () => {
    expect(checkSameSet(set, { ...set })).toEqual([]);
    const other = checkSameSet(set, { name: 'Bộ tiêu chí cấp xã 2027', purpose: 'checklist', isSample: true });
    expect(other.map(({ path }) => path)).toEqual(['name', 'purpose', 'isSample']);
  });
});
