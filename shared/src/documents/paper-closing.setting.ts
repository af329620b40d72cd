import { RECIPIENT_INDENT, SIGNATURE_COLUMNS, SIZE, SPACE } from './paper-layout.rules.js';
import { recipientLines } from './paper-text.rules.js';
import type { PaperDocument } from './paper.model.js';
import { setLines, setText, type SetColumns } from './setting.model.js';
import { signatureLines } from './signature.rules.js';

/** Nơi nhận at the left edge, level with the title of the signer. */
export function closingPart({ recipients, filing, signer }: PaperDocument): SetColumns {
  const list = recipientLines(recipients, filing);
  const signature = { size: SIZE.signature, bold: true, align: 'center' } as const;
  const indent = { left: RECIPIENT_INDENT, hanging: RECIPIENT_INDENT };
  return {
    kind: 'columns',
    widths: SIGNATURE_COLUMNS,
    rows: [
      [
        [
          setText('Nơi nhận:', { size: SIZE.recipientsTitle, bold: true, italic: true, before: SPACE.closing }),
          ...list.map((line) => setText(line, { size: SIZE.recipients, indent })),
        ],
        [
          setLines(signatureLines(signer), { ...signature, before: SPACE.closing }),
          setText(signer.name ?? '', { ...signature, before: SPACE.signature }),
        ],
      ],
    ],
  };
}
