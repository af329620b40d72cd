import { PAGE, PAGE_NUMBER_FROM_EDGE, SIZE, setText, type PaperProperties } from '../documents/index.js';
import {
  AlignmentType,
  Document,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type FileChild,
  type ISectionOptions,
} from 'docx';
import { paragraph, twips } from './parts.js';

export const DOCX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * A4 with the margins of the decree, its page number from the second page on; each section begins on a new page and counts
 * its pages anew. The document part depends on the sections alone. Times New Roman is named, not embedded: it is the font of
 * the decree, and Liberation Serif stands in for it with the same widths.
 */
export async function docxFile(
  { title, subject, author }: PaperProperties,
  sections: readonly (readonly FileChild[])[],
): Promise<ArrayBuffer> {
  const document = new Document({
    title,
    subject,
    creator: author,
    lastModifiedBy: author,
    styles: {
      default: {
        document: {
          run: { font: 'Times New Roman', size: SIZE.body * 2, language: { value: 'vi-VN' } },
          paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
        },
      },
    },
    sections: sections.map(section),
  });
  return Packer.toArrayBuffer(document);
}

function section(children: readonly FileChild[]): ISectionOptions {
  return {
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
    // Word wants a paragraph after a table at the end; this one takes no room.
    children: [...children, paragraph(setText('', { size: 1 }))],
  };
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
