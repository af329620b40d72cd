import { judgeRun, type Kept, type Said } from './history.js';

const operation = (seq: number) => ({ seq, kind: 'note.set', value: `mark-${seq}` });
const receipt = { outcome: 'applied', rev: 1 } as const;
const said = (seq: number, told: Said['told'] = [receipt]): Said => {
  return { lane: 'a', seq, mark: `mark-${seq}`, operation: operation(seq), told };
};
const kept = (seq: number, changes: Partial<Kept> = {}): Kept => {
  return { lane: 'a', seq, mark: `mark-${seq}`, operation: operation(seq), receipt, ...changes };
};
const faultsOf = (one: Said[], other: Kept[]) => judgeRun(one, other).faults;

describe('the check of a run', () => {
  it('finds nothing where everything acknowledged is kept once, as it was said', () => {
    expect(judgeRun([said(1), said(2), said(3, [])], [kept(1), kept(2)])).toEqual({ acknowledged: 2, faults: [] });
  });

  it('finds nothing wrong with an operation that took effect although its reply never came', () => {
    expect(faultsOf([said(1), said(2, [])], [kept(1), kept(2)])).toEqual([]);
  });

  it.each<[string, Said[], Kept[], RegExp]>([
    ['an acknowledged operation that is gone', [said(1), said(2)], [kept(1)], /a\/2: was acknowledged and is lost/],
    ['another content', [said(1)], [kept(1, { operation: { seq: 1 } })], /another content/],
    ['an operation nobody said', [said(1)], [kept(1), kept(2)], /a\/2: was never said/],
    ['a number that stands twice', [said(1)], [kept(1), kept(1, { mark: null })], /stands twice/],
    [
      'an effect under a second lane',
      [said(1)],
      [kept(1), kept(1, { lane: 'b' })],
      /b\/1: took effect before, as a\/1/,
    ],
    [
      'a replay told otherwise',
      [said(1, [receipt, { outcome: 'merged', rev: 1 }])],
      [kept(1)],
      /told applied 1 and merged 1/,
    ],
    ['a gap in a lane', [said(1), said(3)], [kept(1), kept(3)], /a: number 2 is missing/],
    ['a run in which nothing was acknowledged', [said(1, [])], [], /nothing was acknowledged/],
  ])('reports %s', (_, one, other, fault) => {
    expect(faultsOf(one, other)).toEqual(expect.arrayContaining([expect.stringMatching(fault)]));
  });
});
