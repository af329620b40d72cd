import { decisionFaults, openFindings, reportFaults, standingsOf, type FindingWord } from './finding-word.rules.js';

const words: FindingWord[] = [
  { findingId: 'a', standing: 'done' },
  { findingId: 'b', standing: 'doing' },
  { findingId: 'a', standing: 'accepted' },
  { findingId: 'b', standing: 'returned' },
];

describe('the findings of a recipient', () => {
  it('stand by the last word about each', () => {
    expect([...standingsOf(words)]).toEqual([
      ['a', 'accepted'],
      ['b', 'returned'],
    ]);
  });

  it('stay open until they are accepted, also those nobody has spoken of', () => {
    expect(openFindings(['a', 'b', 'c'], words)).toEqual(['b', 'c']);
    expect(openFindings([], words)).toEqual([]);
  });
});

const pathsOf = (faults: { path: string }[]) => faults.map(({ path }) => path);

describe('a report', () => {
  const done = { findingId: 'b', standing: 'done', doneOn: '2026-05-15' } as const;
  const faults = (report: Parameters<typeof reportFaults>[0], open = ['b', 'c']) =>
    pathsOf(reportFaults(report, open, '2026-05-15'));

  it('tells of each open finding once', () => {
    const doing = { findingId: 'c', standing: 'doing', doneOn: '2026-06-30' } as const;
    expect(faults({ findings: [done, doing] })).toEqual([]);
    expect(faults({ findings: [done] })).toEqual(['findings']);
    expect(faults({ text: 'Đã xong.' })).toEqual(['findings']);
    expect(faults({ findings: [done, doing, done] })).toEqual(['findings.2.findingId']);
    expect(faults({ findings: [done, doing, { ...doing, findingId: 'a' }] })).toEqual(['findings.2.findingId']);
  });

  it('has a text where there is no finding to tell of', () => {
    expect(faults({ text: ' ' }, [])).toEqual(['text']);
    expect(faults({ text: 'Đã xong.' }, [])).toEqual([]);
  });

  it('was not done on a day to come', () => {
    expect(faults({ findings: [{ ...done, doneOn: '2026-05-16' }] }, ['b'])).toEqual(['findings.0.doneOn']);
  });
});

it('a decision is about each open finding, and a return says why', () => {
  const faults = (decisions: Parameters<typeof decisionFaults>[0]) => pathsOf(decisionFaults(decisions, ['b', 'c']));
  const accepted = { findingId: 'b', standing: 'accepted' } as const;
  expect(faults([accepted, { findingId: 'c', standing: 'returned', comment: 'Thiếu ảnh.' }])).toEqual([]);
  expect(faults([accepted, { findingId: 'c', standing: 'returned', comment: ' ' }])).toEqual(['decisions.1.comment']);
  expect(faults([accepted])).toEqual(['decisions']);
  expect(faults([accepted, accepted, { ...accepted, findingId: 'c' }])).toEqual(['decisions.1.findingId']);
});
