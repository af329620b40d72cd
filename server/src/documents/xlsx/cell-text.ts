/** What Excel takes at most in one cell, in UTF-16 units. */
export const CELL_LIMIT = 32_767;
const SHEET_NAME_LIMIT = 31;

/** Control characters (but tab and line breaks), lone surrogates and the two non-characters: no XML may hold them. */
const ILLEGAL_IN_XML = /(?![\t\r\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
/** Excel reads "_x003D_" as "="; written so, the underscore stays an underscore. */
const ESCAPE_LOOKALIKE = /_(?=x[0-9a-f]{4}_)/gi;
/** First characters that make a formula of a text when it is typed again or saved as CSV. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * User text as it may stand in a cell: without characters XML forbids, never longer than a cell, and with an apostrophe
 * before anything that could be taken for a formula. Cells are string cells as well; the apostrophe guards the copy
 * that leaves the workbook.
 */
export function cellText(text: string): string {
  const clean = text.replace(ILLEGAL_IN_XML, '');
  const guarded = (FORMULA_START.test(clean) ? `'${clean}` : clean).replace(/\r\n?/g, '\n');
  return shortened(guarded, CELL_LIMIT).replace(ESCAPE_LOOKALIKE, '_x005F_');
}

function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** A name Excel accepts for a sheet and that no sheet in `taken` has: at most 31 characters, none of []:*?/\ and no quote. */
export function sheetName(wanted: string, taken: readonly string[]): string {
  const clean = wanted
    .replace(ILLEGAL_IN_XML, '')
    .replace(/[[\]:*?/\\\s]+/g, ' ')
    .replace(/'/g, '’')
    .trim();
  const base = shortened(clean, SHEET_NAME_LIMIT) || 'Trang';
  const isTaken = (name: string) =>
    taken.some((other) => other.toLocaleLowerCase('vi') === name.toLocaleLowerCase('vi'));
  let name = base;
  for (let copy = 2; isTaken(name); copy += 1) {
    const ending = ` (${copy})`;
    name = shortened(clean || 'Trang', SHEET_NAME_LIMIT - ending.length) + ending;
  }
  return name;
}
