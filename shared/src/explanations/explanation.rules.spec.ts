import { DRAFT_STATES, mayDraft, type DraftAct } from './draft-state.rules.js';
import {
  SETTLINGS,
  STANCES,
  asksReason,
  explanationFaults,
  holdsDraftOpen,
  isTermOver,
  mayExplain,
  maySettle,
  settlingFaults,
  standingOf,
} from './explanation.rules.js';

const ACTS: DraftAct[] = ['revise', 'discard', 'put', 'explain', 'decide', 'close'];

it('a draft conclusion is changed before the unit has it, and answered, decided and closed after', () => {
  const ways = DRAFT_STATES.map((state) => [state, ACTS.filter((act) => mayDraft(state, act))]);
  expect(ways).toEqual([
    ['preparing', ['revise', 'discard', 'put']],
    ['put', ['explain', 'decide', 'close']],
    ['closed', []],
  ]);
});

describe('where a finding of a draft stands', () => {
  const everything = [null, ...SETTLINGS].flatMap((settling) =>
    [null, ...STANCES].flatMap((lastStance) => [false, true].map((isOver) => ({ settling, lastStance, isOver }))),
  );

  it.each([
    [null, false, 'waiting'],
    [null, true, 'silent'],
    ['agree', false, 'agreed'],
    ['agree', true, 'agreed'],
    ['disagree', false, 'disputed'],
    ['disagree', true, 'disputed'],
  ] as const)('follows from the last word of the unit, %s, and the term, over: %s', (lastStance, isOver, standing) => {
    expect(standingOf({ lastStance, settling: null }, isOver)).toBe(standing);
  });

  it('is what the team decided, whatever was said', () => {
    const decided = everything.filter(({ settling }) => settling !== null);
    expect(decided.map(({ isOver, ...words }) => standingOf(words, isOver))).toEqual(
      decided.map(({ settling }) => settling),
    );
  });

  it('lets the unit speak until it is decided, the team decide once, and nobody close over an open dispute', () => {
    const may = everything.map(({ isOver, ...words }) => {
      const standing = standingOf(words, isOver);
      return `${standing}: ${[mayExplain(standing) && 'explain', maySettle(standing) && 'settle', holdsDraftOpen(standing) && 'open'].filter(Boolean).join(' ')}`;
    });
    expect([...new Set(may)].sort()).toEqual([
      'agreed: explain settle',
      'change: ',
      'disputed: explain settle open',
      'drop: ',
      'keep: ',
      'silent: explain settle',
      'waiting: explain open',
    ]);
  });
});

it('the term is the unit’s to the end of its last day', () => {
  expect(['2026-03-10', '2026-03-11', '2026-03-12'].map((today) => isTermOver('2026-03-11', today))).toEqual([
    false,
    false,
    true,
  ]);
});

it('asks for a reason unless the team keeps what is not contested', () => {
  const asked = SETTLINGS.flatMap((settling) =>
    [null, ...STANCES].flatMap((stance) => (asksReason(settling, stance) ? [`${settling} after ${stance}`] : [])),
  );
  expect(asked).toEqual([
    'keep after disagree',
    'change after null',
    'change after agree',
    'change after disagree',
    'drop after null',
    'drop after agree',
    'drop after disagree',
  ]);
});

it.each([
  [{ settling: 'change', reason: 'Đúng là thiếu số.' }, ['text']],
  [{ settling: 'keep', text: 'Nội dung khác', reason: 'x' }, ['text']],
  [{ settling: 'drop', reason: '' }, ['reason']],
  [{ settling: 'change' }, ['text', 'reason']],
  [{ settling: 'change', text: 'Mới', reason: 'Số liệu đúng là 19/20.' }, []],
] as const)('finds what is wrong with the decision %j', (decision, paths) => {
  expect(settlingFaults(decision, 'disagree').map(({ path }) => path)).toEqual(paths);
});

it('asks for words with a dispute, and for one word a finding', () => {
  const said = (id: string, findingId: string, stance: 'agree' | 'disagree', text?: string) => {
    return { id, findingId, stance, ...(text ? { text } : {}) };
  };
  expect(explanationFaults([said('a', 'f', 'agree'), said('b', 'g', 'disagree', 'Đã niêm yết.')])).toEqual([]);
  const faults = explanationFaults([said('a', 'f', 'disagree'), said('b', 'f', 'agree'), said('a', 'g', 'agree')]);
  expect(faults.map(({ path }) => path)).toEqual([
    'explanations.0.text',
    'explanations.1.findingId',
    'explanations.2.findingId',
  ]);
});
