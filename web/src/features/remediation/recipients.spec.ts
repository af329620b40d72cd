import { addressedTo, labelsOf, withLabels, withTerm, withUnits } from './recipients.js';

describe('recipients of a request', () => {
  it('keep their ids while others come and go, units before words', () => {
    const first = withLabels(withUnits([], ['u1', 'u2']), 'các phòng, ban');
    const second = withUnits(first, ['u2', 'u3']);
    expect(addressedTo(second)).toEqual(['u2', 'u3']);
    expect(labelsOf(second)).toBe('các phòng, ban');
    expect(second[0]?.id).toBe(first[1]?.id);
    expect(second[2]?.id).toBe(first[2]?.id);
  });

  it('take one term together, and words are addressees line by line', () => {
    const addressed = withLabels(withUnits([], ['u1']), 'một\nhai');
    const recipients = withTerm({ recipients: [...addressed], workingDays: 15 });
    expect(recipients.map(({ label, workingDays }) => [label, workingDays])).toEqual([
      [null, 15],
      ['một', 15],
      ['hai', 15],
    ]);
    expect(withLabels(recipients, '')).toHaveLength(1);
  });
});
