import { newId } from '../kernel/index.js';
import { readBatch, touchedBy, type ReplyReceipt } from './index.js';
import { aVisit, MemoryServer, RECEIVED_AT, TARGET, VERSION, VISIT } from '../testing/index.js';

const AT = '2026-11-20T08:15:22.113+07:00';
const rate = (numerator: string) => ({ numerator, denominator: '20' });
const lane = (n: number) => `6f1c24f5-3f52-4a89-8f8e-00000000000${n}`;
const file = (n: number) => ({
  id: `01970000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`,
  name: 'Ảnh.jpg',
  mime: 'image/jpeg',
  size: 300,
  sha256: String(n % 10).repeat(64),
});

type Raw = Record<string, unknown>;
const common = { visit: VISIT, version: VERSION, criterion: '3.3.1', at: AT, offset_ms: 0 };
const set = (value: unknown, change: Raw = {}): Raw => ({ ...common, kind: 'input.set', value, ...change });
const note = (value: string, change: Raw = {}): Raw => ({ ...common, kind: 'note.set', value, ...change });
const batch = (laneId: string, ops: Raw[], from = 1) => ({
  lane: laneId,
  first_seq: from,
  app_version: '0.1.0',
  ops: ops.map((op, index) => ({ seq: from + index, ...op })),
});

function outcomes(reply: { json: object }): string[] {
  const { receipts } = reply.json as { receipts: ReplyReceipt[] };
  return receipts.map(({ outcome, code, rev }) => [outcome, code, rev].filter((part) => part !== undefined).join(' '));
}

const KEY = `${TARGET}|3.3.1|input`;

