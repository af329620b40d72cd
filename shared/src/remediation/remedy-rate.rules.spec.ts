import { remedyRateText, sumRates } from './remedy-rate.rules.js';

describe('the rate of findings that were remedied', () => {
  it.each([
    [3, 7, '3/7 vấn đề phát hiện = 42,86%'],
    [1, 8, '1/8 vấn đề phát hiện = 12,50%'],
    [1, 2000, '1/2.000 vấn đề phát hiện = 0,05%'],
    [2, 2, '2/2 vấn đề phát hiện = 100,00%'],
    [0, 4, '0/4 vấn đề phát hiện = 0,00%'],
    [0, 0, '–'],
  ])('%i of %i: %s', (remedied, total, text) => expect(remedyRateText({ remedied, total })).toBe(text));

  it('adds findings over units', () => {
    const rates = [
      { remedied: 1, total: 1 },
      { remedied: 0, total: 3 },
    ];
    expect(sumRates(rates)).toEqual({ remedied: 1, total: 4 });
    expect(sumRates([])).toEqual({ remedied: 0, total: 0 });
  });
});
