import {
  aCriterion,
  scored,
  onTime,
  ratio,
  bands,
  items,
  lateReports,
  planDate,
  digitised,
  floor,
  target60,
  interpolated,
} from './criteria.fixtures.js';
import type { ScoredCriterion } from './criteria.view.js';
import { derivationText, foundText } from './derivation.text.js';
import type { Modifier } from './modifiers.js';
import type { Rule } from './rules.js';

describe('the derivation in words', () => {
  const text = (criterion: ScoredCriterion, raw: unknown) => derivationText(scored(criterion, raw));
  const onTimeRatio: Rule = { kind: 'RATIO', ...onTime };

  it.each<[Rule, string | null, Modifier[], unknown, string]>([
    [onTimeRatio, '6', [floor('95')], ratio('18', '20'), '18/20 hồ sơ đúng hạn = 90,00% < 95% → 0 điểm'],
    [onTimeRatio, '6', [], ratio('18', '20'), '18/20 hồ sơ đúng hạn = 90,00% × 6 → 5,4 điểm'],
    [bands, '2', [], ratio('1245', '1500'), '1.245/1.500 hồ sơ đúng hạn = 83,00%, mức từ 70% đến 90% → 1 điểm'],
    [bands, '2', [], ratio('1', '10'), '1/10 hồ sơ đúng hạn = 10,00%, mức dưới 70% → 0 điểm'],
    [bands, '2', [], ratio('91', '100'), '91/100 hồ sơ đúng hạn = 91,00%, mức trên 90% → 2 điểm'],
    [target60, '4', [], ratio('45', '100'), '45/100 hồ sơ đúng hạn = 45,00%, bằng 75,00% chỉ tiêu 60% × 4 → 3 điểm'],
    [
      interpolated,
      '3',
      [],
      ratio('33', '40'),
      '33/40 hồ sơ đúng hạn = 82,50%, nội suy từ 70% đến 95% được 50,00% × 3 → 1,5 điểm',
    ],
    [
      target60,
      '4',
      [],
      ratio('75', '100'),
      '75/100 hồ sơ đúng hạn = 75,00%, bằng 125,00% chỉ tiêu 60% × 4, tối đa 4 → 4 điểm',
    ],
    [{ kind: 'COUNT', unit: 'nội quy', each: '0.5' }, '2', [], { count: '5' }, '5 nội quy × 0,5, tối đa 2 → 2 điểm'],
    [lateReports, '2', [], { counts: { late: '3' } }, '2 − 3 báo cáo chậm × 0,25 → 1,25 điểm'],
    [lateReports, '2', [], { counts: { late: '0' } }, 'Không có lỗi bị trừ điểm → 2 điểm'],
    [items, '1', [], { met: ['n0', 'n1'] }, '2/4 nội dung đạt: nội quy 0,25; phí 0,25 → 0,5 điểm'],
    [planDate, '1', [], { date: '2026-02-01' }, 'Ngày 01/02/2026, sau 31/01/2026, trong hạn 28/02/2026 → 0,5 điểm'],
    [planDate, '1', [], { date: '2026-03-05' }, 'Ngày 05/03/2026, sau 28/02/2026 → 0 điểm'],
    [
      digitised,
      '4',
      [],
      { ratios: { papers: ratio('90', '100'), results: ratio('8', '10') } },
      '90/100 hồ sơ số hóa = 90,00%; 8/10 kết quả số hóa = 80,00%, trung bình 85,00% × 4 → 3,4 điểm',
    ],
    [
      digitised,
      '4',
      [{ kind: 'ZERO_DENOMINATOR', policy: 'full' }],
      { ratios: { papers: ratio('9', '10'), results: ratio('0', '0') } },
      '9/10 hồ sơ số hóa = 90,00%; không phát sinh kết quả (tính 100%), trung bình 95,00% × 4 → 3,8 điểm',
    ],
    [
      digitised,
      '4',
      [{ kind: 'ZERO_DENOMINATOR', policy: 'zero' }, floor('50')],
      { ratios: { papers: ratio('0', '0'), results: ratio('8', '10') } },
      'Không phát sinh hồ sơ (tính 0%); 8/10 kết quả số hóa = 80,00%, trung bình 40,00% < 50% → 0 điểm',
    ],
    [
      digitised,
      '4',
      [{ kind: 'ZERO_DENOMINATOR', policy: 'excluded' }],
      { ratios: { papers: ratio('0', '0'), results: ratio('8', '10') } },
      'Không phát sinh hồ sơ (không tính); 8/10 kết quả số hóa = 80,00%, trung bình 80,00% × 4 → 3,2 điểm',
    ],
    [bands, '2', [floor('80')], ratio('75', '100'), '75/100 hồ sơ đúng hạn = 75,00% < 80% → 0 điểm'],
    [interpolated, '3', [floor('80')], ratio('75', '100'), '75/100 hồ sơ đúng hạn = 75,00% < 80% → 0 điểm'],
    [
      { kind: 'INVERSE', counted: 'hồ sơ trễ hạn', outOf: 'hồ sơ' },
      '2',
      [floor('80')],
      ratio('25', '100'),
      '25/100 hồ sơ trễ hạn = 25,00%, phần còn lại 75,00% < 80% → 0 điểm',
    ],
    [
      { kind: 'SURVEY', scale: '5', source: 'Điểm trung bình' },
      '7',
      [floor('80')],
      { value: '3.9' },
      'Điểm trung bình 3,9/5 = 78,00% < 80% → 0 điểm',
    ],
    [
      { kind: 'EXTERNAL', scale: '100', source: 'SIPAS' },
      '3',
      [floor('80')],
      { value: '79.9' },
      'SIPAS 79,9/100 < 80% → 0 điểm',
    ],
    [{ kind: 'CHECK' }, null, [], { met: false }, 'Chưa đạt'],
    [{ kind: 'CHECK' }, null, [], { state: 'not_checked', reason: 'Hết giờ' }, 'Không kiểm tra: Hết giờ'],
    [{ kind: 'EXTERNAL', scale: '100', source: 'SIPAS' }, '3', [], { value: '91.5' }, 'SIPAS 91,5/100 × 3 → 2,75 điểm'],
    [
      onTimeRatio,
      '3',
      [{ kind: 'ZERO_DENOMINATOR', policy: 'full' }],
      ratio('0', '0'),
      'Không phát sinh hồ sơ đã giải quyết → 3 điểm',
    ],
  ])('tells %j', (rule, max, modifiers, raw, expected) => {
    expect(text(aCriterion(rule, max, modifiers), raw)).toBe(expected);
  });

  it('never prints a rate as the floor it has missed', () => {
    expect(text(aCriterion(onTimeRatio, '6', [floor('95')]), ratio('189999', '200000'))).toBe(
      '189.999/200.000 hồ sơ đúng hạn = 94,9995% < 95% → 0 điểm',
    );
  });
});

describe('what was found, in words', () => {
  it.each<[Rule, string | null, Modifier[], unknown, string]>([
    [{ kind: 'RATIO', ...onTime }, '6', [floor('95')], ratio('18', '20'), '18/20 hồ sơ đúng hạn = 90,00%'],
    [{ kind: 'COUNT', unit: 'nội quy', each: '0.5' }, '2', [], { count: '5' }, '5 nội quy'],
    [{ kind: 'CHECK' }, null, [], { state: 'not_applicable', reason: null }, 'Không áp dụng'],
  ])('%j of %s with %j and %j', (rule, maxPoints, modifiers, raw, expected) => {
    expect(foundText(scored(aCriterion(rule, maxPoints, modifiers), raw))).toBe(expected);
  });
});
