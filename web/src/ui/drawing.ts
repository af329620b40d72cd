/** Strokes of a pen: x and y in turn. */
type Strokes = readonly (readonly number[])[];

interface Point {
  x: number;
  y: number;
}

/** Blue, as signatures of officials are (NĐ 30/2020/NĐ-CP, Phụ lục I, II.7). */
export const INK = '#1b3a8c';
export interface Drawing {
  /** One path for each stroke. */
  paths: string[];
  /** The smallest box around them with room for the pen: left, top, width, height. */
  box: [number, number, number, number];
}

/** Room around a drawing, and half of its pen. */
const MARGIN = 12;
export const PEN = 8;

/** Strokes as smooth paths; a dot is a short line. */
export function drawingOf(strokes: Strokes): Drawing {
  const points = strokes.map((stroke) =>
    Array.from({ length: stroke.length / 2 }, (_, index) => ({
      x: stroke[index * 2] ?? 0,
      y: stroke[index * 2 + 1] ?? 0,
    })),
  );
  const [xs, ys] = [points.flat().map(({ x }) => x), points.flat().map(({ y }) => y)];
  const [left, top] = [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN];
  return {
    paths: points.map(pathOf),
    box: [left, top, Math.max(...xs) + MARGIN - left, Math.max(...ys) + MARGIN - top],
  };
}

/** Through the middle between neighbours, bent at each of them. */
function pathOf(points: readonly Point[]): string {
  const [first = { x: 0, y: 0 }, ...rest] = points;
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? point;
    return `Q${point.x} ${point.y} ${(point.x + next.x) / 2} ${(point.y + next.y) / 2}`;
  });
  const end = rest.at(-1) ?? { x: first.x + 1, y: first.y };
  return [`M${first.x} ${first.y}`, ...bends, `L${end.x} ${end.y}`].join('');
}
