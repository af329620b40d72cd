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

/** Tỷ lệ vấn đề phát hiện đã xử lý: "3/7 vấn đề phát hiện = 42,9%"; "–" where there is none. */
export function remedyRateText({ remedied, total }: RemedyRate): string {
  if (total === 0) return '–';
  const tenths = Math.round((remedied * 1000) / total);
  return `${remedied}/${total} vấn đề phát hiện = ${formatDecimal(String(tenths / 10), 1)}%`;
}
