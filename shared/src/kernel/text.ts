const COMBINING_MARKS = /\p{M}+/gu;
const collator = new Intl.Collator('vi', { numeric: true });

/**
 * The form in which text is searched: lower case, without tone marks, đ as d, single spaces.
 * "Phường Phú Thủy", "phuong phu thuy" and the decomposed spelling all fold to the same string.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(COMBINING_MARKS, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Vietnamese alphabetical order (Đ after D, tone marks last), numbers by value: "Phường 5" before "Phường 10". */
export function compareVietnamese(a: string, b: string): number {
  return collator.compare(a, b);
}

/** Number of code points, the unit in which every text limit is counted. */
export function codePointLength(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/**
 * True when the text can be stored and printed: no U+0000 and no other control characters except
 * tab and line breaks, no lone surrogates.
 */
export function isStorableText(text: string): boolean {
  return !/(?![\t\r\n])[\p{Cc}\p{Cs}]/u.test(text);
}

/** First letter in upper case, the rest untouched. */
export function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
