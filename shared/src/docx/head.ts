import {
  HEAD_COLUMNS,
  MOTTO,
  NATION,
  SIZE,
  SPACE,
  TEXT_WIDTH,
  headLayout,
  type PaperHead,
} from '../documents/index.js';
import type { Paragraph, Table } from 'docx';
import { brokenLines, paragraph, rule, sideBySide } from './paragraphs.js';

const [LEFT, RIGHT] = HEAD_COLUMNS;

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
    paragraph(layout.symbol, { ...centred, size: SIZE.symbol, before: SPACE.symbol }),
    ...(layout.letterSubject.length > 0
      ? [brokenLines(layout.letterSubject, { ...centred, size: SIZE.letterSubject, before: SPACE.letterSubject })]
      : []),
  ];
  const date = layout.placeAndDate
    ? [paragraph(layout.placeAndDate, { ...centred, size: SIZE.placeAndDate, italic: true, before: SPACE.symbol })]
    : [];
  const table = sideBySide(HEAD_COLUMNS, [
    [issuer, nation],
    [number, date],
  ]);
  if (!layout.title) return [table];
  const { name, subject, rule: length } = layout.title;
  return [
    table,
    paragraph(name, { ...centred, size: SIZE.title, bold: true, before: SPACE.title }),
    brokenLines(subject, { ...centred, size: SIZE.title, bold: true }),
    rule(length, TEXT_WIDTH),
  ];
}
