import { readDecisions } from './decisions.contract.js';

const LANE = '6f1c24f5-3f52-4a89-8f8e-000000000001';
const refused = { seq: 3, decision: 'refused', reason: 'Trùng', by: 'Trưởng đoàn', at: '2026-11-20T01:00:00.000Z' };
const reply = { lane: LANE, decisions: [refused], has_more: false };
const saying = (change: object) => ({ ...reply, decisions: [{ ...refused, ...change }] });

describe('an answer about decisions', () => {
  it('is read when it is the server’s, also with what a later server adds', () => {
    expect(readDecisions(reply, LANE, 3)).toEqual(reply);
    expect(readDecisions(saying({ reason: null, decision: 'taken', note: 'x' }), LANE, 1)).not.toBeNull();
    expect(readDecisions({ ...reply, decisions: [] }, LANE, 1)).not.toBeNull();
  });
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a page of a captive portal', '<html>'],
    ['of another lane', { ...reply, lane: '6f1c24f5-3f52-4a89-8f8e-000000000002' }],
    ['of a number before those asked for', saying({ seq: 2 })],
    ['another decision', saying({ decision: 'later' })],
    ['without a name', saying({ by: null })],
    ['without a time', saying({ at: 'hôm qua' })],
    ['without its end', { ...reply, has_more: undefined }],
    ['empty, with more to come', { ...reply, decisions: [], has_more: true }],
  ])('is none when it is %s (I24)', (_, json) => {
    expect(readDecisions(json, LANE, 3)).toBeNull();
  });
});
