import { minutesSignature, NUMBERS_MAX } from '@kiemtra/shared/minutes';
import { readWith } from '@kiemtra/shared/kernel';
import { drawingOf } from '../../ui/drawing.js';
import { strokesOf } from './signature-strokes.js';

const line = (length: number, step: number) => Array.from({ length }, (_, n) => ({ x: n * step, y: n * step }));
const reads = (strokes: number[][]) =>
  readWith(minutesSignature, {
    name: 'Người ký',
    paper: 'a'.repeat(64),
    at: '2026-11-23T11:35:00Z',
    strokes,
    refusal: null,
  }).violations;

describe('a drawn signature', () => {
  it('is kept in thousandths of the width of its field, first and last point included', () => {
    expect(strokesOf([line(2, 150)], 300)).toEqual([[0, 0, 500, 500]]);
    expect(strokesOf([line(3, 1)], 300)).toEqual([[0, 0, 7, 7]]);
    expect(strokesOf([[{ x: 30, y: 30 }]], 300)).toEqual([[100, 100]]);
    expect(strokesOf([], 300)).toEqual([]);
  });

  it('is one that can be kept however long somebody draws', () => {
    const endless = Array.from({ length: 300 }, (_, n) => line(200, 1).map(({ x }) => ({ x, y: (x * n) % 250 })));
    const strokes = strokesOf(endless, 300);
    expect(strokes.flat().length).toBeGreaterThan(NUMBERS_MAX / 8);
    expect(reads(strokes)).toEqual([]);
    expect(reads(strokesOf([[{ x: -5, y: 900 }]], 300))).toEqual([]);
  });

  it('is drawn again inside a box of its own', () => {
    const { paths, box } = drawingOf([
      [100, 200, 300, 250, 500, 200],
      [400, 100],
    ]);
    expect(box).toEqual([88, 88, 424, 174]);
    expect(paths).toEqual(['M100 200Q300 250 400 225L500 200', 'M400 100L401 100']);
  });
});
