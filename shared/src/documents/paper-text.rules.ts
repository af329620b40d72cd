import { capitalized, formatDecreeDate } from '../kernel/index.js';
import type { Block, Inline, PaperHead, Run } from './paper.model.js';

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
export function placeAndDate({ place, issuedOn, year }: PaperHead): string | null {
  if (place === null) return null;
  return `${place}, ${issuedOn ? formatDecreeDate(issuedOn) : `ngày … tháng … năm ${year}`}`;
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
  const count = { part: 0, section: 0, clause: 0, point: 0 };
  return blocks.map((block) => {
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
  const runs = runsOf(last.text);
  const closing = runs.at(-1) ?? { text: '' };
  const closed = { ...closing, text: `${closing.text.replace(/[\s.;:,]+$/u, '')}./.` };
  return [...blocks.slice(0, -1), { ...last, text: [...runs.slice(0, -1), closed] }];
}
