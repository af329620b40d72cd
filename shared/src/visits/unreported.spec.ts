import { isAwaited, needsReason, notWaived, unreportedText, type UnreportedDevice } from './unreported.rules.js';

const device = (change: Partial<UnreportedDevice> = {}): UnreportedDevice => ({
  lane: 'one',
  name: 'An',
  missing: 0,
  isLost: false,
  contactedAt: '2026-03-03T02:00:00.000Z',
  ...change,
});

describe('a device that took a visit to the field', () => {
  it.each<[string, Partial<Parameters<typeof isAwaited>[0]>, boolean]>([
    ['its person is done', { isReady: true }, false],
    ['its person is done and it holds back things of other visits', { isReady: true, missing: 2 }, false],
    ['its person was done before it was lost', { isReady: true, isLost: true }, false],
    ['it was lost with things that had not come', { isReady: true, isLost: true, missing: 2 }, true],
    ['all that is known has come', {}, true],
    ['it is that of who closes and all has come', { isOwn: true }, false],
    ['it is that of who closes and something has not come', { isOwn: true, missing: 1 }, true],
    ['it is that of who closes and is lost', { isOwn: true, isLost: true }, true],
  ])('is awaited or not when %s', (_, change, expected) => {
    expect(isAwaited({ isReady: false, isOwn: false, missing: 0, isLost: false, ...change })).toBe(expected);
  });

  it('is named with what is known', () => {
    expect([device(), device({ missing: 3 }), device({ isLost: true })].map(unreportedText)).toEqual([
      'máy của An (chưa báo xong)',
      'máy của An (còn 3 thao tác chưa về)',
      'máy của An (mất dữ liệu, không rõ còn gì chưa về)',
    ]);
  });

  it('is waived by name; with a reason where something is missing', () => {
    const [silent, missing] = [device(), device({ lane: 'two', missing: 2 })];
    const both = [
      { lane: 'one', missing: 0 },
      { lane: 'two', missing: 2 },
    ];
    expect(notWaived([silent, missing], both, true)).toEqual([]);
    expect(notWaived([silent, missing], both, false)).toEqual([missing]);
    expect(notWaived([silent, missing], [{ lane: 'two', missing: 1 }], true)).toEqual([silent, missing]);
    expect([silent, missing, device({ isLost: true })].map(needsReason)).toEqual([false, true, true]);
  });
});
