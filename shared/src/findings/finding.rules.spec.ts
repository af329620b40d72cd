import type { Result } from '../criteria/index.js';
import { findingFromCriterion } from './finding-suggestion.js';
import { findingFaults } from './finding.rules.js';

describe('a finding', () => {
  it('names severity and cause for a shortcoming only', () => {
    const given = { severity: 'serious', cause: 'Thiếu nhân sự' } as const;
    expect(findingFaults({ kind: 'shortcoming', ...given })).toEqual([]);
    expect(findingFaults({ kind: 'strength', ...given }).map(({ path }) => path)).toEqual(['severity', 'cause']);
  });
});

describe('a finding raised from a criterion', () => {
  const criterion = {
    key: 'MC03',
    area: 'TTHC',
    text: 'Niêm yết, công khai đầy đủ thủ tục hành chính.',
    suggestions: ['Chưa niêm yết đầy đủ thủ tục hành chính', 'Niêm yết thủ tục đã hết hiệu lực'],
  } as const;
  const measured: Result = {
    outcome: 'short',
    points: '0',
    max: '1',
    steps: [
      { kind: 'ratio', numerator: '18', denominator: '20', unit: 'thủ tục', percent: '90.00' },
      { kind: 'below_floor', percent: '95' },
    ],
  };
  const unmet: Result = { outcome: 'short', points: null, max: null, steps: [{ kind: 'checked', met: false }] };
  const textOf = (...[from, ...rest]: Parameters<typeof findingFromCriterion>) =>
    findingFromCriterion(from, ...rest).text;

  it('says what is often wrong, the figures and the note, never the points', () => {
    expect(
      findingFromCriterion(
        { ...criterion, suggestions: [...criterion.suggestions] },
        measured,
        'quầy 3 thiếu bảng phí. ',
      ),
    ).toEqual({
      kind: 'shortcoming',
      area: 'TTHC',
      criterionKey: 'MC03',
      text: 'Chưa niêm yết đầy đủ thủ tục hành chính (18/20 thủ tục = 90,00%). Quầy 3 thiếu bảng phí.',
    });
  });

  it('says that the criterion is not met when nothing is often wrong with it', () => {
    expect(textOf({ ...criterion, suggestions: [] }, unmet, null)).toBe(
      'Chưa đạt yêu cầu “Niêm yết, công khai đầy đủ thủ tục hành chính”.',
    );
  });

  it('can be raised before anything was answered', () => {
    expect(textOf({ ...criterion, suggestions: [...criterion.suggestions] }, null, '  ')).toBe(
      'Chưa niêm yết đầy đủ thủ tục hành chính.',
    );
  });
});
