/** What is drawn on the pages of a file, and what it is to those who have it read to them. Lengths in points. */
import { PAGE, type PaperProperties } from '@kiemtra/shared/documents';
import PdfDocument from 'pdfkit';
import type { Piece } from './lines.js';

export function points(millimetres: number): number {
  return (millimetres / 25.4) * 72;
}

type TagName = 'Document' | 'P' | 'H1' | 'H2' | 'H3' | 'Table' | 'TR' | 'TH' | 'TD';

/** A part of the tree that says what stands on the pages: a paragraph, a heading, a row of a table. */
export interface Tag {
  name: TagName;
  element: PDFKit.PDFStructureElement;
}

interface TagOptions extends NonNullable<Parameters<PDFKit.PDFDocument['struct']>[1]> {
  /** What the head of a table is of; the types of the library do not know it. */
  scope?: 'Column';
}

export class Pen {
  private readonly document: PDFKit.PDFDocument;
  private readonly known = new Set<string>();
  readonly root: Tag;

  constructor({ title, subject, author }: PaperProperties) {
    this.document = new PdfDocument({
      autoFirstPage: false,
      size: [points(PAGE.width), points(PAGE.height)],
      margin: 0,
      pdfVersion: '1.7',
      lang: 'vi-VN',
      tagged: true,
      displayTitle: true,
      info: { Title: title, Subject: subject, Author: author },
    });
    this.root = { name: 'Document', element: this.document.struct('Document') };
    this.document.addStructure(this.root.element);
  }

  /** The next thing of its parent, in the order of reading. */
  tag(name: TagName, parent: Tag): Tag {
    const options: TagOptions = name === 'TH' ? { scope: 'Column' } : {};
    const element = this.document.struct(name, options);
    parent.element.add(element);
    return { name, element };
  }

  beginPage(): void {
    this.document.addPage();
  }

  /** What is drawn meanwhile says something, and belongs to the tag; without one it is only to be seen. */
  within(tag: Tag | null, draw: () => void): void {
    const content = tag && this.document.markStructureContent(tag.name);
    if (!tag) this.document.markContent('Artifact', { type: 'Layout' });
    draw();
    this.document.endMarkedContent();
    if (content) tag.element.add(content);
  }

  /** Letters with their foot at this height. */
  write({ text, face, written }: Piece, size: number, x: number, y: number): void {
    if (!this.known.has(face.name)) this.document.registerFont(face.name, face.file);
    this.known.add(face.name);
    this.document.font(face.name).fontSize(size);
    if (written !== undefined) this.document.markContent('Span', { actual: written });
    this.document.text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
    if (written !== undefined) this.document.endMarkedContent();
  }

  /** A line from left to right, or down, or the four sides of a rectangle. */
  stroke(thickness: number, x: number, y: number, width: number, height: number): void {
    this.document.lineWidth(thickness);
    if (width > 0 && height > 0) this.document.rect(x, y, width, height).stroke();
    else
      this.document
        .moveTo(x, y)
        .lineTo(x + width, y + height)
        .stroke();
  }

  /** Everything drawn, as the bytes of a file. */
  async bytes(): Promise<Buffer> {
    this.document.end();
    return Buffer.concat((await this.document.toArray()) as Buffer[]);
  }
}
