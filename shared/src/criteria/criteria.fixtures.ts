/** Criteria for the specs of this folder: the rules of the domain's table of test values. */
import type { ScoredCriterion } from './criteria.view.js';
import { readInput } from './input.js';
import type { Modifier } from './modifiers.js';
import type { Rule } from './rules.js';
import { score, type Result } from './score.js';

export function aCriterion(rule: Rule, maxPoints: string | null, modifiers: Modifier[] = []): ScoredCriterion {
  return {
    key: '1.1.1',
    parentKey: null,
    position: 0,
    code: '1.1.1',
    text: 'Tiêu chí',
    area: 'CDDH',
    effect: 'base',
    guidance: null,
    suggestions: [],
    maxPoints,
    decimals: 2,
    rule,
    modifiers,
  };
}

export function scored(criterion: ScoredCriterion, raw: unknown): Result {
  const { value, violations } = readInput(criterion, raw);
  if (!value) throw new Error(JSON.stringify(violations));
  return score(criterion, value);
}

export const onTime = { counted: 'hồ sơ đúng hạn', outOf: 'hồ sơ đã giải quyết' };
export const ratio = (numerator: string, denominator: string) => ({ numerator, denominator });
export const levels: Rule = {
  kind: 'LEVELS',
  levels: [
    { key: 'on-time', text: 'Kịp thời', points: '1' },
    { key: 'late', text: 'Không kịp thời', points: '0.5' },
    { key: 'none', text: 'Không ban hành', points: '0' },
  ],
};
export const bands: Rule = {
  kind: 'BAND',
  ...onTime,
  bands: [
    { from: '90', closed: false, points: '2' },
    { from: '70', closed: true, points: '1' },
    { from: '0', closed: true, points: '0' },
  ],
};
export const items: Rule = {
  kind: 'ADDITIVE',
  items: ['nội quy', 'phí', 'lịch', 'quy trình'].map((text, index) => ({ key: `n${index}`, text, points: '0.25' })),
};
export const lateReports: Rule = { kind: 'DEDUCT', faults: [{ key: 'late', text: 'báo cáo chậm', points: '0.25' }] };
export const planDate: Rule = {
  kind: 'DATE',
  event: 'Ngày ban hành kế hoạch',
  deadlines: [
    { until: '2026-01-31', points: '1' },
    { until: '2026-02-28', points: '0.5' },
  ],
};
export const digitised: Rule = {
  kind: 'AVERAGE',
  ratios: [
    { key: 'papers', counted: 'hồ sơ số hóa', outOf: 'hồ sơ' },
    { key: 'results', counted: 'kết quả số hóa', outOf: 'kết quả' },
  ],
};
export const floor = (percent: string): Modifier => ({ kind: 'FLOOR', percent });
export const target60: Rule = { kind: 'TARGET', ...onTime, target: '60' };
export const interpolated: Rule = { kind: 'INTERP', ...onTime, from: '70', to: '95' };
export const tiers: Rule = {
  kind: 'TIERS',
  unit: 'sáng kiến',
  tiers: [
    { from: '1', points: '0.5' },
    { from: '2', points: '1' },
  ],
};
