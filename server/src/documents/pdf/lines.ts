/** Breaks running text into lines as Word does: at spaces, each line as full as it goes. Lengths in points. */
import type { Run } from '@kiemtra/shared/documents';
import { faceOf, type Face } from './faces.js';

/** Letters of one face that stand together. */
export interface Piece {
  text: string;
  face: Face;
  width: number;
  /** What was written where a box stands, because the font does not have it. */
  written?: string;
}

/** What no line breaks: between two spaces, whatever its runs. */
export interface Word {
  pieces: readonly Piece[];
  width: number;
}

export interface Line {
  words: readonly Word[];
  width: number;
  /** Whether a paragraph, or a part of it that the layout breaks off, ends here. */
  isLast: boolean;
}

/** Spaces at which a line breaks; those that hold words together are none. */
const BREAKING_SPACES = /[ \t\n\v\f\r\u2028\u2029]+/u;
/** Stands for what the font lacks, so that nothing vanishes from a paper unseen. */
const BOX = '□';
/** Signs that are never seen: joiners, directions, soft hyphens. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** Width of a space in this size: the same in every face. */
export function spaceWidth(size: number): number {
  return faceOf({}).widthOf(' ') * size;
}

/** The words of runs, each run in its face unless it says otherwise. */
export function wordsOf(runs: readonly Run[], { size, bold, italic }: Style): Word[] {
  const words: Piece[][] = [[]];
  for (const run of runs) {
    const face = faceOf({ bold: run.bold ?? bold ?? false, italic: run.italic ?? italic ?? false });
    for (const [index, part] of run.text.normalize('NFC').split(BREAKING_SPACES).entries()) {
      if (index > 0) words.push([]);
      words.at(-1)?.push(...piecesOf(part, face, size));
    }
  }
  return words.filter((pieces) => pieces.length > 0).map(wordOf);
}

interface Style {
  size: number;
  bold?: boolean;
  italic?: boolean;
}

/** The lines of words in the room of each, which is a little more or less for the first. */
export function breakLines(words: readonly Word[], size: number, roomOf: (line: number) => number): Line[] {
  const space = spaceWidth(size);
  const lines: Line[] = [];
  let line: Word[] = [];
  let width = 0;
  const end = (isLast: boolean) => {
    lines.push({ words: line, width, isLast });
    [line, width] = [[], 0];
  };
  const waiting = [...words].toReversed();
  for (let word = waiting.pop(); word; word = waiting.pop()) {
    const room = roomOf(lines.length);
    const wide = line.length === 0 ? word.width : width + space + word.width;
    if (wide <= room) {
      line.push(word);
      width = wide;
    } else if (line.length > 0) {
      end(false);
      waiting.push(word);
    } else {
      const [head, rest] = cut(word, room, size);
      [line, width] = [[head], head.width];
      if (rest) waiting.push(rest);
      if (rest) end(false);
    }
  }
  end(true);
  return lines;
}

/** As many letters of a word as there is room for, at least one; and the rest. */
function cut(word: Word, room: number, size: number): [Word, Word | null] {
  const single = word.pieces.flatMap((piece) =>
    piece.written === undefined
      ? Array.from(letters.segment(piece.text), ({ segment }) => pieceOf(segment, piece.face, size))
      : [piece],
  );
  let width = 0;
  const fitting = single.findIndex((piece) => (width += piece.width) > room);
  const at = fitting < 0 ? single.length : Math.max(1, fitting);
  return [wordOf(single.slice(0, at)), at < single.length ? wordOf(single.slice(at)) : null];
}

function wordOf(pieces: readonly Piece[]): Word {
  return { pieces, width: pieces.reduce((sum, { width }) => sum + width, 0) };
}

function pieceOf(text: string, face: Face, size: number): Piece {
  return { text, face, width: face.widthOf(text) * size };
}

/** What the face has as it is, every other letter as a box. */
function piecesOf(text: string, face: Face, size: number): Piece[] {
  const seen = text.replace(UNSEEN, '');
  if (seen === '') return [];
  if (face.covers(seen)) return [pieceOf(seen, face, size)];
  const pieces: Piece[] = [];
  for (const { segment } of letters.segment(text)) {
    const letter = segment.replace(UNSEEN, '');
    const last = pieces.at(-1);
    if (letter !== '' && !face.covers(letter)) pieces.push({ ...pieceOf(BOX, face, size), written: segment });
    else if (last && last.written === undefined) pieces.splice(-1, 1, pieceOf(last.text + letter, face, size));
    else if (letter !== '') pieces.push(pieceOf(letter, face, size));
  }
  return pieces;
}
