import type { AssessedCriterionView } from '@kiemtra/shared/assessments';
import { foldText } from '@kiemtra/shared/kernel';
import { SEARCH_PARAM, useUrlState } from '../../ui/url-state.js';

/** Address values of the filter by result. */
const RESULTS: Record<string, { label: string; has: (row: AssessedCriterionView) => boolean }> = {
  'chua-dat': { label: 'Chưa đạt, bị trừ điểm', has: ({ answer }) => answer?.outcome === 'short' },
  dat: { label: 'Đạt, đủ điểm', has: ({ answer }) => answer?.outcome === 'full' },
  'khong-tinh': {
    label: 'Không kiểm tra, không áp dụng',
    has: ({ answer }) => answer?.outcome === 'excluded' || answer?.outcome === 'not_checked',
  },
  'khac-nhau': { label: 'Có ý kiến khác nhau', has: ({ answer }) => (answer?.disputes.length ?? 0) > 0 },
  'chua-cham': { label: 'Chưa chấm', has: ({ answer }) => (answer?.outcome ?? null) === null },
};

export const RESULT_FILTERS = Object.entries(RESULTS).map(([value, { label }]) => ({ value, label }));

export function useAssessmentFilter() {
  const [search] = useUrlState(SEARCH_PARAM);
  const [area, setArea] = useUrlState('linh-vuc');
  const [result, setResult] = useUrlState('ket-qua');
  return { search, area, setArea, result, setResult };
}

/** The criteria that match, under the rows they stand under. */
export function filteredRows(
  rows: readonly AssessedCriterionView[],
  { search, area, result }: { search: string; area: string; result: string },
): AssessedCriterionView[] {
  const words = foldText(search);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const kept = new Set<string>();
  for (const row of rows) {
    const isShown =
      row.isScored &&
      (area === '' || row.area === area) &&
      (RESULTS[result]?.has(row) ?? true) &&
      foldText(`${row.code} ${row.text} ${row.answer?.note ?? ''}`).includes(words);
    if (!isShown) continue;
    for (let key: string | null = row.key; key !== null; key = byKey.get(key)?.parentKey ?? null) kept.add(key);
  }
  return rows.filter(({ key }) => kept.has(key));
}
