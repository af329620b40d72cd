import { NUMBERS_MAX, STROKES_MAX, type Stroke } from '@kiemtra/shared/minutes';
import { drawingOf, INK, PEN } from '../../ui/drawing.js';

interface Point {
  x: number;
  y: number;
}

/** Thousandths of the width: nearer points look the same. */
const STEP = 6;

/** What a pen drew on a field of this width, as it is kept: near points left out, and more of them as long as there are too many. */
export function strokesOf(drawn: readonly (readonly Point[])[], width: number): Stroke[] {
  const kept = drawn.slice(0, STROKES_MAX);
  for (let step = STEP; ; step *= 2) {
    const strokes = kept.map((points) => strokeOf(points, width, step)).filter((stroke) => stroke.length > 0);
    if (strokes.reduce((sum, { length }) => sum + length, 0) <= NUMBERS_MAX) return strokes;
  }
}

function strokeOf(points: readonly Point[], width: number, step: number): Stroke {
  const stroke: Stroke = [];
  let last: Point | null = null;
  for (const [index, { x, y }] of points.entries()) {
    const point = { x: inField(x, width), y: inField(y, width) };
    const isFar = last === null || Math.hypot(point.x - last.x, point.y - last.y) >= step;
    if (!isFar && index < points.length - 1) continue;
    stroke.push(point.x, point.y);
    last = point;
  }
  return stroke;
}

const inField = (length: number, width: number) => Math.min(2000, Math.max(0, Math.round((length / width) * 1000)));

/** A drawing as PNG on clear ground, and its width by its height. */
export async function pngOf(strokes: readonly Stroke[]): Promise<{ png: Uint8Array; ratio: number }> {
  const { paths, box } = drawingOf(strokes);
  const [left, top, width, height] = box;
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser draws no picture.');
  context.translate(-left, -top);
  Object.assign(context, { lineWidth: PEN, lineCap: 'round', lineJoin: 'round', strokeStyle: INK });
  for (const path of paths) context.stroke(new Path2D(path));
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('The browser draws no picture.');
  return { png: new Uint8Array(await blob.arrayBuffer()), ratio: width / height };
}
