import { AREAS } from '@kiemtra/shared/criteria';
import {
  citedPlan,
  deadlineOf,
  lastDeadline,
  type LegalBasis,
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
  legal_bases: LegalBasis[];
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
      plan: citedPlan({
        number: plan.number,
        issuedOn: plan.issued_on,
        issuer: plan.authority_name,
        title: plan.title,
        legalBases: plan.legal_bases,
      }),
      visitedOn: plan.visited_on,
      findings: [...shortcomings.values()].map(({ area, text, legalBasis }) => ({
        area: AREAS[area].name,
        text,
        legalBasis: legalBasis ?? '',
      })),
      requests: recipients.map((row) => ({ text: row.text, measure: row.measure ?? '', deadline: deadline(row) })),
      reportBy: lastDeadline(recipients.map(deadline)),
    },
  };
}

const deadline = (row: RecipientRow) => deadlineOf(row.first_due_on, row.working_days);
