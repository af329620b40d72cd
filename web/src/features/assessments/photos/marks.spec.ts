import { averageOf, drawMark, shifted, type Mark } from './marks.js';

const cover: Mark = { kind: 'cover', from: { x: 90, y: 70 }, to: { x: 10, y: 30 } };

describe('a covered part', () => {
  it('is filled whole with averages of large cells, from whichever corner it was drawn', () => {
    const filled: number[][] = [];
    const context = {
      canvas: { width: 85, height: 200 },
      getImageData: (_x: number, _y: number, width: number, height: number) => ({
        data: new Uint8ClampedArray(width * height * 4).fill(120),
      }),
      fillRect: (...rectangle: number[]) => filled.push(rectangle),
    };
    drawMark(context as unknown as CanvasRenderingContext2D, cover);
    const area = filled.reduce((sum, [, , width = 0, height = 0]) => sum + width * height, 0);
    expect([filled.length, area]).toEqual([6, 75 * 40]);
  });

  it('says nothing of its pixels but their average, near to grey', () => {
    expect(averageOf(new Uint8ClampedArray([255, 0, 0, 255, 0, 0, 255, 255]))).toBe('rgb(128 85 128)');
  });
});

describe('shifted', () => {
  const size = { width: 100, height: 100 };
  it('moves a mark, or its second corner alone, and stays on the picture', () => {
    expect(shifted(cover, { x: 5, y: -40 }, false, size)).toMatchObject({
      from: { x: 95, y: 30 },
      to: { x: 15, y: 0 },
    });
    expect(shifted(cover, { x: -20, y: 5 }, true, size)).toMatchObject({ from: { x: 90, y: 70 }, to: { x: 0, y: 35 } });
  });
});
