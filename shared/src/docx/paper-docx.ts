import { TEXT_WIDTH, paperParts, paperProperties, type PaperDocument } from '../documents/index.js';
import { docxFile } from './page.js';
import { setParts } from './parts.js';

/** An official paper as DOCX. */
export function paperDocx(paper: PaperDocument): Promise<ArrayBuffer> {
  return docxFile(paperProperties(paper.head), setParts(paperParts(paper), TEXT_WIDTH));
}
