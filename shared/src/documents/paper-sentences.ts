/** The sentences in which papers tell what was found and what is asked. */
import { formatDecimal, formatDecreeDate, type CalendarDate } from '../kernel/index.js';
import { oneLine, sentence, uncapitalized, withoutStop } from './citation.text.js';

/** By when: a day, or in working days from a paper's own date while that is the clerk's to write. */
export type Deadline = { on: CalendarDate } | { workingDays: number };

/**
 * The deadline that papers print: the due date as issued, whatever was granted since. A draft has only its term: its due date
 * follows when the paper has its date. Null when none is set.
 */
export function deadlineOf(firstDueOn: CalendarDate | null, workingDays: number | null): Deadline | null {
  if (firstDueOn !== null) return { on: firstDueOn };
  return workingDays === null ? null : { workingDays };
}

/** "Còn 12 hồ sơ trả chậm (quy định tại khoản 5 Điều 18 …)."; a basis that is not known is left out. */
export function findingSentence({ text, legalBasis }: { text: string; legalBasis: string }): string {
  const basis = oneLine(legalBasis);
  return sentence(basis ? `${withoutStop(text)} (quy định tại ${citedInside(withoutStop(basis))})` : text);
}

/** What is asked, its measure and its term, which runs from the day of `paper` ("Công văn này") while that is blank. */
export function requestSentence(
  { text, measure, deadline }: { text: string; measure: string; deadline: Deadline | null },
  paper: string,
): string {
  const parts = [
    sentence(text),
    measure.trim() ? sentence(`Biện pháp: ${uncapitalized(oneLine(measure))}`) : '',
    deadline ? `Hoàn thành ${deadlineText(deadline, paper)}.` : '',
  ];
  return parts.filter(Boolean).join(' ');
}

/** Terms run from the day of issue, as due dates do. */
export function deadlineText(deadline: Deadline, paper: string): string {
  if ('on' in deadline) return `chậm nhất ${formatDecreeDate(deadline.on)}`;
  return `trong thời hạn ${twoDigits(deadline.workingDays)} ngày làm việc kể từ ngày ban hành ${paper}`;
}

/** The last of them, by which all must be done; null when none is set. */
export function lastDeadline(deadlines: readonly (Deadline | null)[]): Deadline | null {
  const day = (deadline: Deadline) => ('on' in deadline ? deadline.on : '');
  const term = (deadline: Deadline) => ('on' in deadline ? 0 : deadline.workingDays);
  return (
    deadlines
      .filter((deadline) => deadline !== null)
      .toSorted((a, b) => day(a).localeCompare(day(b)) || term(a) - term(b))
      .at(-1) ?? null
  );
}

/** A count as papers write it: with a leading 0 below 10, a dot at thousands. */
export function twoDigits(count: number): string {
  return formatDecimal(String(count)).padStart(2, '0');
}

/** A legal basis in the middle of a sentence: khoản and điểm small, Điều and names of papers as they are. */
function citedInside(basis: string): string {
  return /^(Khoản|Điểm)\s/u.test(basis) ? uncapitalized(basis) : basis;
}
