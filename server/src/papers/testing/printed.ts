import {
  addresseeLines,
  annexLayout,
  headLayout,
  labelled,
  recipientLines,
  runsOf,
  signatureLines,
  withEndMark,
  type Block,
  type Inline,
  type PaperDocument,
} from '@kiemtra/shared/documents';

const textOf = (text: Inline) =>
  runsOf(text)
    .map((run) => run.text)
    .join('');

/** The body line by line; cells of a table parted by " | ". */
function bodyLines(blocks: readonly Block[]): string[] {
  return labelled(blocks).flatMap(({ label, block }) => {
    if (block.kind !== 'table') return [label, textOf(block.text)].filter(Boolean).join(' ');
    return [block.columns.map(({ header }) => header), ...block.rows.map((row) => row.map(textOf))].map((cells) =>
      cells.join(' | '),
    );
  });
}

/** A paper as it prints, line by line and part by part, for comparing with a golden file. */
export function printed(paper: PaperDocument): string {
  const { superior, issuer, symbol, placeAndDate, title, authority, letterSubject } = headLayout(paper.head);
  const parts = [
    [superior.join(' '), issuer.join(' '), symbol, placeAndDate, letterSubject.join(' ')],
    [title?.name, title?.subject.join(' '), authority.join(' ')],
    addresseeLines(paper.addressees).map((line) => `Kính gửi: ${line}`),
    bodyLines(withEndMark(paper.blocks)),
    [...signatureLines(paper.signer), paper.signer.name],
    recipientLines(paper.recipients, paper.filing),
    ...(paper.annexes ?? []).map(({ blocks }, index) => {
      const { label, title: name, reference } = annexLayout(paper, index);
      return [label, name.join(' '), reference.join(' '), ...bodyLines(blocks)];
    }),
  ];
  const texts = parts.map((lines) => lines.filter(Boolean).join('\n')).filter(Boolean);
  return `${texts.join('\n\n')}\n`;
}
