import { capitalized, formatDecreeDate } from '../kernel/index.js';
import type { Block, Inline, PaperHead, Run } from './paper.model.js';
import { PAPER_TYPES, formatPaperSymbol } from './paper-symbol.rules.js';

/** Letters of điểm: the Vietnamese alphabet, without f, j, w, z and without the letters that carry a mark but đ. */
const POINT_LETTERS = 'a b c d đ e g h i k l m n o p q r s t u v x y'.split(' ');
const ROMAN: readonly (readonly [number, string])[] = [
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** The letter of the nth điểm, from 1: a, b, c, d, đ, e, g … y, then aa, ab … */
export function pointLetter(n: number): string {
  const rest = n - 1;
  const last = POINT_LETTERS[rest % POINT_LETTERS.length] ?? '';
  return rest < POINT_LETTERS.length ? last : pointLetter(Math.floor(rest / POINT_LETTERS.length)) + last;
}

/** Roman number from 1 to 89, enough for the parts of a paper. */
export function romanNumber(n: number): string {
  const [value, letter] = ROMAN.find(([size]) => size <= n) ?? [];
  return value && letter ? letter + romanNumber(n - value) : '';
}

/** "Cần Thơ, ngày 05 tháng 01 năm 2026", or "Cần Thơ, ngày … tháng … năm 2026" for the clerk; null without a place. */
export function placeAndDate(head: PaperHead): string | null {
  return head.place === null ? null : `${head.place}, ${dateOfPaper(head)}`;
}

function dateOfPaper({ issuedOn, year }: PaperHead): string {
  return issuedOn ? formatDecreeDate(issuedOn) : `ngày … tháng … năm ${year}`;
}

/** "Phụ lục", or "Phụ lục I" and on where there are several (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III). */
export function annexLabel(count: number, index: number): string {
  return count > 1 ? `Phụ lục ${romanNumber(index + 1)}` : 'Phụ lục';
}

/** "(Kèm theo Kế hoạch số ……/KH-SNV ngày … tháng … năm 2026 của Sở Nội vụ)" */
export function annexReference(head: PaperHead): string {
  const { type } = head.symbol;
  const paper = `${type ? PAPER_TYPES[type] : 'Công văn'} số ${formatPaperSymbol(head.symbol)}`;
  return `(Kèm theo ${paper} ${dateOfPaper(head)} của ${head.authority ?? head.issuer})`;
}

/** One addressee stands alone; several are lines with "-", ";" and a final ".". */
export function addresseeLines(addressees: readonly string[]): string[] {
  if (addressees.length <= 1) return [...addressees];
  return addressees.map((name, index) => `- ${name}${index === addressees.length - 1 ? '.' : ';'}`);
}

/** The list under "Nơi nhận:", closed by the line that says where the copies stay. */
export function recipientLines(recipients: readonly string[], filing: string): string[] {
  return [...recipients.map((name) => `- ${capitalized(name)};`), `- Lưu: ${filing}.`];
}

/** The runs of running text. */
export function runsOf(text: Inline): readonly Run[] {
  return typeof text === 'string' ? [{ text }] : text;
}

/** A block with the label it prints before its text ("I.", "1.", "a)", "-"), or null. */
export interface LabelledBlock {
  label: string | null;
  block: Block;
}

/** Puts the labels before the blocks: each level counts on until a higher one comes. */
export function labelled(blocks: readonly Block[]): LabelledBlock[] {
  const count = { article: 0, part: 0, section: 0, clause: 0, point: 0 };
  return blocks.map((block, index) => {
    switch (block.kind) {
      case 'heading':
        count.clause = count.point = 0;
        if (block.level === 2) return { label: `${(count.section += 1)}.`, block };
        count.section = 0;
        return {
          label: `${romanNumber((count.part += 1))}.`,
          block: { ...block, text: block.text.toLocaleUpperCase('vi') },
        };
      case 'clause':
        count.point = 0;
        return { label: `${(count.clause += 1)}.`, block };
      case 'point':
        return { label: `${pointLetter((count.point += 1))})`, block };
      case 'dash':
        return { label: '-', block };
      case 'article':
        count.clause = count.point = 0;
        return { label: `Điều ${(count.article += 1)}.`, block };
      case 'basis':
        return { label: null, block: ending(block, blocks[index + 1]?.kind === 'basis' ? ';' : '.') };
      default:
        return { label: null, block };
    }
  });
}

/** Closes the body with "./." after its last sentence (after a table on a line of its own). */
export function withEndMark(blocks: readonly Block[]): Block[] {
  const last = blocks.at(-1);
  if (!last || last.kind === 'table' || last.kind === 'heading') {
    return [...blocks, { kind: 'paragraph', text: './.' }];
  }
  return [...blocks.slice(0, -1), ending(last, './.')];
}

/** The block with this mark in place of what its text ended with. */
function ending<Line extends { text: Inline }>(line: Line, mark: string): Line & { text: Run[] } {
  const runs = runsOf(line.text);
  const last = runs.at(-1) ?? { text: '' };
  return { ...line, text: [...runs.slice(0, -1), { ...last, text: `${last.text.replace(/[\s.;:,]+$/u, '')}${mark}` }] };
}
