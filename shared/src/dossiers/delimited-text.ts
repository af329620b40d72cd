const DELIMITERS = ['\t', ';', ','] as const;

/** The sign that parts the first line the most; a tab when it has one, as what is copied out of a sheet does. */
function delimiterOf(text: string): string {
  const line = text.split(/\r?\n/, 1)[0] ?? '';
  if (line.includes('\t')) return '\t';
  const [best] = [...DELIMITERS].sort((a, b) => line.split(b).length - line.split(a).length);
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
