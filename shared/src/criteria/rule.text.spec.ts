import {
  aCriterion,
  bands,
  digitised,
  floor,
  interpolated,
  items,
  lateReports,
  levels,
  onTime,
  planDate,
  target60,
  tiers,
} from './criteria.fixtures.js';
import { isScored, type ScoredCriterion } from './criteria.view.js';
import type { Modifier } from './modifiers.js';
import { measureText, ruleText } from './rule.text.js';
import { RULE_CODES, type Rule } from './rules.js';
import { communeIndex2026, onSiteChecklist } from './samples/index.js';
import { readVersion } from './version.js';

const ratio: Rule = { kind: 'RATIO', ...onTime };
const band = (...steps: [from: string, closed: boolean, points: string][]): Rule => ({
  kind: 'BAND',
  ...onTime,
  bands: steps.map(([from, closed, points]) => ({ from, closed, points })),
});

const cases: [Rule, string | null, Modifier[], string][] = [
  [{ kind: 'CHECK' }, null, [], 'Đạt hoặc chưa đạt'],
  [{ kind: 'CHECK' }, '0.5', [], 'Đạt: 0,5; chưa đạt: 0'],
  [{ kind: 'YESNO' }, '1', [], 'Có: 1; không: 0'],
  [
    { kind: 'YESNO' },
    '1',
    [{ kind: 'NOT_APPLICABLE', policy: 'excluded' }],
    'Có: 1; không: 0; không áp dụng: không tính',
  ],
  [levels, '1', [], 'Kịp thời: 1; Không kịp thời: 0,5; Không ban hành: 0'],
  [bands, '2', [], 'Trên 90%: 2; 70%–90%: 1; dưới 70%: 0'],
  [
    band(['50', true, '1'], ['30', true, '0.5'], ['0', true, '0']),
    '1',
    [],
    'Từ 50%: 1; từ 30% đến dưới 50%: 0,5; dưới 30%: 0',
  ],
  [
    band(['90', false, '3'], ['90', true, '2'], ['70', false, '1'], ['0', true, '0']),
    '3',
    [],
    'Trên 90%: 3; đúng 90%: 2; trên 70% đến dưới 90%: 1; từ 70% trở xuống: 0',
  ],
  [band(['0', true, '2']), '2', [], 'Mọi tỷ lệ: 2'],
  [ratio, '6', [floor('95')], 'Tỷ lệ × điểm tối đa; dưới 95%: 0 điểm'],
  [
    ratio,
    '3',
    [
      { kind: 'ZERO_DENOMINATOR', policy: 'full' },
      { kind: 'VETO', key: 'v', text: 'Có văn bản trái thẩm quyền' },
    ],
    'Tỷ lệ × điểm tối đa; không phát sinh: điểm tối đa; Có văn bản trái thẩm quyền: 0 điểm',
  ],
  [
    target60,
    '4',
    [floor('50')],
    'Đạt chỉ tiêu 60%: điểm tối đa; chưa đạt: tỷ lệ / 60% × điểm tối đa; dưới 50% chỉ tiêu: 0 điểm',
  ],
  [{ kind: 'TARGET', ...onTime, target: '100' }, '4', [], 'Tỷ lệ × điểm tối đa'],
  [interpolated, '3', [], 'Từ 95%: 3; trên 70% đến dưới 95%: nội suy; từ 70% trở xuống: 0'],
  [{ kind: 'INTERP', ...onTime, from: '0', to: '50' }, '3', [], 'Từ 50%: 3; trên 0% đến dưới 50%: nội suy; 0%: 0'],
  [{ kind: 'INVERSE', ...onTime }, '2', [], '(100% − tỷ lệ) × điểm tối đa'],
  [{ kind: 'INVERSE', ...onTime }, '2', [floor('80')], '(100% − tỷ lệ) × điểm tối đa; phần còn lại dưới 80%: 0 điểm'],
  [items, '1', [], 'Mỗi nội dung đạt 0,25: nội quy; phí; lịch; quy trình'],
  [items, '0.5', [], 'Mỗi nội dung đạt 0,25: nội quy; phí; lịch; quy trình; tối đa 0,5'],
  [
    {
      kind: 'ADDITIVE',
      items: [
        { key: 'a', text: 'Bảng tên', points: '0.4' },
        { key: 'b', text: 'Sơ đồ', points: '0.6' },
      ],
    },
    '1',
    [],
    'Bảng tên: 0,4; Sơ đồ: 0,6',
  ],
  [{ kind: 'COUNT', unit: 'kiến nghị', each: '1' }, '2', [], 'Mỗi kiến nghị: 1; tối đa 2'],
  [tiers, '1', [], 'Từ 2 sáng kiến: 1; 1 sáng kiến: 0,5; không có: 0'],
  [
    {
      kind: 'TIERS',
      unit: 'đợt',
      tiers: [
        { from: '3', points: '1' },
        { from: '1500', points: '2' },
      ],
    },
    '2',
    [],
    'Từ 1.500 đợt: 2; 3–1.499 đợt: 1; dưới 3: 0',
  ],
  [lateReports, '2', [], 'Mỗi báo cáo chậm: trừ 0,25'],
  [planDate, '1', [], 'Đến 31/01/2026: 1; đến 28/02/2026: 0,5; muộn hơn hoặc không có: 0'],
  [
    { kind: 'MIXED_TIME', counted: 'nhiệm vụ', outOf: 'nhiệm vụ', lateShare: '0.5' },
    '3',
    [floor('80')],
    '(đúng hạn + 0,5 × muộn) / tổng × điểm tối đa; hoàn thành dưới 80%: 0 điểm',
  ],
  [
    { kind: 'MIXED_TIME', counted: 'nhiệm vụ', outOf: 'nhiệm vụ', lateShare: '0' },
    '3',
    [],
    'Đúng hạn / tổng × điểm tối đa',
  ],
  [digitised, '4', [], 'Trung bình các tỷ lệ × điểm tối đa'],
  [
    digitised,
    '4',
    [{ kind: 'ZERO_DENOMINATOR', policy: 'full' }, floor('50')],
    'Trung bình các tỷ lệ × điểm tối đa; tỷ lệ không phát sinh: tính 100%; trung bình dưới 50%: 0 điểm',
  ],
  [{ kind: 'SURVEY', scale: '100', source: null }, '7', [], 'Kết quả khảo sát / 100 × điểm tối đa'],
  [
    { kind: 'SURVEY', scale: '5', source: 'Điểm trung bình' },
    '7',
    [floor('80')],
    'Điểm trung bình / 5 × điểm tối đa; dưới 80% thang điểm: 0 điểm',
  ],
  [
    { kind: 'EXTERNAL', scale: '100', source: 'SIPAS' },
    '3',
    [{ kind: 'CAP', points: '2.5' }],
    'SIPAS / 100 × điểm tối đa; không quá 2,5',
  ],
  [{ kind: 'MANUAL' }, '5', [], 'Chấm theo đánh giá từ 0 đến 5, ghi rõ lý do'],
];

