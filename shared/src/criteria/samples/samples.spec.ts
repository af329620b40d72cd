import { isScored, readVersion, sizeOf, type VersionContent } from '../index.js';
import { communeIndex2026, onSiteChecklist } from './index.js';

function read(sample: unknown): VersionContent {
  const { value, violations } = readVersion(sample);
  if (!value) throw new Error(JSON.stringify(violations, null, 2));
  return value;
}

describe('the sample index for communes', () => {
  const version = read(communeIndex2026);
  const roots = version.criteria.filter((criterion) => criterion.parentKey === null && criterion.effect === 'base');

  it('holds 100 points in eight areas', () => {
    expect(roots.map(({ area, maxPoints }) => `${area} ${maxPoints}`)).toEqual([
      'CDDH 14',
      'TC 6',
      'TTHC 30',
      'TCBM 6',
      'CV 10',
      'TCC 7',
      'CQS 17',
      'TD 10',
    ]);
    expect(sizeOf(version.criteria)).toEqual({ criteriaCount: 52, maxPoints: '100' });
  });

  it('says that it is a sample', () => {
    expect(version.isSample).toBe(true);
    expect(version.note).toBe('Số liệu mẫu, không phải văn bản chính thức.');
  });
});

describe('the on-site checklist', () => {
  const version = read(onSiteChecklist);

  it('holds every item once, grouped by area', () => {
    const items = version.criteria.filter(isScored);
    const codes = items.map((item) => item.code).join(' ');
    const counter = Array.from({ length: 23 }, (_, index) => `MC${String(index + 1).padStart(2, '0')}`).join(' ');
    expect(codes).toBe(`CD01 CD02 CD03 CD04 TC01 ${counter} PC01 PC02 PC03 PC04 PC05 CV01 CV02 CV03 TCC01 SO01`);
    expect(sizeOf(version.criteria)).toEqual({ criteriaCount: 38, maxPoints: null });
    expect(items.every(({ maxPoints, rule }) => maxPoints === null && rule.kind === 'CHECK')).toBe(true);
  });

  it('speaks of the papers in force', () => {
    expect(JSON.stringify(onSiteChecklist)).not.toMatch(/phiếu xin lỗi|mức độ [34]|thanh tra/i);
  });
});
