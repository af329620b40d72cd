import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import ExcelJS from '@protobi/exceljs';
import JSZip from 'jszip';

/** The smallest picture that is one. */
export const PICTURE = {
  name: 'bang-niem-yet.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

/** Follows a download link and waits for the whole file. */
export async function download(page: Page, link: string): Promise<Download> {
  const started = page.waitForEvent('download');
  await page.getByRole('link', { name: link }).click();
  return started;
}

/** The cells of a sheet as text, row by row. */
export async function rowsOf(file: Download, sheet: number): Promise<string[][]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(await file.path());
  const rows: string[][] = [];
  workbook.worksheets[sheet]?.eachRow((row) => {
    const cells: string[] = [];
    row.eachCell((cell) => cells.push(cell.text));
    rows.push(cells);
  });
  return rows;
}

/** The words of a DOCX, one paragraph a line. */
export async function textOf(file: Download): Promise<string> {
  const zip = await JSZip.loadAsync(await readFile(await file.path()));
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  return xml.replaceAll('</w:p>', '\n').replaceAll(/<[^>]+>/g, '');
}
