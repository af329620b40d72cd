import { AREAS } from '@kiemtra/shared/criteria';
import { PAPER_TYPES, readPaperSymbol, type CitedPaper, type RemedyLetterInput } from '@kiemtra/shared/documents';
import type { FindingView } from '@kiemtra/shared/findings';
import type { CalendarDate } from '@kiemtra/shared/kernel';
import type { RecipientRow } from './remedy.rows.js';

/** What requests know of the letter; head, place and signer come from the department. */
export type LetterData = { planId: string } & Pick<
  RemedyLetterInput,
  'campaignYear' | 'addressees' | 'plan' | 'visitedOn' | 'findings' | 'requests' | 'reportBy'
>;

/** The plan of a letter and the days on which the addressee was visited. */
export interface LetterPlan {
  year: number;
  title: string;
  number: string | null;
  issued_on: CalendarDate | null;
  authority_name: string;
  visited_on: CalendarDate[];
}

export function letterData(
  plan: LetterPlan,
  recipients: readonly RecipientRow[],
  findings: readonly FindingView[],
): LetterData {
  const shortcomings = new Map(findings.filter(({ kind }) => kind === 'shortcoming').map((each) => [each.id, each]));
  const dueDates = recipients.flatMap(({ due_on }) => due_on ?? []).sort();
  return {
    planId: recipients[0]?.plan_id ?? '',
    campaignYear: plan.year,
    addressees: [...new Set(recipients.map(({ name }) => name))],
    plan: citedPlan(plan),
    visitedOn: plan.visited_on,
    findings: [...shortcomings.values()].map(({ area, text, legalBasis }) => ({
      area: AREAS[area].name,
      text,
      legalBasis: legalBasis ?? '',
    })),
    requests: recipients.map(({ text, measure, due_on }) => ({ text, measure: measure ?? '', dueOn: due_on })),
    reportBy: dueDates.at(-1) ?? null,
  };
}

/** Null when neither number nor date is known: nothing can be cited then. */
function citedPlan({ number, issued_on: issuedOn, authority_name: issuer, title }: LetterPlan): CitedPaper | null {
  if (number === null && issuedOn === null) return null;
  const read = number === null ? null : readPaperSymbol(number);
  const type = read && 'symbol' in read ? read.symbol.type : null;
  const typeName = PAPER_TYPES[type ?? 'KH'];
  const subject = title.toLocaleLowerCase('vi').startsWith(`${typeName.toLocaleLowerCase('vi')} `)
    ? title.slice(typeName.length + 1)
    : title;
  return { typeName, number: number ?? '', issuedOn, issuer, subject };
}
