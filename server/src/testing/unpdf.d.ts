/** What `pdf-reader.ts` uses of PDF.js; the types of the package name their own files without an ending. */
declare module 'unpdf/pdfjs' {
  interface TextItem {
    str: string;
    transform: number[];
    width: number;
    fontName: string;
    hasEOL: boolean;
  }
  interface Page {
    view: number[];
    commonObjs: { get: (name: string) => unknown };
    getOperatorList: () => Promise<{ fnArray: number[]; argsArray: unknown[] }>;
    getTextContent: () => Promise<{ items: TextItem[] }>;
    getStructTree: () => Promise<unknown>;
  }
  interface PdfDocument {
    numPages: number;
    getPage: (number: number) => Promise<Page>;
    getMetadata: () => Promise<{ info: Record<string, unknown> }>;
    destroy: () => Promise<void>;
  }
  const OPS: Record<'constructPath', number>;
  function getDocument(source: { data: Uint8Array; verbosity: number }): { promise: Promise<PdfDocument> };
}
