import { HEAD_COLUMNS, MOTTO, NATION, SIZE, TEXT_WIDTH, headLayout, type PaperHead } from '@kiemtra/shared/documents';
import type { Paragraph, Table } from 'docx';
import { brokenLines, paragraph, rule, sideBySide } from './paragraphs.js';

const [LEFT, RIGHT] = HEAD_COLUMNS;
/** Points between the number and "V/v" (NĐ 30/2020/NĐ-CP, Phụ lục I, II.5.b). */
const ABOVE_LETTER_SUBJECT = 6;

/** Issuing body, nation and motto, number, place and date; for a paper with a name also the name and its trích yếu. */
export function paperHead(head: PaperHead): (Table | Paragraph)[] {
  const layout = headLayout(head);
  const centred = { align: 'center' } as const;
  const issuer = [
    ...(layout.superior.length > 0 ? [brokenLines(layout.superior, { ...centred, size: SIZE.superior })] : []),
    brokenLines(layout.issuer, { ...centred, size: SIZE.issuer, bold: true }),
    rule(layout.issuerRule, LEFT),
  ];
  const nation = [
    paragraph(NATION, { ...centred, size: SIZE.nation, bold: true }),
    paragraph(MOTTO, { ...centred, size: SIZE.motto, bold: true }),
    rule(layout.mottoRule, RIGHT),
  ];
  const number = [
    paragraph(layout.symbol, { ...centred, size: SIZE.symbol, before: 6 }),
    ...(layout.letterSubject.length > 0
      ? [brokenLines(layout.letterSubject, { ...centred, size: SIZE.letterSubject, before: ABOVE_LETTER_SUBJECT })]
      : []),
  ];
  const date = layout.placeAndDate
    ? [paragraph(layout.placeAndDate, { ...centred, size: SIZE.placeAndDate, italic: true, before: 6 })]
    : [];
  const table = sideBySide(HEAD_COLUMNS, [
    [issuer, nation],
    [number, date],
  ]);
  if (!layout.title) return [table];
  const { name, subject, rule: length } = layout.title;
  return [
    table,
    paragraph(name, { ...centred, size: SIZE.title, bold: true, before: 18 }),
    brokenLines(subject, { ...centred, size: SIZE.title, bold: true }),
    rule(length, TEXT_WIDTH),
  ];
}
