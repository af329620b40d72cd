import fc from 'fast-check';
import { backoffMs, decide, retryAfterMs, type Answer } from './index.js';

const lane = '6f1c24f5-3f52-4a89-8f8e-111111111111';
const sent = { lane, first_seq: 5, count: 2, digest: 'sha-256=:x:' };
const now = Date.parse('2026-11-20T01:00:00Z');
const receipts = [
  { seq: 5, outcome: 'applied', rev: 1 },
  { seq: 6, outcome: 'conflict', rev: 0 },
];
const reply = { protocol: 1, digest: sent.digest, lane, acked_through: 6, receipts };
const answer = (change: Partial<Answer>) =>
  decide({ status: 200, json: reply, retryAfter: null, ...change }, sent, now);
const said = (change: object) => answer({ json: { ...reply, ...change } }).do;
const problem = (status: number, code: string, details?: object) =>
  answer({ status, json: { code, title: 'Vì sao', details } });

describe('the answer to a batch', () => {
  it('is stored when it surely is the word of the server about these operations', () => {
    expect(answer({})).toEqual({ do: 'store', reply });
    expect(said({ acked_through: 9 })).toBe('store');
    expect(said({ acked_through: 9, reused_from: 6, receipts: receipts.slice(0, 1) })).toBe('store');
  });

  it.each([
    ['another protocol', { protocol: 2 }],
    ['no echo of the digest', { digest: undefined }],
    ['the echo of another body', { digest: 'sha-256=:y:' }],
    ['another lane', { lane: 'x' }],
    ['a missing receipt', { receipts: receipts.slice(1) }],
    ['receipts of other numbers', { receipts: [...receipts].reverse() }],
    ['an unknown outcome', { receipts: [receipts[0], { seq: 6, outcome: 'lost' }] }],
    ['an acknowledgement that falls short', { acked_through: 5 }],
    ['a reuse outside of the batch', { reused_from: 9 }],
  ])('I24: is an unknown outcome with %s', (_, change) => expect(said(change)).toBe('retry'));

  it.each<[string, number, unknown, string]>([
    ['a page of a captive portal', 200, undefined, 'captive'],
    ['JSON of somebody else', 200, { ok: true }, 'captive'],
    ['a redirect', 302, undefined, 'captive'],
    ['a network that wants a login', 511, undefined, 'captive'],
    ['a broken server', 500, { code: 'request.bug' }, 'server'],
    ['a gateway', 502, undefined, 'server'],
  ])('is an unknown outcome from %s', (_, status, json, because) => {
    expect(answer({ status, json })).toEqual({ do: 'retry', because });
  });

  it('is an unknown outcome when none came', () => {
    expect(decide(null, sent, now)).toEqual({ do: 'retry', because: 'unreachable' });
  });

  it('follows the table for refusals of the whole request', () => {
    expect(problem(400, 'fieldwork.digest-mismatch')).toEqual({ do: 'resend' });
    expect(problem(400, 'request.malformed')).toEqual({ do: 'bisect' });
    expect(problem(401, 'request.unauthenticated')).toEqual({ do: 'login' });
    expect(problem(403, 'fieldwork.foreign-lane')).toEqual({ do: 'blocked', reason: 'Vì sao' });
    expect(answer({ status: 403, json: undefined })).toEqual({ do: 'blocked', reason: null });
    expect(problem(409, 'fieldwork.seq-gap', { acked_through: 2 })).toEqual({ do: 'rewind', from: 3 });
    expect(problem(409, 'fieldwork.seq-gap', { acked_through: 8 })).toEqual({ do: 'retry', because: 'server' });
    expect(problem(409, 'request.stale')).toEqual({ do: 'bisect' });
    expect(problem(413, 'request.too-large')).toEqual({ do: 'halve' });
    expect(problem(422, 'request.invalid')).toEqual({ do: 'bisect' });
    expect(problem(426, 'fieldwork.protocol')).toEqual({ do: 'update' });
  });

  it('waits as long as it is told', () => {
    expect(answer({ status: 429, retryAfter: '120' })).toEqual({ do: 'wait', ms: 120_000 });
    expect(answer({ status: 503, retryAfter: 'Fri, 20 Nov 2026 01:00:10 GMT' })).toEqual({ do: 'wait', ms: 10_000 });
    expect(answer({ status: 503 })).toEqual({ do: 'wait', ms: 30_000 });
    expect(retryAfterMs('Fri, 20 Nov 2026 00:00:00 GMT', now)).toBe(0);
    expect(retryAfterMs('99999999', now)).toBe(3_600_000);
  });

  it('I24: changes no operation unless it is a well-formed receipt of these operations', () => {
    const json = fc.oneof(
      fc.jsonValue(),
      fc.record({ protocol: fc.constant(1), digest: fc.constant(sent.digest), receipts: fc.jsonValue() }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 599 }), json, fc.option(fc.string()), (status, body, retryAfter) => {
        expect(decide({ status, json: body, retryAfter }, sent, now).do).not.toBe('store');
      }),
    );
  });
});

describe('the pause after a failure', () => {
  it('is spread from 0 to twice as much each time, at most 300 s', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (failures, random) => {
        const pause = backoffMs(failures, () => random);
        expect(pause).toBeGreaterThanOrEqual(0);
        expect(pause).toBeLessThan(Math.min(300_000, 1000 * 2 ** failures));
      }),
    );
  });
});
