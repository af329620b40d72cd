/** What is drawn on a picture, in its own pixels. A covered part is gone from the copy: nothing under it can be read back. */
export interface Point {
  x: number;
  y: number;
}

export interface Mark {
  kind: 'cover' | 'arrow';
  /** A corner of what is covered, or where the arrow begins. */
  from: Point;
  /** The corner across, or the tip. */
  to: Point;
}

/** Averages that are left of a covered part along its longer side. Three tell a face from a paper and no face from another. */
const CELLS = 3;

/** Draws a mark over what is there. */
export function drawMark(context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D, mark: Mark): void {
  if (mark.kind === 'cover') cover(context, mark);
  else arrow(context, mark);
}

function cover(context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D, { from, to }: Mark): void {
  const left = Math.max(0, Math.floor(Math.min(from.x, to.x)));
  const top = Math.max(0, Math.floor(Math.min(from.y, to.y)));
  const right = Math.min(context.canvas.width, Math.ceil(Math.max(from.x, to.x)));
  const bottom = Math.min(context.canvas.height, Math.ceil(Math.max(from.y, to.y)));
  if (right <= left || bottom <= top) return;
  const cell = Math.ceil(Math.max(right - left, bottom - top) / CELLS);
  for (let y = top; y < bottom; y += cell) {
    for (let x = left; x < right; x += cell) {
      const [width, height] = [Math.min(cell, right - x), Math.min(cell, bottom - y)];
      context.fillStyle = averageOf(context.getImageData(x, y, width, height).data);
      context.fillRect(x, y, width, height);
    }
  }
}

/** Brought close to grey, so that it is seen to be covered. */
export function averageOf(pixels: Uint8ClampedArray): string {
  const sum = [0, 0, 0];
  for (let at = 0; at < pixels.length; at += 4) {
    for (const channel of [0, 1, 2]) sum[channel] = (sum[channel] ?? 0) + (pixels[at + channel] ?? 0);
  }
  const count = Math.max(1, pixels.length / 4);
  return `rgb(${sum.map((total) => Math.round(total / count / 3 + 85)).join(' ')})`;
}

function arrow(context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D, { from, to }: Mark): void {
  const long = Math.max(context.canvas.width, context.canvas.height);
  const direction = Math.atan2(to.y - from.y, to.x - from.x);
  const head = long / 28;
  const wing = (turn: number) => ({
    x: to.x - head * Math.cos(direction + turn),
    y: to.y - head * Math.sin(direction + turn),
  });
  const path = new Path2D();
  path.moveTo(from.x, from.y);
  path.lineTo(to.x, to.y);
  for (const turn of [-0.5, 0.5]) {
    path.moveTo(to.x, to.y);
    const { x, y } = wing(turn);
    path.lineTo(x, y);
  }
  context.lineCap = 'round';
  // Seen on light and on dark ground.
  for (const [style, width] of [
    ['#fff', long / 110],
    ['#c4161c', long / 200],
  ] as const) {
    context.strokeStyle = style;
    context.lineWidth = width;
    context.stroke(path);
  }
}

/** The mark moved, or its second point alone, and kept on the picture. */
export function shifted(mark: Mark, by: Point, isSizing: boolean, size: { width: number; height: number }): Mark {
  const move = ({ x, y }: Point): Point => ({
    x: Math.min(size.width, Math.max(0, x + by.x)),
    y: Math.min(size.height, Math.max(0, y + by.y)),
  });
  return { ...mark, from: isSizing ? mark.from : move(mark.from), to: move(mark.to) };
}