describe('a rule in words', () => {
  it.each(cases)('%j of %s is printed', (rule, max, modifiers, expected) => {
    expect(ruleText(aCriterion(rule, max, modifiers))).toBe(expected);
  });

  it('is tried here for every kind', () => {
    expect([...new Set(cases.map(([rule]) => rule.kind))].sort()).toEqual([...RULE_CODES].sort());
  });
});

describe('what a rule measures', () => {
  it.each<[Rule, string | null]>([
    [ratio, 'hồ sơ đúng hạn / hồ sơ đã giải quyết'],
    [digitised, 'hồ sơ số hóa / hồ sơ; kết quả số hóa / kết quả'],
    [
      { kind: 'MIXED_TIME', counted: 'nhiệm vụ', outOf: 'nhiệm vụ được giao', lateShare: '1' },
      'nhiệm vụ / nhiệm vụ được giao',
    ],
    [{ kind: 'MIXED_TIME', counted: 'nhiệm vụ', outOf: 'nhiệm vụ', lateShare: '1' }, 'nhiệm vụ'],
    [planDate, 'Ngày ban hành kế hoạch'],
    [{ kind: 'YESNO' }, null],
  ])('%j', (rule, expected) => expect(measureText(rule)).toBe(expected));
});

describe('the samples in words', () => {
  const scored = [communeIndex2026, onSiteChecklist].flatMap((sample): ScoredCriterion[] => {
    return readVersion(sample).value?.criteria.filter(isScored) ?? [];
  });
  const textOf = (code: string) => {
    const found = scored.find((criterion) => criterion.code === code);
    return found && ruleText(found);
  };

  it('read as a provincial set prints them', () => {
    expect(textOf('1.1.1')).toBe('Đến 31/01/2026: 1; đến 15/02/2026: 0,5; muộn hơn hoặc không có: 0');
    expect(textOf('2.3.1')).toBe('Mỗi văn bản sai thể thức: trừ 0,25; Có văn bản trái thẩm quyền: 0 điểm');
    expect(textOf('3.3.1')).toBe('Tỷ lệ × điểm tối đa; dưới 95%: 0 điểm');
    expect(textOf('6.1.1')).toBe('Từ 95%: 3; trên 70% đến dưới 95%: nội suy; từ 70% trở xuống: 0');
    expect(textOf('MC01')).toBe('Đạt hoặc chưa đạt');
  });

  it('have the decimal comma everywhere', () => {
    expect(scored).toHaveLength(92);
    for (const criterion of scored) expect(ruleText(criterion)).not.toMatch(/\d\.\d(?!\d\d)|undefined|null/);
  });
});
