import { HEAD_COLUMNS, MOTTO, NATION, SIZE, SPACE, headLayout } from './paper-layout.rules.js';
import type { PaperHead } from './paper.model.js';
import { setLines, setText, type SetPart, type SetRule } from './setting.model.js';

const rule = (length: number): SetRule => ({ kind: 'rule', length });

/** Issuing body, nation and motto, number, place and date; for a paper with a name also the name and its trích yếu. */
export function headParts(head: PaperHead): SetPart[] {
  const layout = headLayout(head);
  const centred = { align: 'center' } as const;
  const issuer = [
    ...(layout.superior.length > 0 ? [setLines(layout.superior, { ...centred, size: SIZE.superior })] : []),
    setLines(layout.issuer, { ...centred, size: SIZE.issuer, bold: true }),
    rule(layout.issuerRule),
  ];
  const nation = [
    setText(NATION, { ...centred, size: SIZE.nation, bold: true }),
    setText(MOTTO, { ...centred, size: SIZE.motto, bold: true }),
    rule(layout.mottoRule),
  ];
  const number = [
    setText(layout.symbol, { ...centred, size: SIZE.symbol, before: SPACE.symbol }),
    ...(layout.letterSubject.length > 0
      ? [
          setLines(layout.letterSubject, {
            ...centred,
            size: SIZE.letterSubject,
            before: SPACE.letterSubject,
            heading: 1,
          }),
        ]
      : []),
  ];
  const date = layout.placeAndDate
    ? [setText(layout.placeAndDate, { ...centred, size: SIZE.placeAndDate, italic: true, before: SPACE.symbol })]
    : [];
  const columns: SetPart = {
    kind: 'columns',
    widths: HEAD_COLUMNS,
    rows: [
      [issuer, nation],
      [number, date],
    ],
  };
  if (!layout.title) return [columns];
  const { name, subject, rule: length } = layout.title;
  const title = { ...centred, size: SIZE.title, bold: true } as const;
  return [
    columns,
    setText(name, { ...title, before: SPACE.title, heading: 1 }),
    setLines(subject, title),
    rule(length),
    ...(layout.authority.length > 0
      ? [setLines(layout.authority, { ...title, before: SPACE.authority, after: SPACE.paragraph })]
      : []),
  ];
}
