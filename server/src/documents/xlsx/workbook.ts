/**
 * Tables as XLSX, row by row: whoever has the rows gives them one at a time, and they leave for the stream as they come,
 * so that memory does not grow with the export. Numbers, shares and days are real numbers and dates; text is string
 * cells alone, and no formula is ever written.
 */
import ExcelJS, { type Style } from '@protobi/exceljs';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { cellText, sheetName } from './cell-text.js';
import { rowHeight } from './row-height.js';

/** What a column holds. `share` is an exact decimal shown as a percentage: "0.9" prints 90,00%. */
export type ColumnKind = 'text' | 'whole' | 'decimal' | 'share' | 'date';

export interface Column {
  header: string;
  kind: ColumnKind;
  /** In characters of the font. */
  width: number;
  /** Text stands left, numbers right, whole numbers and days in the middle; a column of short texts may too. */
  isCentred?: boolean;
}

/** Text, an exact decimal or a day (all strings) or a whole number, as the kind of the column says; null when empty. */
export type Cell = string | number | null;

export interface Row {
  cells: readonly Cell[];
  /** Stands out: totals of an area or of all. */
  isTotal?: boolean;
}

export interface Sheet {
  name: string;
  /** Lines above the table: what it is, of which plan, as of when. */
  title: readonly string[];
  columns: readonly Column[];
  rows: Iterable<Row> | AsyncIterable<Row>;
}

export const XLSX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Rows written before the stream gets its turn. */
const ROWS_PER_TURN = 50;
const FONT = { name: 'Times New Roman', size: 12 };
const LINE = { style: 'thin', color: { argb: 'FF808080' } } as const;
const BORDER = { top: LINE, bottom: LINE, left: LINE, right: LINE };
const NUMBER_FORMAT: Record<ColumnKind, string> = {
  text: '@',
  whole: '#,##0',
  decimal: '#,##0.00',
  share: '0.00%',
  date: 'dd/mm/yyyy',
};

/** Writes the sheets and ends the stream. Fails, and closes the stream, when rows fail or the reader goes away. */
export async function writeWorkbook(sheets: readonly Sheet[], stream: Writable): Promise<void> {
  try {
    await Promise.all([writeSheets(sheets, stream), finished(stream)]);
  } catch (error) {
    stream.destroy();
    throw error;
  }
}

async function writeSheets(sheets: readonly Sheet[], stream: Writable): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const names: string[] = [];
  for (const sheet of sheets) {
    const name = sheetName(sheet.name, names);
    names.push(name);
    await writeSheet(workbook, name, sheet, stream);
  }
  await workbook.commit();
}

async function writeSheet(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  name: string,
  { title, columns, rows }: Sheet,
  stream: Writable,
): Promise<void> {
  const headRow = title.length === 0 ? 1 : title.length + 2;
  const worksheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: 0, ySplit: headRow }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${headRow}:${headRow}`,
    },
  });
  worksheet.columns = columns.map(({ width }) => ({ width }));
  worksheet.autoFilter = { from: { row: headRow, column: 1 }, to: { row: headRow, column: columns.length } };
  title.forEach((line, index) => {
    const cell = worksheet.getRow(index + 1).getCell(1);
    cell.value = plainText(line);
    cell.style = { font: { ...FONT, bold: index === 0, size: index === 0 ? 14 : 12 } };
  });
  columns.forEach(({ header }, index) => {
    const cell = worksheet.getRow(headRow).getCell(index + 1);
    cell.value = plainText(header);
    cell.style = HEAD_STYLE;
  });
  const headTexts = columns.map(({ header, width }) => ({ text: header, width }));
  worksheet.getRow(headRow).height = rowHeight(headTexts, FONT.size, 'bold');
  worksheet.getRow(headRow).commit();

  const styles = columns.map((column) => ({ plain: styleOf(column, false), total: styleOf(column, true) }));
  let at = headRow;
  for await (const { cells, isTotal } of rows) {
    at += 1;
    const row = worksheet.getRow(at);
    columns.forEach(({ kind }, index) => {
      const cell = row.getCell(index + 1);
      cell.value = cellValue(kind, cells[index] ?? null);
      const style = styles[index];
      if (style) cell.style = isTotal ? style.total : style.plain;
    });
    const texts = columns.flatMap(({ kind, width }, index) => {
      return kind === 'text' ? [{ text: String(cells[index] ?? ''), width }] : [];
    });
    row.height = rowHeight(texts, FONT.size, isTotal ? 'bold' : 'regular');
    row.commit();
    if (at % ROWS_PER_TURN === 0) await takeTurn(stream);
  }
  worksheet.commit();
}

/** Lets the packed bytes leave: memory stays flat however slowly the reader takes them. */
async function takeTurn(stream: Writable): Promise<void> {
  if (stream.destroyed) throw new Error('The reader of the workbook has gone.');
  if (!stream.writableNeedDrain) return setImmediate();
  const over = new AbortController();
  try {
    const { signal } = over;
    await Promise.race([once(stream, 'drain', { signal }), once(stream, 'close', { signal })]);
  } finally {
    over.abort();
  }
}

const HEAD_STYLE: Partial<Style> = {
  font: { ...FONT, bold: true },
  alignment: { wrapText: true, horizontal: 'center', vertical: 'middle' },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7E6E6' } },
  border: BORDER,
};

function styleOf({ kind, isCentred = kind === 'whole' || kind === 'date' }: Column, isTotal: boolean): Partial<Style> {
  return {
    font: { ...FONT, bold: isTotal },
    numFmt: NUMBER_FORMAT[kind],
    alignment: { vertical: 'top', wrapText: kind === 'text', ...(isCentred && { horizontal: 'center' }) },
    border: BORDER,
  };
}

function cellValue(kind: ColumnKind, cell: Cell): ExcelJS.CellValue {
  if (cell === null || cell === '') return null;
  if (kind === 'text') return plainText(String(cell));
  if (kind === 'date') return new Date(`${cell}T00:00:00Z`);
  return Number(cell);
}

/** As rich text of one run: the only form the library writes as an inline string, the cell type of constant text. */
function plainText(text: string): ExcelJS.CellRichTextValue {
  return { richText: [{ text: cellText(text) }] };
}
