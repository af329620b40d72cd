/** The parts a paper is set in, as Word knows them. Lengths in mm, sizes in points. */
import {
  CELL_MARGIN,
  RULE_THICKNESS,
  SPACE,
  type Run,
  type SetColumns,
  type SetParagraph,
  type SetPart,
  type SetTable,
  type Setting,
} from '../documents/index.js';
import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';

const ALIGNMENT = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justified: AlignmentType.JUSTIFIED,
} as const;
const TWIPS_PER_POINT = 20;
const HALF_POINTS = 2;
const EIGHTHS = 8;

export function twips(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440);
}

/** Parts in a column of this width. */
export function setParts(parts: readonly SetPart[], width: number): (Paragraph | Table)[] {
  return parts.map((part) => {
    switch (part.kind) {
      case 'paragraph':
        return paragraph(part);
      case 'rule':
        return rule(part.length, width);
      case 'columns':
        return columns(part);
      case 'table':
        return dataTable(part);
    }
  });
}

export function paragraph({ lines, setting }: SetParagraph): Paragraph {
  const { align = 'left', indent, keepNext, before, after } = setting;
  return new Paragraph({
    children: lines.flatMap((line, index) => line.map((run, at) => textRun(run, setting, index > 0 && at === 0))),
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

function textRun({ text, bold, italic }: Run, setting: Setting, onNewLine: boolean): TextRun {
  return new TextRun({
    text,
    size: setting.size * HALF_POINTS,
    ...((bold ?? setting.bold) && { bold: true }),
    ...((italic ?? setting.italic) && { italics: true }),
    ...(onNewLine && { break: 1 }),
  });
}

/**
 * A rule of an exact length in the middle of a column: the top border of an empty paragraph with indents
 * (an underline would follow the letters, a border without indents the column).
 */
function rule(length: number, columnWidth: number): Paragraph {
  const side = twips((columnWidth - length) / 2);
  return new Paragraph({
    children: [new TextRun({ text: '', size: HALF_POINTS })],
    spacing: {
      before: SPACE.rule * TWIPS_PER_POINT,
      after: 0,
      line: SPACE.belowRule * TWIPS_PER_POINT,
      lineRule: LineRuleType.EXACT,
    },
    indent: { left: side, right: side },
    border: { top: { style: BorderStyle.SINGLE, size: RULE_THICKNESS * EIGHTHS, space: 0, color: '000000' } },
  });
}

function columns({ widths, rows }: SetColumns): Table {
  return sideBySide(
    widths,
    rows.map((cells) => cells.map((parts, index) => setParts(parts, widths[index] ?? 0))),
  );
}

function dataTable({ widths, header, rows }: SetTable): Table {
  const row = (cells: readonly SetParagraph[], isHeader: boolean) =>
    new TableRow({
      ...(isHeader && { tableHeader: true }),
      cantSplit: true,
      children: cells.map(
        (text, index) =>
          new TableCell({
            width: { size: twips(widths[index] ?? 0), type: WidthType.DXA },
            verticalAlign: VerticalAlign.CENTER,
            children: [paragraph(text)],
          }),
      ),
    });
  return new Table({
    ...fixed(widths),
    margins: { left: twips(CELL_MARGIN), right: twips(CELL_MARGIN) },
    rows: [row(header, true), ...rows.map((cells) => row(cells, false))],
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
export function sideBySide(
  widths: readonly number[],
  rows: readonly (readonly (readonly (Paragraph | Table)[])[])[],
): Table {
  return new Table({
    ...fixed(widths),
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

function fixed(widths: readonly number[]) {
  const columnWidths = widths.map(twips);
  return {
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
  };
}
