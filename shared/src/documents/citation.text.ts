import { addDays, capitalized, formatDecreeDate, type CalendarDate } from '../kernel/index.js';

/** A paper as it is cited the first time: type, number, date, issuer, subject (NĐ 30/2020/NĐ-CP, Phụ lục I, II.6). */
export interface CitedPaper {
  /** "Kế hoạch", "Quyết định". */
  typeName: string;
  /** "120/KH-UBND"; empty when unknown. */
  number: string;
  issuedOn: CalendarDate | null;
  /** As printed in running text; empty when unknown. */
  issuer: string;
  /** With or without "về" at its head; empty when unknown. */
  subject: string;
}

/** Subjects that follow the issuer without "về". */
const OWN_VERB = /^(về|ban hành|phê duyệt|thành lập|quy định|sửa đổi)\s/iu;

/** "Kế hoạch số 120/KH-UBND ngày 23 tháng 8 năm 2022 của … về …"; what is unknown is left out. */
export function citation({ typeName, number, issuedOn, issuer, subject }: CitedPaper): string {
  const about = uncapitalized(oneLine(subject).replace(/\.$/, ''));
  return [
    typeName,
    number && `số ${number}`,
    issuedOn && formatDecreeDate(issuedOn),
    issuer && `của ${inFull(issuer)}`,
    about && (OWN_VERB.test(about) ? about : `về ${about}`),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The most separate days that are named one by one. */
const NAMED_DAYS = 4;

/**
 * Days in running text: "ngày 25 tháng 10 năm 2022", "từ ngày 25 đến ngày 27 tháng 10 năm 2022" (days in a row, or too
 * many to name), "các ngày 25 và 27 tháng 10 năm 2022". Empty for no day.
 */
export function daysInWords(days: readonly CalendarDate[]): string {
  const sorted = [...new Set(days)].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (first === last) return formatDecreeDate(first);
  const inARow = sorted.length > 2 && addDays(first, sorted.length - 1) === last;
  if (inARow || sorted.length > NAMED_DAYS) return periodInWords(first, last);
  const months = new Map<string, string[]>();
  for (const day of sorted) months.set(day.slice(0, 7), [...(months.get(day.slice(0, 7)) ?? []), day]);
  return listed([...months.values()].map((group) => daysOfMonth(group, last)));
}

/** A period in running text, "từ ngày 29 tháng 9 đến ngày 01 tháng 10 năm 2026"; the end that is known, empty for neither. */
export function periodInWords(from: CalendarDate | null, to: CalendarDate | null): string {
  if (from !== null && from === to) return formatDecreeDate(from);
  const start = from && `từ ${to === null ? formatDecreeDate(from) : shortened(from, to)}`;
  return [start, to && `đến ${formatDecreeDate(to)}`].filter(Boolean).join(' ');
}

/** A date without the month and year it shares with a later one. */
function shortened(date: CalendarDate, later: CalendarDate): string {
  const [day = '', month] = formatDecreeDate(date).split(/ (?=tháng|năm)/);
  if (date.slice(0, 7) === later.slice(0, 7)) return day;
  return date.slice(0, 4) === later.slice(0, 4) ? `${day} ${month}` : formatDecreeDate(date);
}

function daysOfMonth(days: readonly CalendarDate[], last: CalendarDate): string {
  const end = days.at(-1) ?? last;
  const closing = end === last ? formatDecreeDate(end) : shortened(end, last);
  if (days.length === 1) return closing;
  const numbers = listed(days.map((day) => day.slice(8)));
  return closing.replace(/^ngày \d+/, `các ngày ${numbers}`);
}

function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} và ${last}` : last;
}

/** Text on one line, single spaces. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** On one line, without what ends a sentence. */
export function withoutStop(text: string): string {
  return oneLine(text).replace(/[\s.;,]+$/u, '');
}

/** As a sentence of its own. */
export function sentence(text: string): string {
  return `${capitalized(withoutStop(text))}.`;
}

/** First letter small unless the word is an abbreviation: "Cải cách thể chế" → "cải cách thể chế", "CCHC" stays. */
export function uncapitalized(text: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(text) ? text.charAt(0).toLocaleLowerCase('vi') + text.slice(1) : text;
}

/** Names of bodies as official papers print them: "UBND phường 5" → "Ủy ban nhân dân phường 5". */
export function inFull(name: string): string {
  return name.replace(/^UBND(?=\s)/, 'Ủy ban nhân dân').replace(/^HĐND(?=\s)/, 'Hội đồng nhân dân');
}
