/** The few kinds of paragraphs and tables an official paper is set in. Lengths in mm, sizes in points. */
import { SPACE } from '../documents/index.js';
import {
  AlignmentType,
  BorderStyle,
  type ImageRun,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

type Alignment = 'left' | 'center' | 'right' | 'justified';

export interface Setting {
  size: number;
  bold?: boolean;
  italic?: boolean;
  align?: Alignment;
  /** Points above and below. */
  before?: number;
  after?: number;
  /** Millimetres: of the whole paragraph, of its first line, of all lines but the first. */
  indent?: { left?: number; firstLine?: number; hanging?: number };
  keepNext?: boolean;
}

export interface StyledText {
  text: string;
  bold?: boolean;
  italic?: boolean;
}

const ALIGNMENT = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justified: AlignmentType.JUSTIFIED,
} as const;
const TWIPS_PER_POINT = 20;
const HALF_POINTS = 2;
const RULE_WIDTH = 6;
/** Twips of the line box of the empty paragraph that carries a rule. */
const RULE_LINE = 40;

export function twips(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440);
}

/** A paragraph of one or several runs; runs may add bold and italic to the paragraph's own. */
export function paragraph(content: string | readonly StyledText[], setting: Setting): Paragraph {
  const runs = typeof content === 'string' ? [{ text: content }] : content;
  return setParagraph(
    runs.map((run) => textRun(run, setting)),
    setting,
  );
}

/** Lines that are broken where the model says, set as one paragraph. */
export function brokenLines(lines: readonly string[], setting: Setting): Paragraph {
  return setParagraph(
    lines.map((text, index) => textRun({ text }, setting, index > 0)),
    setting,
  );
}

/** A picture in the middle of its column. */
export function centredParagraph(image: ImageRun): Paragraph {
  return new Paragraph({ children: [image], alignment: AlignmentType.CENTER });
}

function textRun({ text, bold, italic }: StyledText, setting: Setting, onNewLine = false): TextRun {
  return new TextRun({
    text,
    size: setting.size * HALF_POINTS,
    ...((bold ?? setting.bold) && { bold: true }),
    ...((italic ?? setting.italic) && { italics: true }),
    ...(onNewLine && { break: 1 }),
  });
}

function setParagraph(children: TextRun[], { align = 'left', indent, keepNext, before, after }: Setting): Paragraph {
  return new Paragraph({
    children,
    alignment: ALIGNMENT[align],
    spacing: { before: (before ?? 0) * TWIPS_PER_POINT, after: (after ?? 0) * TWIPS_PER_POINT },
    ...(keepNext && { keepNext }),
    ...(indent && {
      indent: {
        ...(indent.left !== undefined && { left: twips(indent.left) }),
        ...(indent.firstLine !== undefined && { firstLine: twips(indent.firstLine) }),
        ...(indent.hanging !== undefined && { hanging: twips(indent.hanging) }),
      },
    }),
  });
}

/**
 * A rule of an exact length in the middle of a column: the top border of an empty paragraph with indents
 * (an underline would follow the letters, a border without indents the column).
 */
export function rule(length: number, columnWidth: number): Paragraph {
  const side = twips((columnWidth - length) / 2);
  return new Paragraph({
    children: [new TextRun({ text: '', size: HALF_POINTS })],
    spacing: { before: SPACE.rule * TWIPS_PER_POINT, after: 0, line: RULE_LINE, lineRule: LineRuleType.EXACT },
    indent: { left: side, right: side },
    border: { top: { style: BorderStyle.SINGLE, size: RULE_WIDTH, space: 0, color: '000000' } },
  });
}

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = {
  top: NO_LINE,
  bottom: NO_LINE,
  left: NO_LINE,
  right: NO_LINE,
  insideHorizontal: NO_LINE,
  insideVertical: NO_LINE,
} as const;

/** A table without lines and without cell margins, whose rows never break over pages: it only places things side by side. */
export function sideBySide(widths: readonly number[], rows: readonly (readonly Paragraph[])[][]): Table {
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + twips(width), 0), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({
                width: { size: twips(widths[index] ?? 0), type: WidthType.DXA },
                children: children.length > 0 ? children : [new Paragraph({})],
              }),
          ),
        }),
    ),
  });
}
