import { paperProperties, paperSections, type PaperDocument } from '@kiemtra/shared/documents';
import { boxesOf } from './boxes.js';
import { TEXT_ROOM, putOnPages } from './pages.js';
import { Pen } from './pen.js';

/**
 * An official paper as PDF, its font within, tagged for those who have it read to them. Whatever the text, there is a
 * paper: a letter that the font lacks is printed as a box and stays in the file as it was written.
 */
export function paperPdf(paper: PaperDocument): Promise<Buffer> {
  const pen = new Pen(paperProperties(paper.head));
  for (const parts of paperSections(paper)) putOnPages(pen, boxesOf(pen, parts, TEXT_ROOM, pen.root));
  return pen.bytes();
}
