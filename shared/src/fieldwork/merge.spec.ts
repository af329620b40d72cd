import { EMPTY_CELL, judge, record, type Cell, type CellValue, type SiblingRef } from './index.js';

/** A hand-made history: who says what on top of which revision, and what the cell then holds. */
class Story {
  cell: Cell = EMPTY_CELL;
  outcomes: string[] = [];

  say(who: string, seq: number, value: CellValue, seen: number, settles?: SiblingRef[], isLead = false): this {
    const by = { lane: `lane-${who}`, seq, account: who, received_at: '' };
    const saying = { word: { value, by }, seen, settles };
    const { outcome, code } = judge(this.cell, saying, isLead);
    this.cell = record(this.cell, saying, outcome);
    this.outcomes.push(code ?? outcome);
    return this;
  }

  /** "r2 value(author) | sibling(author)": what an official would see on the card. */
  get told(): string {
    const { rev, value, by, siblings } = this.cell;
    const word = (said: CellValue, who: string | undefined) =>
      `${said === null || typeof said === 'string' ? said : JSON.stringify(said)}(${who ?? ''})`;
    return [`r${rev} ${word(value, by?.account)}`, ...siblings.map((one) => word(one.value, one.by.account))].join(
      ' | ',
    );
  }
}

const story = () => new Story();
const ref = (who: string, seq: number): SiblingRef => ({ lane: `lane-${who}`, seq });

describe('two inspectors, one cell', () => {
  it('takes a value on the current revision', () => {
    const told = story().say('an', 1, 'x', 0).say('binh', 1, 'y', 1);
    expect([told.told, told.outcomes]).toEqual(['r2 y(binh)', ['applied', 'applied']]);
  });

  it('agrees on an equal value and keeps its first author', () => {
    const told = story().say('an', 1, 'x', 0).say('binh', 1, 'x', 0);
    expect([told.told, told.outcomes]).toEqual(['r1 x(an)', ['applied', 'merged']]);
  });

  it('keeps the earlier acknowledged value effective and the later one beside it', () => {
    const told = story().say('an', 1, 'x', 0).say('binh', 1, 'y', 0).say('chi', 1, 'z', 0);
    expect([told.told, told.outcomes]).toEqual(['r1 x(an) | y(binh) | z(chi)', ['applied', 'conflict', 'conflict']]);
  });

  it('treats a clear like any other value', () => {
    expect(story().say('an', 1, 'x', 0).say('binh', 1, null, 0).told).toBe('r1 x(an) | null(binh)');
    expect(story().say('an', 1, 'x', 0).say('an', 2, null, 1).say('binh', 1, 'y', 1).told).toBe(
      'r2 null(an) | y(binh)',
    );
    expect(story().say('an', 1, null, 0).say('binh', 1, null, 0).outcomes).toEqual(['applied', 'merged']);
  });

  it('makes one sibling of a chain of edits, holding its last word', () => {
    const told = story().say('an', 1, 'x', 0).say('binh', 1, 'y', 0).say('binh', 2, 'z', 0).say('binh', 3, 'w', 0);
    expect(told.told).toBe('r1 x(an) | w(binh)');
  });

  it('ends the disagreement when the later author comes round', () => {
    const told = story().say('an', 1, 'x', 0).say('binh', 1, 'y', 0).say('binh', 2, 'x', 0);
    expect([told.told, told.outcomes.at(-1)]).toEqual(['r1 x(an)', 'merged']);
  });

  it('ends the disagreement when the first author takes over the other value', () => {
    expect(story().say('an', 1, 'x', 0).say('binh', 1, 'y', 0).say('an', 2, 'y', 1).told).toBe('r2 y(an)');
  });

  it('follows a disputed value of somebody else without pushing it out of sight', () => {
    const dispute = () => story().say('an', 1, 'x', 0).say('binh', 1, 'y', 0);
    expect(dispute().say('chi', 1, 'z', 1).told).toBe('r2 z(chi) | y(binh) | x(an)');
    expect(dispute().say('binh', 2, 'z', 1).told).toBe('r2 z(binh) | x(an)');
    expect(dispute().say('an', 2, 'z', 1).told).toBe('r2 z(an) | y(binh)');
  });

  it('parks what claims a revision that never was', () => {
    const told = story().say('an', 1, 'x', 0).say('binh', 1, 'y', 9);
    expect([told.told, told.outcomes.at(-1)]).toEqual(['r1 x(an)', 'BASE_UNKNOWN']);
  });
});

describe('the end of a disagreement', () => {
  const dispute = () => story().say('an', 1, 'x', 0).say('binh', 1, 'y', 0);

  it('is the word of the lead', () => {
    expect(dispute().say('lead', 1, 'y', 1, [ref('binh', 1)], true).told).toBe('r2 y(lead)');
    expect(dispute().say('lead', 1, 'x', 1, [ref('binh', 1)], true).told).toBe('r2 x(lead)');
    expect(dispute().say('lead', 1, 'new', 1, [ref('binh', 1)], true).told).toBe('r2 new(lead)');
  });

  it('does not cover a sibling that the lead had not seen', () => {
    const told = dispute()
      .say('chi', 1, 'z', 0)
      .say('lead', 1, 'y', 1, [ref('binh', 1)], true);
    expect(told.told).toBe('r2 y(lead) | z(chi)');
    const extended = dispute()
      .say('binh', 2, 'w', 0)
      .say('lead', 1, 'x', 1, [ref('binh', 1)], true);
    expect(extended.told).toBe('r2 x(lead) | w(binh)');
  });

  it('is opened again by a sibling that arrives later', () => {
    const told = dispute()
      .say('lead', 1, 'y', 1, [ref('binh', 1)], true)
      .say('chi', 1, 'z', 1);
    expect([told.told, told.outcomes.at(-1)]).toEqual(['r2 y(lead) | z(chi)', 'conflict']);
  });

  it('is not overwritten by a second decision made without the first', () => {
    const first = dispute().say('lead', 1, 'x', 1, [ref('binh', 1)], true);
    const told = first.say('deputy', 1, 'y', 1, [ref('binh', 1)], true);
    expect([told.told, told.outcomes.at(-1)]).toEqual(['r2 x(lead) | y(deputy)', 'conflict']);
    const agreeing = dispute().say('lead', 1, 'x', 1, [ref('binh', 1)], true);
    expect(agreeing.say('deputy', 1, 'x', 1, [ref('binh', 1)], true).told).toBe('r3 x(deputy)');
  });

  it('is not the word of one author: it is kept until the other one agrees', () => {
    const told = dispute().say('an', 2, 'z', 1, [ref('binh', 1)]);
    expect([told.told, told.outcomes.at(-1)]).toEqual(['r1 x(an) | y(binh) | z(an)', 'conflict']);
    expect(told.say('binh', 2, 'w', 1, [ref('binh', 1)]).told).toBe('r1 x(an) | z(an) | w(binh)');
    expect(told.say('binh', 3, 'z', 1, [ref('binh', 2)]).told).toBe('r2 z(binh)');
  });

  it('is reached when one author yields to the other', () => {
    expect(dispute().say('binh', 2, 'x', 1, []).told).toBe('r1 x(an)');
    expect(dispute().say('an', 2, 'y', 1, [ref('binh', 1)]).told).toBe('r2 y(an)');
  });

  it('is not the word of a third person, whose value is one more opinion', () => {
    expect(dispute().say('chi', 1, 'y', 1, [ref('binh', 1)]).told).toBe('r1 x(an) | y(binh) | y(chi)');
  });
});
