import {
  FIRST_LINE_INDENT,
  GREETING,
  SIZE,
  SPACE,
  TEXT_WIDTH,
  addresseeLayout,
  annexLayout,
  lineStyle,
} from './paper-layout.rules.js';
import { labelled, runsOf, withEndMark, type LabelledBlock } from './paper-text.rules.js';
import type { Block, Inline, PaperDocument } from './paper.model.js';
import { setLines, setText, type SetParagraph, type SetPart, type SetTable, type Setting } from './setting.model.js';

type TableBlock = Extract<Block, { kind: 'table' }>;
/** Levels of headings under the title of the paper. */
const [PART, SECTION] = [2, 3] as const;

type TextBlock = Exclude<Block, { kind: 'table' }>;

/** "Kính gửi": one addressee on the same line, several below with their dashes under the colon. */
export function addresseeParts(addressees: readonly string[]): SetParagraph[] {
  const layout = addresseeLayout(addressees);
  if (!layout) return [];
  const { left, dash, hanging, lines } = layout;
  const [first = '', ...others] = lines;
  const greeting = { size: SIZE.body, before: SPACE.addressees } as const;
  if (others.length === 0) {
    const indent = { left: hanging, hanging: hanging - left };
    return [setText(`${GREETING}: ${first}`, { ...greeting, after: SPACE.belowAddressees, indent })];
  }
  return [
    setText(`${GREETING}:`, { ...greeting, indent: { left }, keepNext: true }),
    ...lines.map((line, index) =>
      setText(line, {
        size: SIZE.body,
        indent: { left: hanging, hanging: hanging - dash },
        after: index === lines.length - 1 ? SPACE.belowAddressees : 0,
      }),
    ),
  ];
}

/** The body with its labels and the end mark; what must not part from the next thing is kept with it. */
export function bodyParts(blocks: readonly Block[]): SetPart[] {
  return labelledParts(withEndMark(blocks));
}

/** The annex at `index`: its head, and its text as the body's, without the end mark of the paper. */
export function annexParts(paper: PaperDocument, index: number): SetPart[] {
  const { label, title, reference } = annexLayout(paper, index);
  const centred = { align: 'center', size: SIZE.title } as const;
  return [
    setText(label, { ...centred, bold: true }),
    setLines(title, { ...centred, bold: true, heading: 1 }),
    setLines(reference, { ...centred, italic: true, after: SPACE.paragraph }),
    ...labelledParts(paper.annexes?.[index]?.blocks ?? []),
  ];
}

function labelledParts(blocks: readonly Block[]): SetPart[] {
  const lines = labelled(blocks);
  const hasParts = blocks.some((block) => block.kind === 'heading' && block.level === 1);
  // Whoever goes from heading to heading by ear looks for none of a level in between.
  const section = hasParts ? SECTION : PART;
  return lines.map(({ label, block }, index) => {
    if (block.kind === 'table') return dataTable(block);
    const next = lines[index + 1];
    const after = next?.block.kind === 'table' ? SPACE.paragraph : 0;
    const heading = block.kind === 'heading' ? ({ heading: block.level === 1 ? PART : section } as const) : {};
    return bodyText(block, label, { keepNext: isKeptWith(block, next), after, ...heading });
  });
}

function isKeptWith(block: TextBlock, next: LabelledBlock | undefined): boolean {
  const isLast = next === undefined;
  return (
    isLast ||
    block.kind === 'heading' ||
    block.kind === 'enacting' ||
    (block.kind === 'point' && next.block.kind === 'dash')
  );
}

function bodyText(block: TextBlock, label: string | null, own: Partial<Setting>): SetParagraph {
  const { bold, italic, isCentred, isLabelBold } = lineStyle(block);
  return setText([...(label ? [{ text: `${label} `, bold: isLabelBold }] : []), ...runsOf(block.text)], {
    size: SIZE.body,
    before: SPACE.paragraph,
    ...(isCentred ? { align: 'center' } : { align: 'justified', indent: { firstLine: FIRST_LINE_INDENT } }),
    bold,
    italic,
    ...own,
  });
}

function dataTable({ columns, rows }: TableBlock): SetTable {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const cell = (text: Inline, setting: Partial<Setting>) =>
    setText(runsOf(text), { size: SIZE.table, before: SPACE.cell, after: SPACE.cell, ...setting });
  return {
    kind: 'table',
    widths: columns.map(({ share }) => (TEXT_WIDTH * share) / shares),
    header: columns.map(({ header }) => cell(header, { bold: true, align: 'center' })),
    rows: rows.map((row) => columns.map(({ align = 'left' }, index) => cell(row[index] ?? '', { align }))),
  };
}
