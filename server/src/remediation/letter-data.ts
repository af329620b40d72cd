import { AREAS } from '@kiemtra/shared/criteria';
import {
  PAPER_TYPES,
  readPaperSymbol,
  type CitedPaper,
  type LetterDeadline,
  type RemedyLetterInput,
} from '@kiemtra/shared/documents';
import type { FindingView } from '@kiemtra/shared/findings';
import type { CalendarDate } from '@kiemtra/shared/kernel';
import type { RecipientRow } from './remedy.rows.js';

/** What requests know of the letter; head, place and signer come from the department. */
export interface LetterData {
  /** Who issued the plan, and the day whose bodies and names the letter bears. */
  authority: { id: string; on: CalendarDate };
  content: Pick<
    RemedyLetterInput,
    'campaignYear' | 'addressees' | 'plan' | 'visitedOn' | 'findings' | 'requests' | 'reportBy'
  >;
}

/** The plan of a letter and the days on which the addressee was visited. */
export interface LetterPlan {
  year: number;
  title: string;
  number: string | null;
  issued_on: CalendarDate | null;
  authority_id: string;
  authority_name: string;
  /** Today while the letter is a draft; else the day of its paper. */
  written_on: CalendarDate;
  visited_on: CalendarDate[];
}

export function letterData(
  plan: LetterPlan,
  recipients: readonly RecipientRow[],
  findings: readonly FindingView[],
): LetterData {
  const shortcomings = new Map(findings.filter(({ kind }) => kind === 'shortcoming').map((each) => [each.id, each]));
  return {
    authority: { id: plan.authority_id, on: plan.written_on },
    content: {
      campaignYear: plan.year,
      addressees: [...new Set(recipients.map(({ name }) => name))],
      plan: citedPlan(plan),
      visitedOn: plan.visited_on,
      findings: [...shortcomings.values()].map(({ area, text, legalBasis }) => ({
        area: AREAS[area].name,
        text,
        legalBasis: legalBasis ?? '',
      })),
      requests: recipients.map((row) => ({ text: row.text, measure: row.measure ?? '', deadline: deadlineOf(row) })),
      reportBy: lastDeadline(recipients),
    },
  };
}

/** A draft has only its term: the due date follows when the paper has its date. */
function deadlineOf({ due_on: on, working_days: workingDays }: RecipientRow): LetterDeadline | null {
  if (on !== null) return { on };
  return workingDays === null ? null : { workingDays };
}

function lastDeadline(recipients: readonly RecipientRow[]): LetterDeadline | null {
  const last = recipients
    .toSorted((a, b) => (a.due_on ?? '').localeCompare(b.due_on ?? '') || (a.working_days ?? 0) - (b.working_days ?? 0))
    .at(-1);
  return last ? deadlineOf(last) : null;
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
