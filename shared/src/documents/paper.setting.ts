import { addresseeParts, bodyParts } from './paper-body.setting.js';
import { closingPart } from './paper-closing.setting.js';
import { headParts } from './paper-head.setting.js';
import { formatPaperSymbol } from './paper-symbol.rules.js';
import type { PaperDocument, PaperHead } from './paper.model.js';
import type { SetPart } from './setting.model.js';

/** An official paper as it is set. */
export function paperParts(paper: PaperDocument): SetPart[] {
  return [
    ...headParts(paper.head),
    ...addresseeParts(paper.addressees),
    ...bodyParts(paper.blocks),
    closingPart(paper),
  ];
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
