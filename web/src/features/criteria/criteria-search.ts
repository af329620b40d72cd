import { isScored, measureText, ruleText, type Criterion } from '@kiemtra/shared/criteria';
import { foldText } from '@kiemtra/shared/kernel';

/** Everything a criterion says, as it is searched: without tone marks. */
function searchText(criterion: Criterion): string {
  const { code, text, guidance, suggestions } = criterion;
  const rule = isScored(criterion) ? [ruleText(criterion), measureText(criterion.rule)] : [];
  return foldText([code, text, guidance, ...suggestions, ...rule].filter(Boolean).join(' \n'));
}

/** The criteria that say what is looked for, with what stands above them and, where it is a whole, its parts. */
export function foundCriteria(criteria: readonly Criterion[], search: string): readonly Criterion[] {
  const wanted = foldText(search);
  if (wanted === '') return criteria;
  const found = new Set<string>();
  for (const criterion of criteria) {
    const isPartOfFound = criterion.parentKey !== null && found.has(criterion.parentKey);
    if (isPartOfFound || searchText(criterion).includes(wanted)) found.add(criterion.key);
  }
  // From the last row up: whatever stands above something found is shown with it.
  for (const { key, parentKey } of criteria.toReversed())
    if (parentKey !== null && found.has(key)) found.add(parentKey);
  return criteria.filter(({ key }) => found.has(key));
}
