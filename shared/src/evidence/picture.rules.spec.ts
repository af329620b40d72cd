import { fitWithin, isHeic, PICTURE_EDGE } from './picture.rules.js';

describe('fitWithin', () => {
  it.each([
    [4000, 3000, 2048, 1536],
    [3000, 4000, 1536, 2048],
    [2048, 100, 2048, 100],
    [640, 480, 640, 480],
    [100_000, 3, 2048, 1],
  ])('brings %d × %d to %d × %d', (width, height, ...size) => {
    expect(Object.values(fitWithin(width, height, PICTURE_EDGE))).toEqual(size);
  });
});

describe('isHeic', () => {
  it.each([
    ['IMG_0001.HEIC', '', true],
    ['IMG_0001.HEIC', 'image/heic', true],
    ['ảnh', 'image/heif-sequence', true],
    ['IMG_0001.HEIC', 'image/jpeg', false],
    ['IMG_0001.jpg', '', false],
  ])('of %s as "%s" is %s', (name, type, is) => expect(isHeic({ name, type })).toBe(is));
});
