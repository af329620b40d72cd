const DELIMITERS = ['\t', ';', ','] as const;

/** Lines among which the names of columns are: titles above them part nothing. */
const FIRST_LINES = 20;

/** A cell in quotes, behind whatever may part it from the one before. */
const QUOTED = /(^|[\t;,])[^\S\t\n]*"(?:[^"]|"")*"/gm;

/**
 * The sign that parts one of the first lines the most; a tab when there is one, as in what is copied out of a sheet. What
 * stands in quotes parts nothing.
 */
function delimiterOf(text: string): string {
  const lines = text.replace(QUOTED, '$1').split(/\r?\n/, FIRST_LINES);
  if (lines.some((line) => line.includes('\t'))) return '\t';
  const parted = (sign: string) => Math.max(...lines.map((line) => line.split(sign).length));
  const [best] = [...DELIMITERS].sort((a, b) => parted(b) - parted(a));
  return best ?? ',';
}

/** Rows and cells of pasted text or of a CSV file (RFC 4180, also with semicolons or tabs). Reads anything. */
export function readDelimited(raw: string): string[][] {
  const text = raw.replace(/^\uFEFF/, '');
  const delimiter = delimiterOf(text);
  const rows: string[][] = [];
  let [row, cell, isQuoted] = [[] as string[], '', false];
  const endCell = () => {
    row.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (isQuoted && sign === '"' && text.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"' && (isQuoted || cell.trim() === '')) {
      if (!isQuoted) cell = '';
      isQuoted = !isQuoted;
    } else if (isQuoted) cell += sign;
    else if (sign === delimiter) endCell();
    else if (sign === '\n') endRow();
    else if (sign !== '\r') cell += sign;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}
