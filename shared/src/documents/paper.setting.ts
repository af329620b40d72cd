import { addresseeParts, annexParts, bodyParts } from './paper-body.setting.js';
import { closingPart } from './paper-closing.setting.js';
import { headParts } from './paper-head.setting.js';
import { formatPaperSymbol } from './paper-symbol.rules.js';
import type { PaperDocument, PaperHead } from './paper.model.js';
import type { SetPart } from './setting.model.js';

function paperParts(paper: PaperDocument): SetPart[] {
  return [
    ...headParts(paper.head),
    ...addresseeParts(paper.addressees),
    ...bodyParts(paper.blocks),
    closingPart(paper),
  ];
}

/** The paper and each of its annexes as they are set; each begins on a new page and counts its pages anew. */
export function paperSections(paper: PaperDocument): SetPart[][] {
  return [paperParts(paper), ...(paper.annexes ?? []).map((_, index) => annexParts(paper, index))];
}

/** What a file says of itself, beside its text. */
export interface PaperProperties {
  title: string;
  subject: string;
  /** The issuing body. */
  author: string;
}

export function paperProperties({ subject, symbol, issuer }: PaperHead): PaperProperties {
  return { title: subject, subject: formatPaperSymbol(symbol), author: issuer };
}
