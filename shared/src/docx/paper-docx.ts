import { formatPaperSymbol, type PaperDocument } from '../documents/index.js';
import { addresseeParagraphs, bodyBlocks } from './body.js';
import { closing } from './closing.js';
import { paperHead } from './head.js';
import { docxFile } from './page.js';

/** An official paper as DOCX. */
export function paperDocx(paper: PaperDocument): Promise<ArrayBuffer> {
  const { head } = paper;
  return docxFile({ title: head.subject, subject: formatPaperSymbol(head.symbol), creator: head.issuer }, [
    ...paperHead(head),
    ...addresseeParagraphs(paper.addressees),
    ...bodyBlocks(paper.blocks),
    closing(paper),
  ]);
}
