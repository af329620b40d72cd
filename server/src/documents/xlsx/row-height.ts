import { textWidth, type Weight } from '@kiemtra/shared/documents';

/** The tallest row Excel allows, in points. */
const TALLEST = 409;
const LINE_HEIGHT = 15.75;
const AIR = 3;
/** A column is as many times 7 pixels wide as its width says, at 96 pixels an inch. */
const MILLIMETRES_PER_CHARACTER = (7 / 96) * 25.4;
/** Part of a line that words fill before they break. */
const FILLED = 0.93;

/** Height in points that shows every wrapped text of a row whole; readers do not work it out for inline strings. */
export function rowHeight(texts: readonly { text: string; width: number }[], points: number, weight: Weight): number {
  const lines = Math.max(1, ...texts.map(({ text, width }) => lineCount(text, width, points, weight)));
  return Math.min(TALLEST, lines * LINE_HEIGHT + AIR);
}

function lineCount(text: string, width: number, points: number, weight: Weight): number {
  const line = width * MILLIMETRES_PER_CHARACTER * FILLED;
  return text
    .split('\n')
    .reduce((sum, part) => sum + Math.max(1, Math.ceil(textWidth(part, points, weight) / line)), 0);
}
