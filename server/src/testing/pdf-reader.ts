/** A PDF as a reader of its own sees it. Lengths in mm from the upper left corner of the sheet, sizes in points. */
import { OPS, getDocument, type Page, type PdfDocument, type TextItem } from 'unpdf/pdfjs';

const MILLIMETRES_PER_POINT = 25.4 / 72;

export interface PrintedText {
  text: string;
  x: number;
  /** Of the foot of the letters. */
  y: number;
  width: number;
  size: number;
  /** "Tinos-Bold" */
  font: string;
}

export interface Stroke {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What a page is to a screen reader. */
export interface TagNode {
  role: string;
  children: TagNode[];
}

export interface PrintedPage {
  width: number;
  height: number;
  texts: PrintedText[];
  strokes: Stroke[];
  /** All its words, between them one space. */
  words: string;
  tags: TagNode;
}

export interface ReadPdf {
  pages: PrintedPage[];
  info: Record<string, unknown>;
  language: string;
}

async function opened<T>(bytes: Uint8Array, read: (document: PdfDocument, pages: Page[]) => Promise<T>): Promise<T> {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const pages: Page[] = [];
  for (let number = 1; number <= document.numPages; number += 1) pages.push(await document.getPage(number));
  const result = await read(document, pages);
  await document.destroy();
  return result;
}

/** Everything there is to see in the bytes of a file. */
export function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  return opened(bytes, async (document, pages) => {
    const { info } = await document.getMetadata();
    return { pages: await Promise.all(pages.map(readPage)), info, language: String(info['Language']) };
  });
}

/** The words of each page alone, which takes far less time. */
export function readWords(bytes: Uint8Array): Promise<string[]> {
  return opened(bytes, (_, pages) =>
    Promise.all(pages.map(async (page) => wordsOf((await page.getTextContent()).items))),
  );
}

function wordsOf(items: readonly TextItem[]): string {
  return items
    .map(({ str, hasEOL }) => str + (hasEOL ? '\n' : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

async function readPage(page: Page): Promise<PrintedPage> {
  const [, , width = 0, height = 0] = page.view;
  const strokes = await strokesOf(page);
  const { items } = await page.getTextContent();
  const texts = items.flatMap((item) => {
    if (item.str.trim() === '') return [];
    const [size = 0, , , , x = 0, y = 0] = item.transform;
    return [
      {
        text: item.str,
        x: x * MILLIMETRES_PER_POINT,
        y: (height - y) * MILLIMETRES_PER_POINT,
        width: item.width * MILLIMETRES_PER_POINT,
        size,
        font: fontOf(page, item.fontName),
      },
    ];
  });
  return {
    width: width * MILLIMETRES_PER_POINT,
    height: height * MILLIMETRES_PER_POINT,
    texts,
    strokes,
    words: wordsOf(items),
    tags: (await page.getStructTree()) as TagNode,
  };
}

function fontOf(page: Page, name: string): string {
  const font = page.commonObjs.get(name) as { name: string };
  return font.name.replace(/^[A-Z]{6}\+/, '');
}

/** Extents of what is drawn with a line. */
async function strokesOf(page: Page): Promise<Stroke[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  return fnArray.flatMap((operation, index) => {
    if (operation !== OPS.constructPath) return [];
    const [, , extent] = argsArray[index] as [number, unknown, Float32Array];
    const [left = 0, top = 0, right = 0, bottom = 0] = Array.from(extent, (at) => at * MILLIMETRES_PER_POINT);
    return [{ x: left, y: top, width: right - left, height: bottom - top }];
  });
}
