import {
  FIRST_LINE_INDENT,
  SIZE,
  SPACE,
  TEXT_WIDTH,
  addresseeLayout,
  labelled,
  runsOf,
  withEndMark,
  type Block,
  type Inline,
  type LabelledBlock,
} from '../documents/index.js';
import { Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType, type Paragraph } from 'docx';
import { paragraph, twips, type Setting } from './paragraphs.js';

type TableBlock = Extract<Block, { kind: 'table' }>;
type TextBlock = Exclude<Block, { kind: 'table' }>;

/** Room between the lines of a table and its text, in mm. */
const CELL_MARGIN = 1.5;

/** "Kính gửi": one addressee on the same line, several below with their dashes under the colon. */
export function addresseeParagraphs(addressees: readonly string[]): Paragraph[] {
  const layout = addresseeLayout(addressees);
  if (!layout) return [];
  const { left, dash, hanging, lines } = layout;
  const [first = '', ...others] = lines;
  const greeting = { size: SIZE.body, before: SPACE.addressees } as const;
  if (others.length === 0) {
    const indent = { left: hanging, hanging: hanging - left };
    return [paragraph(`Kính gửi: ${first}`, { ...greeting, after: SPACE.belowAddressees, indent })];
  }
  return [
    paragraph('Kính gửi:', { ...greeting, indent: { left }, keepNext: true }),
    ...lines.map((line, index) =>
      paragraph(line, {
        size: SIZE.body,
        indent: { left: hanging, hanging: hanging - dash },
        after: index === lines.length - 1 ? SPACE.belowAddressees : 0,
      }),
    ),
  ];
}

/** The body with its labels and the end mark; what must not part from the next thing is kept with it. */
export function bodyBlocks(blocks: readonly Block[]): (Paragraph | Table)[] {
  const lines = labelled(withEndMark(blocks));
  return lines.map(({ label, block }, index) => {
    if (block.kind === 'table') return dataTable(block);
    const next = lines[index + 1];
    const after = next?.block.kind === 'table' ? SPACE.paragraph : 0;
    return textParagraph(block, label, { keepNext: isKeptWith(block, next), after });
  });
}

function isKeptWith(block: TextBlock, next: LabelledBlock | undefined): boolean {
  const isLast = next === undefined;
  return isLast || block.kind === 'heading' || (block.kind === 'point' && next.block.kind === 'dash');
}

function textParagraph(block: TextBlock, label: string | null, around: Pick<Setting, 'keepNext' | 'after'>): Paragraph {
  const setting: Setting = {
    ...around,
    size: SIZE.body,
    align: 'justified',
    before: SPACE.paragraph,
    indent: { firstLine: FIRST_LINE_INDENT },
    bold: block.kind === 'heading',
  };
  return paragraph([...(label ? [{ text: `${label} ` }] : []), ...runsOf(block.text)], setting);
}

function dataTable({ columns, rows }: TableBlock): Table {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => twips((TEXT_WIDTH * share) / shares));
  const cell = (text: Inline, column: number, setting: Partial<Setting>) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      children: [paragraph(runsOf(text), { size: SIZE.table, before: 2, after: 2, ...setting })],
    });
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, index) => cell(column.header, index, { bold: true, align: 'center' })),
  });
  const body = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: columns.map(({ align = 'left' }, index) => cell(row[index] ?? '', index, { align })),
      }),
  );
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { left: twips(CELL_MARGIN), right: twips(CELL_MARGIN) },
    rows: [header, ...body],
  });
}
