/**
 * One model for every official paper after Nghị định 30/2020/NĐ-CP. It says what a paper is made of, never how it looks:
 * lettering, dates, rules and line breaks follow from it by the functions of this folder, so that DOCX, PDF and the
 * preview cannot differ.
 */
import type { CalendarDate } from '../kernel/index.js';
import type { PaperSymbol } from './paper-symbol.rules.js';
import type { Signer } from './signature.rules.js';

/** Text in one style. */
export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
}

/** Running text: plain, or several runs. */
export type Inline = string | readonly Run[];

export interface TableColumn {
  header: string;
  /** Share of the text width, relative to the other columns. */
  share: number;
  align?: 'left' | 'center' | 'right';
}

/** A part of the body. Labels ("I.", "1.", "a)", "-") and the end mark are never written by the author. */
export type Block =
  | { kind: 'paragraph'; text: Inline }
  /** "Căn cứ …" or "Theo đề nghị của …", each on its own line in italics; what it ends with follows from its place. */
  | { kind: 'basis'; text: Inline }
  /** "QUYẾT ĐỊNH:" between the bases of a decision and its articles. */
  | { kind: 'enacting'; text: Inline }
  /** "Điều 1. …", its label bold. */
  | { kind: 'article'; text: Inline }
  /** Level 1 prints "I. TITLE", level 2 "1. Title", both bold. */
  | { kind: 'heading'; level: 1 | 2; text: string }
  /** Khoản: "1. …". */
  | { kind: 'clause'; text: Inline }
  /** Điểm: "a) …". */
  | { kind: 'point'; text: Inline }
  /** "- …". */
  | { kind: 'dash'; text: Inline }
  | { kind: 'table'; columns: readonly TableColumn[]; rows: readonly (readonly Inline[])[] };

export interface PaperHead {
  /** Cơ quan chủ quản trực tiếp, e.g. "Ủy ban nhân dân tỉnh Bắc Ninh"; null for a body that prints none. */
  superior: string | null;
  /** The issuing body, e.g. "Sở Nội vụ". */
  issuer: string;
  /** Its type decides the form: without a type it is a công văn. */
  symbol: PaperSymbol;
  /** Địa danh; null for papers without a line of place and date (biên bản). */
  place: string | null;
  /** Null leaves the date for the clerk. */
  issuedOn: CalendarDate | null;
  /** The year printed while the date is blank. */
  year: number;
  /** Trích yếu, without "V/v". */
  subject: string;
  /** Thẩm quyền ban hành, which a decision names under its title: "Giám đốc Sở Nội vụ". */
  authority?: string;
}

/** A table or text that goes with a paper, on pages numbered on their own. */
export interface PaperAnnex {
  title: string;
  blocks: readonly Block[];
}

export interface PaperDocument {
  head: PaperHead;
  /** Kính gửi; empty for papers that carry none. */
  addressees: readonly string[];
  blocks: readonly Block[];
  /** Phụ lục; their numbers and the line that says what they go with follow. */
  annexes?: readonly PaperAnnex[];
  signer: Signer;
  /** Nơi nhận without the dash and the punctuation, e.g. "Như trên"; the line "Lưu" follows from `filing`. */
  recipients: readonly string[];
  /** Where the copies stay, e.g. "VT, CCHC". */
  filing: string;
}
