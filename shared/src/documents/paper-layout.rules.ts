/** Where things stand on the page and how large they are: NĐ 30/2020/NĐ-CP, Phụ lục I. Lengths in mm, sizes in points. */
import { addresseeLines, annexLabel, annexReference, placeAndDate } from './paper-text.rules.js';
import { balancedLines } from './line-breaks.js';
import type { Block, PaperDocument, PaperHead } from './paper.model.js';
import { PAPER_TYPES, formatPaperSymbol } from './paper-symbol.rules.js';
import { textWidth } from './times-widths.js';

export const PAGE = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 } as const;
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
export const HEAD_COLUMNS = [65, 100] as const;
export const SIGNATURE_COLUMNS = [75, 90] as const;
export const FIRST_LINE_INDENT = 12.7;
/** Where a line of Nơi nhận goes on. */
export const RECIPIENT_INDENT = 2;
/** From the edge of the sheet to the page number, which stands inside the top margin. */
export const PAGE_NUMBER_FROM_EDGE = 10;
/** Room between the lines of a table and its text. */
export const CELL_MARGIN = 1.5;
/** Points: how thick the rules of the head and the lines of a table are. */
export const RULE_THICKNESS = 0.75;
export const TABLE_LINE = 0.5;

export const SIZE = {
  nation: 13,
  motto: 14,
  superior: 13,
  issuer: 13,
  symbol: 13,
  placeAndDate: 14,
  letterSubject: 12,
  title: 14,
  body: 14,
  table: 13,
  signature: 14,
  recipientsTitle: 12,
  recipients: 11,
  pageNumber: 14,
} as const;

/** Points of air: above a thing unless its name says otherwise. */
export const SPACE = {
  rule: 3,
  belowRule: 2,
  symbol: 6,
  /** Between the number and "V/v" (Phụ lục I, II.5.b). */
  letterSubject: 6,
  title: 18,
  /** Under the rule of the title. */
  authority: 14,
  addressees: 12,
  belowAddressees: 6,
  paragraph: 6,
  /** Above and below the text of a table. */
  cell: 2,
  closing: 12,
  /** For signature and seal. */
  signature: 70,
} as const;

export const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

/** Share of the text above that a short rule takes; the decree asks for 1/3 to 1/2. */
const SHORT_RULE = 0.4;
/** Air kept between the two columns of the head. */
const COLUMN_GAP = 3;
const LEFT_COLUMN_TEXT = HEAD_COLUMNS[0] - COLUMN_GAP;
const TITLE_TEXT = 140;

/** The head as lines: what stands left and right, what under it, and how long the rules are. */
export interface HeadLayout {
  superior: string[];
  issuer: string[];
  issuerRule: number;
  mottoRule: number;
  symbol: string;
  placeAndDate: string | null;
  /** Công văn: the lines of "V/v …" under the number. */
  letterSubject: string[];
  /** Papers with a name: the name, their trích yếu and its rule. */
  title: { name: string; subject: string[]; rule: number } | null;
  /** Lines of who has the power to issue a decision; none for other papers. */
  authority: string[];
}

export function headLayout(head: PaperHead): HeadLayout {
  const superior = head.superior === null ? [] : superiorLines(upper(head.superior));
  const issuer = balancedLines(upper(head.issuer), SIZE.issuer, 'bold', LEFT_COLUMN_TEXT);
  const { type } = head.symbol;
  const subject = type ? balancedLines(head.subject, SIZE.title, 'bold', TITLE_TEXT) : [];
  return {
    superior,
    issuer,
    issuerRule: shortRule(issuer, SIZE.issuer),
    mottoRule: textWidth(MOTTO, SIZE.motto, 'bold'),
    symbol: `Số: ${formatPaperSymbol(head.symbol)}`,
    placeAndDate: placeAndDate(head),
    letterSubject: type ? [] : balancedLines(`V/v ${head.subject}`, SIZE.letterSubject, 'regular', LEFT_COLUMN_TEXT),
    title: type && { name: upper(PAPER_TYPES[type]), subject, rule: shortRule(subject, SIZE.title) },
    authority: head.authority ? balancedLines(upper(head.authority), SIZE.title, 'bold', TITLE_TEXT) : [],
  };
}

/** A superior body that does not fit on one line is shortened, as the decree allows (mục II.2). */
function superiorLines(name: string): string[] {
  const whole = balancedLines(name, SIZE.superior, 'regular', LEFT_COLUMN_TEXT);
  if (whole.length === 1) return whole;
  const short = name.replace('ỦY BAN NHÂN DÂN', 'UBND').replace('HỘI ĐỒNG NHÂN DÂN', 'HĐND');
  return balancedLines(short, SIZE.superior, 'regular', LEFT_COLUMN_TEXT);
}

function shortRule(lines: readonly string[], points: number): number {
  return SHORT_RULE * textWidth(lines.at(-1) ?? '', points, 'bold');
}

function upper(text: string): string {
  return text.toLocaleUpperCase('vi');
}

/** What stands over an annex: "Phụ lục I", its title, and in italics what it goes with. */
export interface AnnexLayout {
  label: string;
  title: string[];
  reference: string[];
}

/** The head of the annex at `index` of a paper. */
export function annexLayout({ head, annexes = [] }: PaperDocument, index: number): AnnexLayout {
  return {
    label: annexLabel(annexes.length, index),
    title: balancedLines(upper(annexes[index]?.title ?? ''), SIZE.title, 'bold', TITLE_TEXT),
    reference: balancedLines(annexReference(head), SIZE.body, 'regular', TITLE_TEXT),
  };
}

/** How a line of the body differs from justified text with its first line set in. */
export function lineStyle({ kind }: Block): {
  bold: boolean;
  italic: boolean;
  isCentred: boolean;
  isLabelBold: boolean;
} {
  return {
    bold: kind === 'heading' || kind === 'enacting',
    italic: kind === 'basis',
    isCentred: kind === 'enacting',
    isLabelBold: kind === 'heading' || kind === 'article',
  };
}

/** "Kính gửi:" and the addressees, set as one block in the middle of the page. */
export interface AddresseeLayout {
  /** From the left margin to "Kính gửi:". */
  left: number;
  /** From the left margin to where an addressee that needs a second line goes on. */
  hanging: number;
  /** From the left margin to the dashes, which stand under the colon. */
  dash: number;
  lines: string[];
}

export const GREETING = 'Kính gửi';

export function addresseeLayout(addressees: readonly string[]): AddresseeLayout | null {
  if (addressees.length === 0) return null;
  const lines = addresseeLines(addressees);
  const measure = (text: string) => textWidth(text, SIZE.body, 'regular');
  const widest = Math.max(...lines.map(measure));
  const before = lines.length === 1 ? measure(`${GREETING}: `) : measure(GREETING);
  const left = Math.max(FIRST_LINE_INDENT, (TEXT_WIDTH - before - widest) / 2);
  return { left, dash: left + before, hanging: left + before + (lines.length === 1 ? 0 : measure('- ')), lines };
}
