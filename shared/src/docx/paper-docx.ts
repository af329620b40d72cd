import { TEXT_WIDTH, paperProperties, paperSections, type PaperDocument } from '../documents/index.js';
import { docxFile } from './page.js';
import { setParts } from './parts.js';

/** An official paper as DOCX, its annexes on pages of their own. */
export function paperDocx(paper: PaperDocument): Promise<ArrayBuffer> {
  const sections = paperSections(paper).map((parts) => setParts(parts, TEXT_WIDTH));
  return docxFile(paperProperties(paper.head), sections);
}
