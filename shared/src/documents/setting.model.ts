/**
 * A paper as it is set: its parts from top to bottom, how they are set, and what does not part from the next. Every
 * renderer of files works from this, so that none knows a size or a distance of its own. Lengths in mm, sizes in points.
 */
import type { Run } from './paper.model.js';

export interface Setting {
  size: number;
  bold?: boolean;
  italic?: boolean;
  align?: 'left' | 'center' | 'right' | 'justified';
  /** Points above and below. */
  before?: number;
  after?: number;
  /** Millimetres: of the whole paragraph, of its first line, of all lines but the first. */
  indent?: { left?: number; firstLine?: number; hanging?: number };
  /** Stands on the page of what follows. */
  keepNext?: boolean;
  /** Of which level it is a heading: 1 of the paper. */
  heading?: 1 | 2 | 3;
}

/** Runs may add bold and italic to the paragraph's own. */
export interface SetParagraph {
  kind: 'paragraph';
  /** Broken where the layout says; a line without room is broken once more. */
  lines: readonly (readonly Run[])[];
  setting: Setting;
}

/** A line of an exact length in the middle of its column. */
export interface SetRule {
  kind: 'rule';
  length: number;
}

/** Things side by side, without lines; a row stands on one page. */
export interface SetColumns {
  kind: 'columns';
  widths: readonly number[];
  rows: readonly (readonly (readonly (SetParagraph | SetRule)[])[])[];
}

/** A table with lines; its header stands on every page, a row on one. */
export interface SetTable {
  kind: 'table';
  widths: readonly number[];
  header: readonly SetParagraph[];
  rows: readonly (readonly SetParagraph[])[];
}

export type SetPart = SetParagraph | SetRule | SetColumns | SetTable;

/** Running text of one or several runs. */
export function setText(text: string | readonly Run[], setting: Setting): SetParagraph {
  return { kind: 'paragraph', lines: [typeof text === 'string' ? [{ text }] : text], setting };
}

/** Lines that are broken where the layout says. */
export function setLines(lines: readonly string[], setting: Setting): SetParagraph {
  return { kind: 'paragraph', lines: lines.map((text) => [{ text }]), setting };
}
