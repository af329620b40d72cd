/** Parts of a paper as boxes that no page breaks: lines of text, rules, rows. Lengths in points. */
import {
  CELL_MARGIN,
  RULE_THICKNESS,
  SPACE,
  TABLE_LINE,
  type SetColumns,
  type SetParagraph,
  type SetPart,
  type SetTable,
  type Setting,
} from '@kiemtra/shared/documents';
import { faceOf } from './faces.js';
import { breakLines, spaceWidth, wordsOf, type Line, type Piece } from './lines.js';
import { points, type Pen, type Tag } from './pen.js';

export interface Box {
  /** Air above and below it. */
  before: number;
  height: number;
  after: number;
  /** Stands on the page of the next one. */
  keepNext: boolean;
  /** Puts its upper left corner here; `isAgain` for what stood on a page before and is not read twice. */
  draw: (x: number, y: number, isAgain: boolean) => void;
  /** Stands above it where it is the first on a page. */
  header?: Box;
}

/** Room that a column has: its width, and the height of a page. */
export interface Room {
  width: number;
  height: number;
}

/** Of the page, that the header of a table may take on every page. */
const HEADER_SHARE = 0.5;

export function boxesOf(pen: Pen, parts: readonly SetPart[], room: Room, tag: Tag): Box[] {
  return parts.flatMap((part) => {
    switch (part.kind) {
      case 'paragraph':
        return paragraphBoxes(pen, part, room.width, pen.tag(tagName(part.setting), tag));
      case 'rule':
        return ruleBox(pen, points(part.length), room.width);
      case 'columns':
        return columnBoxes(pen, part, room, tag);
      case 'table':
        return tableBoxes(pen, part, room, tag);
    }
  });
}

/** Air between two boxes: the larger of what is asked for, as in Word. */
export function airBetween(above: Pick<Box, 'after'>, below: Pick<Box, 'before'>): number {
  return Math.max(above.after, below.before);
}

/** How far below the first each box stands, and how high they are together, without the air around them. */
export function stacked(boxes: readonly Box[]): { tops: number[]; height: number } {
  let height = 0;
  const tops = boxes.map((box, index) => {
    const above = boxes[index - 1];
    const top = above ? height + airBetween(above, box) : 0;
    height = top + box.height;
    return top;
  });
  return { tops, height };
}

/** Height of boxes with the air around them. */
function heightOf(boxes: readonly Box[]): number {
  return (boxes[0]?.before ?? 0) + stacked(boxes).height + (boxes.at(-1)?.after ?? 0);
}

function tagName({ heading }: Setting) {
  return heading ? (`H${heading}` as const) : 'P';
}

/** The lines of a paragraph; none of the first two and of the last two stands alone. */
export function paragraphBoxes(pen: Pen, { lines, setting }: SetParagraph, width: number, tag: Tag | null): Box[] {
  const {
    size,
    before = 0,
    after = 0,
    keepNext = false,
    indent: { left = 0, firstLine = 0, hanging = 0 } = {},
  } = setting;
  const { ascent, lineHeight } = faceOf({});
  const startOf = (nth: number) => points(nth === 0 ? left + firstLine - hanging : left);
  const broken: Line[] = [];
  for (const line of lines) {
    const begun = broken.length;
    broken.push(...breakLines(wordsOf(line, setting), size, (nth) => width - startOf(begun + nth)));
  }
  const last = broken.length - 1;
  return broken.map((line, nth) => ({
    before: nth === 0 ? before : 0,
    height: lineHeight * size,
    after: nth === last ? after : 0,
    keepNext: nth === last ? keepNext : nth === 0 || nth === last - 1,
    draw: (x, y, isAgain) =>
      pen.within(isAgain ? null : tag, () => {
        const start = startOf(nth);
        writeLine(pen, line, setting, {
          x: x + start,
          y: y + ascent * size,
          width: width - start,
          isEnd: nth === last,
        });
      }),
  }));
}

interface Place {
  x: number;
  y: number;
  width: number;
  /** Nothing of the paragraph follows. */
  isEnd: boolean;
}

function writeLine(pen: Pen, line: Line, { size, align }: Setting, { x, y, width, isEnd }: Place): void {
  const free = width - line.width;
  const gaps = line.words.length - 1;
  const stretch = align === 'justified' && !line.isLast && gaps > 0 ? free / gaps : 0;
  const space = spaceWidth(size) + stretch;
  let at = x + (align === 'center' ? free / 2 : align === 'right' ? free : 0);
  for (const [nth, { pieces, width: wide }] of line.words.entries()) {
    let letters = at;
    // Who has the file read, or copies from it, needs the space after each word, at the end of a line, too.
    for (const piece of isEnd && nth === gaps ? pieces : withSpace(pieces)) {
      pen.write(piece, size, letters, y);
      letters += piece.width;
    }
    at += wide + space;
  }
}

