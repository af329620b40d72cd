import { Fraction } from '../criteria/index.js';
import { formatDecimal } from '../kernel/index.js';

/** Findings that were asked to be remedied, and how many of them the department has accepted as remedied. */
export interface RemedyRate {
  remedied: number;
  total: number;
}

/** The rate over several units or campaigns: findings are added, never percentages. */
export function sumRates(rates: readonly RemedyRate[]): RemedyRate {
  return {
    remedied: rates.reduce((sum, rate) => sum + rate.remedied, 0),
    total: rates.reduce((sum, rate) => sum + rate.total, 0),
  };
}

/** Tỷ lệ vấn đề phát hiện đã xử lý: "3/7 vấn đề phát hiện = 42,86%"; "–" where there is none. */
export function remedyRateText({ remedied, total }: RemedyRate): string {
  if (total === 0) return '–';
  const percent = Fraction.of(String(remedied), String(total)).times('100').toDecimal(2);
  return `${whole(remedied)}/${whole(total)} vấn đề phát hiện = ${formatDecimal(percent, 2)}%`;
}

function whole(count: number): string {
  return formatDecimal(String(count));
}
