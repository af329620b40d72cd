/** Abbreviation of the unit that drafts the papers of inspections, within the body that issues them. */
export const DRAFTING_UNIT = 'CCHC';

const LINKING_WORDS = new Set(['và', 'các', 'của']);

/**
 * The abbreviation of a body as symbols carry it: "Sở Nội vụ" → "SNV", "Sở Nông nghiệp và Môi trường" → "SNNMT",
 * "UBND phường Phú Lợi" → "UBND"; the province behind a department's name is no part of it. The department may use another one; the symbol on paper is the clerk's.
 */
export function bodyAbbreviation(name: string): string {
  const [first = '', ...rest] = name
    .trim()
    .replace(/\s(tỉnh|thành phố)\s.+$/u, '')
    .split(/\s+/u);
  if (/^[A-ZĐ]{2,}$/u.test(first)) return first;
  return [first, ...rest]
    .filter((word) => !LINKING_WORDS.has(word.toLocaleLowerCase('vi')))
    .map((word) => word.charAt(0).toLocaleUpperCase('vi'))
    .filter((letter) => /\p{L}/u.test(letter))
    .join('');
}