describe('a batch', () => {
  it('judges a chain of offline edits by what its author had seen, through refused links too', () => {
    const server = new MemoryServer();
    const chain = [set(rate('1')), set(rate('2'), { base: { seq: 1 }, at: 'x' }), set(rate('3'), { base: { seq: 2 } })];
    expect(outcomes(server.push('an', batch(lane(1), chain)))).toEqual(['applied 1', 'invalid SCHEMA 1', 'applied 2']);
  });

  it('makes a conflict of an edit over a refused one when somebody came between', () => {
    const server = new MemoryServer();
    server.push('an', batch(lane(1), [set(rate('1'))]));
    server.push('binh', batch(lane(2), [set(rate('2'), { base: { rev: 1 }, at: 'x' })]));
    server.push('an', batch(lane(1), [set(rate('5'), { base: { seq: 1 } })], 2));
    const late = server.push('binh', batch(lane(2), [set(rate('3'), { base: { seq: 1 } })], 2));
    expect(outcomes(late)).toEqual(['conflict 1']);
    expect(server.cells.get(KEY)).toMatchObject({ rev: 2, value: rate('5'), siblings: [{ value: rate('3') }] });
  });

  it('follows an own operation that merged', () => {
    const server = new MemoryServer();
    server.push('an', batch(lane(1), [set(rate('1'))]));
    expect(
      outcomes(server.push('binh', batch(lane(2), [set(rate('1')), set(rate('2'), { base: { seq: 1 } })]))),
    ).toEqual(['merged 1', 'applied 2']);
  });

  it('tells a conflict what stands against it and when it came itself, also when it is told again', () => {
    const server = new MemoryServer();
    server.push('an', batch(lane(1), [set(rate('1'))]));
    const push = () => server.push('binh', batch(lane(2), [set(rate('2'))])).json;
    const expected = {
      receipts: [
        { outcome: 'conflict', current: { value: rate('1'), rev: 1, by: { account: 'an' } }, received_at: RECEIVED_AT },
      ],
    };
    expect(push()).toMatchObject(expected);
    expect(push()).toMatchObject(expected);
  });

  it('tells no time of a word in conflict that a later own one took the place of', () => {
    const server = new MemoryServer();
    server.push('an', batch(lane(1), [set(rate('1'))]));
    const { json } = server.push('binh', batch(lane(2), [set(rate('2')), set(rate('3'), { base: { seq: 1 } })]));
    const { receipts } = json as { receipts: ReplyReceipt[] };
    expect(receipts.map(({ received_at: at }) => at)).toEqual([undefined, RECEIVED_AT]);
  });

  it('takes that somebody is done whatever has become of the visit, changes nothing by it and waits for nobody', () => {
    const { criterion: _, ...ready } = { ...common, kind: 'visit.ready' };
    const server = new MemoryServer();
    server.push('an', batch(lane(1), [set(rate('1')), ready]));
    expect(outcomes(server.push('an', batch(lane(1), [set(rate('1')), ready])))).toEqual(['applied 1', 'applied']);
    expect([...server.cells.keys()]).toEqual([KEY]);
    const outcomeIn = (change: Parameters<typeof aVisit>[0]) =>
      outcomes(new MemoryServer(() => aVisit(change)).push('an', batch(lane(1), [ready])))[0];
    for (const change of [{ standing: 'former' }, { isOpen: false }, { version: newId() }] as const)
      expect(outcomeIn(change)).toBe('applied');
  });

  it('parks what the visit, its version or the membership no longer allows, and what is out of range', () => {
    const outcomeIn = (change: Parameters<typeof aVisit>[0], op: Raw = set(rate('1'))) =>
      outcomes(new MemoryServer(() => aVisit(change)).push('an', batch(lane(1), [op])))[0];
    expect(outcomeIn({ standing: 'former' })).toBe('parked NOT_MEMBER_NOW 0');
    expect(outcomeIn({ isOpen: false })).toBe('parked VISIT_FINAL 0');
    expect(outcomeIn({ version: newId() })).toBe('parked VERSION_CHANGED 0');
    expect(outcomeIn({}, set(rate('-1')))).toBe('parked OUT_OF_RANGE 0');
    expect(outcomeIn({}, set(rate('1'), { criterion: '9.9' }))).toBe('parked OUT_OF_RANGE 0');
    expect(outcomeIn({}, set(rate('1'), { base: { rev: 3 } }))).toBe('parked BASE_UNKNOWN 3');
  });

  it('keeps nothing but the place of what a stranger sends, and answers a replay without comparing', () => {
    const server = new MemoryServer(() => undefined);
    expect(outcomes(server.push('an', batch(lane(1), [set(rate('1'))])))).toEqual(['denied NEVER_MEMBER 0']);
    const place = { visit: VISIT, criterion: '3.3.1', field: 'input' };
    expect(server.log[0]?.logged[0]?.kept).toEqual({ seq: 1, code: 'NEVER_MEMBER', ...place });
    expect(outcomes(server.push('an', batch(lane(1), [set(rate('2'))])))).toEqual(['denied NEVER_MEMBER 0']);
  });

  it('reads a base only as an operation on the same cell', () => {
    const ops = [note('a'), set(rate('1'), { base: { seq: 1 } })];
    expect(outcomes(new MemoryServer().push('an', batch(lane(1), ops)))).toEqual(['applied 1', 'parked BASE_UNKNOWN']);
  });

  it('sees one cell through two visits to one target', () => {
    const second = newId();
    const server = new MemoryServer(() => aVisit());
    const ops = [set(rate('1')), set(rate('2'), { visit: second, base: { seq: 1 } })];
    expect(outcomes(server.push('an', batch(lane(1), ops)))).toEqual(['applied 1', 'applied 2']);
  });

  it('takes evidence as a set: adds commute, a removal stays', () => {
    const server = new MemoryServer();
    const add = (n: number): Raw => ({ ...common, kind: 'evidence.add', value: file(n) });
    const remove = { ...common, kind: 'evidence.remove', value: { id: file(1).id } };
    server.push('an', batch(lane(1), [add(1), add(2)]));
    const again = batch(lane(2), [
      add(1),
      remove,
      remove,
      add(1),
      { ...add(1), value: { ...file(1), size: 7 } },
      add(3),
    ]);
    expect(outcomes(server.push('binh', again))).toEqual([
      'merged',
      'applied',
      'merged',
      'merged',
      'parked BASE_UNKNOWN',
      'applied',
    ]);
    expect(server.evidence.get(file(1).id)).toMatchObject({ by: { account: 'an' }, removed: { account: 'binh' } });
    expect(server.evidence.size).toBe(3);
  });

  it('names beforehand everything it will ask for', () => {
    const add = { ...common, kind: 'evidence.add', value: file(1) };
    const read = readBatch(batch(lane(1), [set(rate('1'), { base: { seq: 3 } }), note(''), add], 5));
    expect(touchedBy(read?.entries ?? [], () => aVisit())).toEqual({
      cells: [KEY, `${TARGET}|3.3.1|note`],
      evidence: [file(1).id],
      earlier: [3],
    });
  });
});

describe('a lane', () => {
  it('answers 409 to a gap and 403 to another account', () => {
    const server = new MemoryServer();
    server.push('an', batch(lane(1), [note('a')]));
    expect(server.push('an', batch(lane(1), [note('c')], 3))).toMatchObject({
      status: 409,
      json: { details: { acked_through: 1 } },
    });
    expect(server.push('binh', batch(lane(1), [note('c')], 2))).toMatchObject({ status: 403 });
  });

  it('takes nothing from the first number that comes with another content (I5)', () => {
    const server = new MemoryServer();
    server.push('an', batch(lane(1), [note('a'), note('b', { base: { seq: 1 } })]));
    const cloned = server.push('an', batch(lane(1), [note('a'), note('other'), note('c')]));
    expect(cloned.json).toMatchObject({ acked_through: 2, reused_from: 2, receipts: [{ seq: 1, outcome: 'applied' }] });
  });
});
