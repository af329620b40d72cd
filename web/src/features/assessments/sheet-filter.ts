import { isScored, type AreaCode, type Criterion, type Result, type ScoredCriterion } from '@kiemtra/shared/criteria';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';

type Results = ReadonlyMap<string, Result>;

/** What of a sheet is shown. */
export interface Shown {
  /** One area; '' for all. */
  area: AreaCode | '';
  /** Only what is not yet answered. */
  isOpenOnly: boolean;
  /** Only what people disagree on. */
  isDisputedOnly: boolean;
  /** Only the areas given to this member. */
  isMineOnly: boolean;
}

export const ALL: Shown = { area: '', isOpenOnly: false, isDisputedOnly: false, isMineOnly: false };

/** Address names. */
const AREA = 'linh-vuc';
const OPEN = 'chua-cham';
const DISPUTED = 'khac-nhau';
const MINE = 'cua-toi';
const CURRENT = 'tieu-chi';

interface SheetAddress {
  shown: Shown;
  /** Key of the criterion in hand; null before the first. */
  current: string | null;
  /** Changes any of it in one step. */
  go: (to: { shown?: Shown; current?: string }) => void;
}

/** Filter and criterion in hand stand in the address: a reload lands where one was. */
export function useSheetAddress(): SheetAddress {
  const [params, setParams] = useSearchParams();
  // What was asked for last may not be drawn yet: the next step goes on from there.
  const asked = useRef(params);
  useEffect(() => {
    asked.current = params;
  }, [params]);
  const set = (next: URLSearchParams, name: string, value: string) =>
    value === '' ? next.delete(name) : next.set(name, value);
  return {
    shown: {
      area: (params.get(AREA) ?? '') as AreaCode | '',
      isOpenOnly: params.has(OPEN),
      isDisputedOnly: params.has(DISPUTED),
      isMineOnly: params.has(MINE),
    },
    current: params.get(CURRENT),
    go({ shown, current }) {
      const next = new URLSearchParams(asked.current);
      if (shown) {
        set(next, AREA, shown.area);
        set(next, OPEN, shown.isOpenOnly ? '1' : '');
        set(next, DISPUTED, shown.isDisputedOnly ? '1' : '');
        set(next, MINE, shown.isMineOnly ? '1' : '');
      }
      if (current !== undefined) set(next, CURRENT, current);
      asked.current = next;
      setParams(next, { replace: true });
    },
  };
}

/** The criteria that a filter leaves, in printed order. */
export function shownCriteria(
  criteria: readonly Criterion[],
  { area, isOpenOnly, isDisputedOnly, isMineOnly }: Shown,
  own: readonly AreaCode[],
  isOpen: (key: string) => boolean,
  isDisputed: (key: string) => boolean,
): ScoredCriterion[] {
  return criteria
    .filter(isScored)
    .filter(
      (one) =>
        (area === '' || one.area === area) &&
        (!isMineOnly || own.includes(one.area)) &&
        (!isOpenOnly || isOpen(one.key)) &&
        (!isDisputedOnly || isDisputed(one.key)),
    );
}

/**
 * Keys without an answer when the filter was set: what is answered meanwhile stays under the thumb until the filter is set
 * anew, and so does the criterion that a reload lands on.
 */
export function useOpenSince(shown: Shown, results: Results, arrival: string | null): (key: string) => boolean {
  const name = `${shown.area}|${shown.isOpenOnly}|${shown.isDisputedOnly}|${shown.isMineOnly}`;
  const [since, setSince] = useState({ name, answered: new Set(results.keys()), arrival });
  if (since.name !== name) setSince({ name, answered: new Set(results.keys()), arrival: null });
  return (key) => !since.answered.has(key) || key === since.arrival;
}

/** The next criterion without an answer after one, from the top again at the end; null when all are answered. */
export function nextOpen(criteria: readonly ScoredCriterion[], results: Results, from: string | null): string | null {
  const start = criteria.findIndex(({ key }) => key === from) + 1;
  const inTurn = [...criteria.slice(start), ...criteria.slice(0, start)];
  return inTurn.find(({ key }) => !results.has(key))?.key ?? null;
}

/** The criteria with the headings above them that they stand under. */
export function withHeadings(
  criteria: readonly Criterion[],
  shown: readonly ScoredCriterion[],
): (Criterion | ScoredCriterion)[] {
  const byKey = new Map(criteria.map((one) => [one.key, one]));
  const kept = new Set<string>();
  for (const { key } of shown) {
    for (let at: string | null = key; at !== null && !kept.has(at); at = byKey.get(at)?.parentKey ?? null) kept.add(at);
  }
  return criteria.filter(({ key }) => kept.has(key));
}
