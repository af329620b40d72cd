import {
  SIGNATURE_COLUMNS,
  SIZE,
  SPACE,
  recipientLines,
  signatureLines,
  type PaperDocument,
} from '../documents/index.js';
import type { Table } from 'docx';
import { brokenLines, paragraph, sideBySide } from './paragraphs.js';

/** Nơi nhận at the left edge, level with the title of the signer. */
export function closing({ recipients, filing, signer }: PaperDocument): Table {
  const list = recipientLines(recipients, filing);
  const signature = { size: SIZE.signature, bold: true, align: 'center' } as const;
  return sideBySide(SIGNATURE_COLUMNS, [
    [
      [
        paragraph('Nơi nhận:', { size: SIZE.recipientsTitle, bold: true, italic: true, before: SPACE.closing }),
        ...list.map((line) => paragraph(line, { size: SIZE.recipients, indent: { left: 2, hanging: 2 } })),
      ],
      [
        brokenLines(signatureLines(signer), { ...signature, before: SPACE.closing }),
        paragraph(signer.name ?? '', { ...signature, before: SPACE.signature }),
      ],
    ],
  ]);
}
