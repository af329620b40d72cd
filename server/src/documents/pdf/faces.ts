/**
 * Tinos, which has the widths of Times New Roman, from its package; of each file only the letters in use are embedded.
 * Letters are set as Word sets them: one after the other, without kerning and without ligatures, so that a paper breaks
 * into the same lines in both files and a rule "as long as the text" is exactly that.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Run } from '@kiemtra/shared/documents';
import { create, type Font } from 'fontkit';

/** One style of the font: what is measured with and what is embedded. */
export interface Face {
  name: string;
  file: Buffer;
  /** From the top of a line to its letters' foot, and from line to line, in points at a size of one point. */
  ascent: number;
  lineHeight: number;
  /** Width of a text in points at a size of one point. */
  widthOf: (text: string) => number;
  /** Whether it draws every letter of the text. */
  covers: (text: string) => boolean;
}

const require = createRequire(import.meta.url);
const FILES = {
  regular: () => require.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'),
  bold: () => require.resolve('@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf'),
  italic: () => require.resolve('@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf'),
  boldItalic: () => require.resolve('@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf'),
};
type FaceName = keyof typeof FILES;
/** Tables of a font file that pull letters together or put others in their place. */
const ARRANGING_TABLES = ['GPOS', 'GSUB'];
const TABLE_RECORDS = { first: 12, length: 16, tag: 4 } as const;

function openFace(name: FaceName): Face {
  const file = readFileSync(FILES[name]());
  leaveOut(ARRANGING_TABLES, file);
  // A collection of fonts is the other thing the reader may give; the package has none.
  const font = create(file) as Font;
  const widths = new Map<string, number | null>();
  const learnt = (letter: string) => {
    const code = letter.codePointAt(0) ?? 0;
    const width = font.hasGlyphForCodePoint(code) ? font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm : null;
    widths.set(letter, width);
    return width;
  };
  const widthOf = (letter: string) => widths.get(letter) ?? learnt(letter);
  const { ascent, descent, lineGap, unitsPerEm } = font;
  return {
    name,
    file,
    ascent: ascent / unitsPerEm,
    lineHeight: (ascent - descent + lineGap) / unitsPerEm,
    widthOf: (text) => Array.from(text, widthOf).reduce<number>((sum, width) => sum + (width ?? 0), 0),
    covers: (text) => Array.from(text, widthOf).every((width) => width !== null),
  };
}

/** A table whose name nobody knows is read by nobody. */
function leaveOut(tables: readonly string[], file: Buffer): void {
  const count = file.readUInt16BE(TABLE_RECORDS.tag);
  for (let nth = 0; nth < count; nth += 1) {
    const at = TABLE_RECORDS.first + nth * TABLE_RECORDS.length;
    const tag = file.toString('latin1', at, at + TABLE_RECORDS.tag);
    if (tables.includes(tag)) file.write('----', at, 'latin1');
  }
}

const opened = new Map<FaceName, Face>();

/** Opened when it is first needed, kept for the next paper. */
export function faceOf({ bold, italic }: Pick<Run, 'bold' | 'italic'>): Face {
  const name = bold ? (italic ? 'boldItalic' : 'bold') : italic ? 'italic' : 'regular';
  const face = opened.get(name) ?? openFace(name);
  opened.set(name, face);
  return face;
}
