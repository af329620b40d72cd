import { PAGE, SIZE, formatPaperSymbol, type PaperDocument } from '@kiemtra/shared/documents';
import { AlignmentType, Document, Header, LineRuleType, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { addresseeParagraphs, bodyBlocks } from './body.js';
import { closing } from './closing.js';
import { paperHead } from './head.js';
import { paragraph, twips } from './paragraphs.js';

export const DOCX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** From the edge of the sheet to the page number, which stands inside the top margin. */
const PAGE_NUMBER_FROM_EDGE = 10;

/**
 * An official paper as DOCX. The document part depends on the model alone. Times New Roman is named, not embedded:
 * it is the font of the decree, and Liberation Serif stands in for it with the same widths.
 */
export async function paperDocx(paper: PaperDocument): Promise<Buffer> {
  const document = new Document({
    title: paper.head.subject,
    subject: formatPaperSymbol(paper.head.symbol),
    creator: paper.head.issuer,
    lastModifiedBy: paper.head.issuer,
    styles: {
      default: {
        document: {
          run: { font: 'Times New Roman', size: SIZE.body * 2, language: { value: 'vi-VN' } },
          paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
        },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twips(PAGE.width), height: twips(PAGE.height) },
            margin: {
              top: twips(PAGE.top),
              bottom: twips(PAGE.bottom),
              left: twips(PAGE.left),
              right: twips(PAGE.right),
              header: twips(PAGE_NUMBER_FROM_EDGE),
              footer: twips(PAGE_NUMBER_FROM_EDGE),
            },
            pageNumbers: { start: 1 },
          },
        },
        headers: { default: pageNumber() },
        children: [
          ...paperHead(paper.head),
          ...addresseeParagraphs(paper.addressees),
          ...bodyBlocks(paper.blocks),
          closing(paper),
          // Word wants a paragraph after a table at the end; this one takes no room.
          paragraph('', { size: 1 }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function pageNumber(): Header {
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: SIZE.pageNumber * 2 })],
      }),
    ],
  });
}