function withSpace(pieces: readonly Piece[]): Piece[] {
  const last = pieces.at(-1);
  if (!last) return [];
  if (last.written === undefined) return [...pieces.slice(0, -1), { ...last, text: `${last.text} ` }];
  return [...pieces, { text: ' ', face: last.face, width: 0 }];
}

function ruleBox(pen: Pen, length: number, width: number): Box {
  return {
    before: SPACE.rule,
    height: SPACE.belowRule,
    after: 0,
    keepNext: false,
    draw: (x, y) =>
      pen.within(null, () => pen.stroke(RULE_THICKNESS, x + (width - length) / 2, y + RULE_THICKNESS / 2, length, 0)),
  };
}

function columnBoxes(pen: Pen, { widths, rows }: SetColumns, { height }: Room, tag: Tag): Box[] {
  const columns = widths.map(points);
  return rows.flatMap((cells) =>
    rowBoxes(
      cells.map((parts, index) => boxesOf(pen, parts, { width: columns[index] ?? 0, height }, tag)),
      columns,
      height,
    ),
  );
}

function tableBoxes(pen: Pen, { widths, header, rows }: SetTable, { height }: Room, parent: Tag): Box[] {
  const table = pen.tag('Table', parent);
  const columns = widths.map(points);
  const margin = points(CELL_MARGIN);
  const row = (cells: readonly SetParagraph[], name: 'TH' | 'TD', room: number) => {
    const tag = pen.tag('TR', table);
    const stacks = cells.map((cell, index) => {
      const width = (columns[index] ?? 0) - 2 * margin;
      return paragraphBoxes(pen, cell, width, pen.tag('P', pen.tag(name, tag)));
    });
    return rowBoxes(stacks, columns, room, { pen, margin });
  };
  const head = row(header, 'TH', height);
  const top = head.length === 1 && heightOf(head) < HEADER_SHARE * height ? head[0] : undefined;
  const room = height - (top ? heightOf([top]) : 0);
  const body = rows.flatMap((cells) => row(cells, 'TD', room));
  return [
    ...head.map((box) => ({ ...box, keepNext: box === top })),
    ...body.map((box) => ({ ...box, ...(top && { header: top }) })),
  ];
}

/** What stands side by side: one box, or several one below the other when it is higher than a page. */
function rowBoxes(
  cells: readonly (readonly Box[])[],
  columns: readonly number[],
  room: number,
  lines?: { pen: Pen; margin: number },
): Box[] {
  return slices(cells, room).map((slice) => {
    const height = Math.max(0, ...slice.map(heightOf)) + (lines ? TABLE_LINE : 0);
    return {
      before: 0,
      height,
      after: 0,
      keepNext: false,
      draw: (x, y, isAgain) => {
        let left = x;
        for (const [index, stack] of slice.entries()) {
          const width = columns[index] ?? 0;
          if (lines) lines.pen.within(null, () => lines.pen.stroke(TABLE_LINE, left, y, width, height));
          drawStack(stack, left + (lines?.margin ?? 0), y + (lines ? (height - heightOf(stack)) / 2 : 0), isAgain);
          left += width;
        }
      },
    };
  });
}

function drawStack(stack: readonly Box[], x: number, y: number, isAgain: boolean): void {
  const { tops } = stacked(stack);
  const begin = y + (stack[0]?.before ?? 0);
  for (const [index, box] of stack.entries()) box.draw(x, begin + (tops[index] ?? 0), isAgain);
}

/** Cells cut across where they are higher than the room, at least one line of each. */
function slices(cells: readonly (readonly Box[])[], room: number): (readonly Box[])[][] {
  const cut = cells.map((stack) => {
    const at = stack.findIndex((_, last) => heightOf(stack.slice(0, last + 1)) > room);
    return at < 0 ? stack.length : Math.max(1, at);
  });
  const first = cells.map((stack, index) => stack.slice(0, cut[index]));
  const rest = cells.map((stack, index) => stack.slice(cut[index]));
  return rest.some((stack) => stack.length > 0) ? [first, ...slices(rest, room)] : [first];
}
