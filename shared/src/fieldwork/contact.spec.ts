import { clockOffsetText, clockStanding, contactStanding } from './contact.rules.js';
import { isOlderApp, readHelloReply } from './hello.contract.js';

const AT = '2026-11-20T01:00:00.000Z';
const after = (minutes: number) => new Date(Date.parse(AT) + minutes * 60_000);

describe('a device that holds something back', () => {
  it.each<[string, number, number, number, ReturnType<typeof contactStanding>]>([
    ['is silent after four hours', 5, 2, 241, { missing: 3, isSilent: true }],
    ['is not silent at four hours', 5, 2, 240, { missing: 3, isSilent: false }],
    ['is never silent when everything has come', 5, 5, 10_000, { missing: 0, isSilent: false }],
    ['lacks nothing when the server has more than it told of', 5, 9, 241, { missing: 0, isSilent: false }],
  ])('%s', (_, maxSeq, ackedThrough, minutes, standing) => {
    expect(contactStanding({ contactedAt: AT, maxSeq, ackedThrough }, after(minutes))).toEqual(standing);
  });
});

describe('a device clock', () => {
  const now = Date.parse(AT);
  it.each<[string, number, number, string]>([
    ['right', 300_000, now, 'nhanh 5 phút'],
    ['off', 300_001, now, 'nhanh 5 phút'],
    ['off', -7_200_000, now, 'chậm 2 giờ'],
    ['suspect', 86_400_001, now, 'nhanh 24 giờ'],
    ['suspect', 0, Date.parse('2023-12-31T23:59:59Z'), 'chậm 0 phút'],
    ['suspect', -315_360_000_000, now, 'chậm 3650 ngày'],
  ])('is %s when it is %i ms ahead', (standing, offset, deviceTime, text) => {
    expect([clockStanding(offset, deviceTime), clockOffsetText(offset)]).toEqual([standing, text]);
  });
});

describe('a version of the app', () => {
  it.each([
    ['0.9.2', '0.10.0', true],
    ['0.10.0', '0.9.2', false],
    ['1.0.0', '1.0.0', false],
    ['1.0.0-rc1', '1.0.1', true],
  ])('%s comes before %s: %s', (own, least, isOlder) => {
    expect(isOlderApp(own, least)).toBe(isOlder);
  });
});

describe('an answer to a hello', () => {
  const reply = {
    server_time: AT,
    epoch: '01970000-0000-4000-8000-000000000004',
    acked_through: 2,
    min_app: '0.1.0',
    packs: [],
  };
  it('is read when it is the server\u2019s', () => {
    expect(readHelloReply(reply)).toEqual(reply);
  });
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a page of a captive portal', '<html>'],
    ['another time', { ...reply, server_time: 'bây giờ' }],
    ['no number', { ...reply, acked_through: '2' }],
    ['packs of something else', { ...reply, packs: ['x'] }],
  ])('is none when it is %s (I24)', (_, json) => {
    expect(readHelloReply(json)).toBeNull();
  });
});
