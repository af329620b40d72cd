import type { CalendarDate } from '../kernel/index.js';
import type { CitedPaper } from './citation.text.js';
import { PAPER_TYPES, readPaperSymbol } from './paper-symbol.rules.js';

/** A legal basis as a plan records it; what is not known is null. */
export interface LegalBasis {
  type: string;
  number: string | null;
  date: CalendarDate | null;
  issuer: string | null;
  subject: string | null;
}

export interface PlanToCite {
  number: string | null;
  issuedOn: CalendarDate | null;
  /** The body that issued it, under its name of that time. */
  issuer: string;
  title: string;
  legalBases: readonly LegalBasis[];
}

/** A legal basis as papers cite it. */
export function citedBasis({ type, number, date, issuer, subject }: LegalBasis): CitedPaper {
  return { typeName: type, number: number ?? '', issuedOn: date, issuer: issuer ?? '', subject: subject ?? '' };
}

/**
 * The plan as papers cite it: as it stands among its own bases, where it does, else by its title. Null when neither number
 * nor date is known: nothing can be cited then.
 */
export function citedPlan({ number, issuedOn, issuer, title, legalBases }: PlanToCite): CitedPaper | null {
  if (number === null && issuedOn === null) return null;
  const known = legalBases.find((basis) => number !== null && basis.number === number);
  if (known) return citedBasis(known);
  const read = number === null ? null : readPaperSymbol(number);
  const type = read && 'symbol' in read ? read.symbol.type : null;
  const typeName = PAPER_TYPES[type ?? 'KH'];
  const subject = title.toLocaleLowerCase('vi').startsWith(`${typeName.toLocaleLowerCase('vi')} `)
    ? title.slice(typeName.length + 1)
    : title;
  return { typeName, number: number ?? '', issuedOn, issuer, subject };
}
