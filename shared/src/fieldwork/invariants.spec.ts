import fc from 'fast-check';
import { cellOf, fold, operationKind, type ReplyReceipt } from './index.js';
import { CRITERIA, MemoryServer, TARGET, VERSION, VISIT } from '../testing/index.js';

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

const COUNT_ID = '01970000-0000-7000-8000-000000000201';
const headCount = (present: number) => ({
  date: '2026-11-20',
  time: '07:45',
  expected: 20,
  present,
  absentWithReason: 0,
  absentWithoutReason: 20 - present,
  badgesWorn: 0,
  nameBoards: { expected: 0, present: 0 },
  persons: [],
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

/** Any operations of one lane, each building on the last one of its cell, good ones and bad ones. */
const fieldOf = fc.constantFrom('input', 'note', 'evidence', 'headcount', 'ready');
const anOp = fc.record({
  field: fieldOf,
  criterion: fc.constantFrom('1.1', '1.2'),
  n: fc.nat(4),
  flaw: fc.constantFrom('', '', '', '', 'schema', 'range', 'base', 'clear', 'resolve'),
});
type Plan = typeof anOp extends fc.Arbitrary<infer T> ? T : never;

function written(plans: readonly Plan[], of: (n: number) => number): Raw[] {
  const last = new Map<string, number>();
  return plans.map(({ field, criterion, n, flaw }, index) => {
    const place = field === 'headcount' ? field : `${criterion}${field}`;
    const seq = last.get(place);
    const chained: Raw = { ...common, criterion, ...(seq !== undefined && { base: { seq } }) };
    last.set(place, index + 1);
    const value = rate(flaw === 'range' ? '-1' : String(of(n)));
    if (field === 'ready') {
      const { criterion: _, base: __, ...ofVisit } = chained;
      return { ...ofVisit, kind: 'visit.ready' };
    }
    if (flaw === 'schema') return { ...chained, kind: 'input.set' };
    if (flaw === 'base') return { ...common, criterion, kind: 'note.set', value: 'x', base: { rev: 99 } };
    if (field === 'evidence') return { ...common, criterion: '1.1', kind: 'evidence.add', value: file(of(n)) };
    if (flaw === 'resolve' && field === 'input') {
      return {
        ...chained,
        kind: 'conflict.resolve',
        value: { field: 'input', siblings: [{ lane: lane(1), seq: 1 }], chosen: value },
      };
    }
    if (field === 'note') return { ...chained, kind: 'note.set', value: String(of(n)) };
    if (field === 'headcount') {
      const { criterion: _, ...ofTarget } = chained;
      return { ...ofTarget, kind: 'headcount.set', value: { id: COUNT_ID, count: headCount(of(n)) } };
    }
    return flaw === 'clear' ? { ...chained, kind: 'input.clear' } : { ...chained, kind: 'input.set', value };
  });
}

const lanes = fc.array(fc.array(anOp, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 3 });
/** Which lane sends its next piece, and how many operations it holds. */
const schedule = fc.array(fc.record({ lane: fc.nat(2), size: fc.integer({ min: 1, max: 5 }) }), { maxLength: 30 });
type Piece = typeof schedule extends fc.Arbitrary<(infer T)[]> ? T : never;

/** Sends everything, in pieces in the scheduled order, then the rest. */
function run(
  ops: readonly Raw[][],
  pieces: readonly Piece[],
  server = new MemoryServer(),
  after: (event: object) => void = () => undefined,
) {
  const sent = ops.map(() => 0);
  const send = (index: number, size: number) => {
    const from = sent[index] ?? 0;
    const part = (ops[index] ?? []).slice(from, from + size);
    if (part.length === 0) return;
    const body = batch(lane(index + 1), part, from + 1);
    after({ body, reply: server.push(`account-${index}`, body) });
    sent[index] = from + part.length;
  };
  for (const piece of pieces) send(piece.lane % ops.length, piece.size);
  ops.forEach((_, index) => send(index, Infinity));
  return server;
}

const repeated = (plans: readonly Plan[][]) => plans.map((plan) => written(plan, (n) => n));
/** Lanes that never say the same by chance. */
const distinct = (plans: readonly Plan[][]) => plans.map((plan, index) => written(plan, (n) => n * 3 + index));
const stored = (server: MemoryServer) => ({ cells: server.cells, evidence: server.evidence });
const source = { target: () => TARGET, criterion: (_: string, key: string) => CRITERIA.get(key) };

describe('whatever is sent, in whatever pieces', () => {
  it('I1, I6: every acknowledged operation is found under its number with its content and author', () => {
    fc.assert(
      fc.property(lanes, schedule, (plans, pieces) => {
        const ops = repeated(plans);
        const server = run(ops, pieces);
        ops.forEach((own, index) =>
          own.forEach((op, place) => {
            const found = server.lanes.get(lane(index + 1))?.log[place];
            if (found?.receipt.outcome === 'invalid') expect(op).not.toHaveProperty('value');
            else expect(found?.kept).toEqual({ seq: place + 1, ...op });
          }),
        );
      }),
    );
  });

  it('I4: a replay of any piece at any time changes nothing and returns the same outcomes', () => {
    fc.assert(
      fc.property(lanes, schedule, fc.nat(), (plans, pieces, pick) => {
        const seen: { body: object; outcomes: string[]; account: string }[] = [];
        const server = run(repeated(plans), pieces, new MemoryServer(), (event) => {
          const { body, reply } = event as { body: { lane: string }; reply: { json: object } };
          seen.push({ body, outcomes: outcomes(reply), account: `account-${Number(body.lane.at(-1)) - 1}` });
        });
        const before = structuredClone({ ...stored(server), log: server.log });
        for (let step = 0; step < seen.length; step += 1) {
          const one = seen[(pick + step * 7) % seen.length];
          if (one) expect(outcomes(server.push(one.account, one.body))).toEqual(one.outcomes);
        }
        expect({ ...stored(server), log: server.log }).toEqual(before);
      }),
    );
  });

  it('I4: how a lane is cut into batches changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anOp, { minLength: 1, maxLength: 20 }), schedule, (plan, pieces) => {
        const ops = repeated([plan]);
        expect(stored(run(ops, pieces))).toEqual(stored(run(ops, [])));
      }),
    );
  });

  it('I7: different values said without knowing each other are both kept, the first one effective', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(20), { minLength: 2, maxLength: 3 }), (values) => {
        const server = run(
          values.map((value) => [set(rate(String(value)))]),
          values.map((_, index) => ({ lane: index, size: 1 })),
        );
        const [first, ...rest] = values.map((value) => rate(String(value)));
        expect(server.cells.get(KEY)).toMatchObject({
          rev: 1,
          value: first,
          siblings: rest.map((value) => ({ value })),
        });
      }),
    );
  });

  it('I8: a revision grows by one with each applied operation and with nothing else', () => {
    fc.assert(
      fc.property(lanes, schedule, (plans, pieces) => {
        const server = run(repeated(plans), pieces);
        const applied = new Map<string, number>();
        for (const { logged } of server.log) {
          for (const { kept, receipt } of logged) {
            if (receipt.outcome !== 'applied' || !('kind' in kept) || !operationKind(kept.kind).based) continue;
            const key = cellOf(kept, () => ({ target: TARGET })) ?? '';
            applied.set(key, (applied.get(key) ?? 0) + 1);
            expect(receipt.rev).toBe(applied.get(key));
          }
        }
        expect(new Map([...server.cells].map(([key, { rev }]) => [key, rev]))).toEqual(applied);
      }),
    );
  });

  it('I10: the answers equal the fold of the log', () => {
    fc.assert(
      fc.property(lanes, schedule, (plans, pieces) => {
        const server = run(repeated(plans), pieces);
        expect(fold(server.log, source)).toEqual(stored(server));
      }),
    );
  });

  it('I11: the order in which devices arrive decides which value is effective, not which values are kept', () => {
    const plain = anOp.map((op): Plan => ({ ...op, flaw: '' }));
    const offline = fc.array(fc.array(plain, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 3 });
    fc.assert(
      fc.property(offline, schedule, schedule, (plans, one, other) => {
        const kept = (server: MemoryServer) =>
          [...server.cells]
            .map(([key, cell]) => [
              key,
              ...[cell.value, ...cell.siblings.map(({ value }) => value)].map((v) => JSON.stringify(v)).sort(),
            ])
            .sort();
        const [a, b] = [run(distinct(plans), one), run(distinct(plans), other)];
        expect(kept(a)).toEqual(kept(b));
        expect([...a.evidence.keys()].sort()).toEqual([...b.evidence.keys()].sort());
      }),
    );
  });

  it('I12, I13: every operation of every piece has its outcome, whatever its neighbours are', () => {
    const anything = fc.array(
      fc.oneof(
        fc.jsonValue(),
        anOp.map((plan) => written([plan], (n) => n)[0]),
      ),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(anything, (ops) => {
        const server = new MemoryServer();
        const body = { lane: lane(1), first_seq: 1, app_version: '1', ops };
        expect(outcomes(server.push('an', body))).toHaveLength(ops.length);
        const next = server.push('an', batch(lane(1), [note('last', { criterion: '3.3.1' })], ops.length + 1));
        expect(outcomes(next)).toEqual(['applied 1']);
      }),
    );
  });

  it('I14: every value stands under the account whose session sent it', () => {
    fc.assert(
      fc.property(lanes, schedule, (plans, pieces) => {
        const server = run(repeated(plans), pieces);
        for (const { by, siblings } of server.cells.values()) {
          for (const one of [by, ...siblings.map((sibling) => sibling.by)]) {
            expect(one?.account).toBe(`account-${Number(one?.lane.at(-1)) - 1}`);
          }
        }
      }),
    );
  });

  it('I19: the clock of a device changes no outcome', () => {
    const skewed = (ops: Raw[][]) =>
      ops.map((own) => own.map((op) => ({ ...op, at: '1970-01-01T00:00:00Z', offset_ms: -1e12 })));
    const results = (server: MemoryServer) => server.log.map(({ logged }) => logged.map(({ receipt }) => receipt));
    fc.assert(
      fc.property(lanes, schedule, (plans, pieces) => {
        expect(results(run(skewed(repeated(plans)), pieces))).toEqual(results(run(repeated(plans), pieces)));
      }),
    );
  });
});
