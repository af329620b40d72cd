import { paperDocx } from '@kiemtra/shared/docx';
import {
  MOTTO,
  NATION,
  headLayout,
  remedyLetter,
  textWidth,
  type Block,
  type PaperDocument,
  type RemedyLetterInput,
} from '@kiemtra/shared/documents';
import JSZip from 'jszip';
import {
  readPdf,
  readWords,
  type PrintedPage,
  type PrintedText,
  type ReadPdf,
  type TagNode,
} from '../../testing/pdf-reader.js';
import { paperPdf } from './paper-pdf.js';

const input: RemedyLetterInput = {
  department: { name: 'Sở Nội vụ', superior: 'UBND thành phố Cần Thơ', abbreviation: 'SNV', draftingUnit: 'CCHC' },
  place: 'Cần Thơ',
  year: 2026,
  campaignYear: 2026,
  addressees: ['UBND phường Sóc Trăng'],
  plan: {
    typeName: 'Kế hoạch',
    number: '120/KH-UBND',
    issuedOn: '2026-08-23',
    issuer: 'UBND thành phố Cần Thơ',
    subject: 'Kiểm tra công tác cải cách hành chính năm 2026',
  },
  visitedOn: ['2026-10-27'],
  findings: [{ area: 'Cải cách thủ tục hành chính', text: 'Niêm yết thiếu 03 thủ tục <mới> & cũ', legalBasis: '' }],
  requests: [{ text: 'Niêm yết đủ thủ tục hành chính', measure: '', deadline: { on: '2026-12-05' } }],
  reportTo: '',
  reportBy: { on: '2026-12-15' },
  signer: { position: 'Phó Giám đốc', name: 'Họ Và Tên' },
  recipients: ['UBND thành phố (để báo cáo)'],
};
const letter = remedyLetter(input);
const rows = Array.from({ length: 90 }, (_, nth) => [
  `Dòng ${nth + 1}`,
  'Ủy ban nhân dân phường '.repeat(1 + (nth % 9)),
]);
const table: Block = {
  kind: 'table',
  columns: [
    { header: 'STT', share: 1, align: 'center' },
    { header: 'Đơn vị được kiểm tra', share: 3 },
  ],
  rows,
};
const plan: PaperDocument = {
  ...letter,
  head: {
    ...letter.head,
    symbol: { number: 7, type: 'KH', bodies: ['SNV'] },
    issuedOn: '2026-01-05',
    subject: 'Kiểm tra công tác cải cách hành chính năm 2026',
  },
  addressees: [],
  blocks: [{ kind: 'heading', level: 1, text: 'Lịch kiểm tra' }, table],
};
const withBlocks = (blocks: Block[]): PaperDocument => ({ ...letter, blocks });

const read = async (paper: PaperDocument) => readPdf(await paperPdf(paper));
const PAGE_NUMBERS_ABOVE = 20;
const body = ({ texts }: PrintedPage) => texts.filter(({ y }) => y > PAGE_NUMBERS_ABOVE);

/** Texts of a page by the line they stand on, from left to right as printed. */
function linesOf(page: PrintedPage): PrintedText[][] {
  const lines = new Map<string, PrintedText[]>();
  for (const text of body(page)) {
    const at = text.y.toFixed(1);
    lines.set(at, [...(lines.get(at) ?? []), text]);
  }
  return [...lines.values()];
}

/** Extent of neighbouring texts that make up these words. */
function extentOf(page: PrintedPage, words: string): { left: number; right: number; y: number; texts: PrintedText[] } {
  for (let from = 0; from < page.texts.length; from += 1) {
    for (let to = from + 1; to <= page.texts.length; to += 1) {
      const texts = page.texts.slice(from, to);
      if (texts.map(({ text }) => text).join(' ') !== words) continue;
      const last = texts.at(-1);
      const left = texts[0]?.x ?? 0;
      return { left, right: (last?.x ?? 0) + (last?.width ?? 0), y: last?.y ?? 0, texts };
    }
  }
  throw new Error(`not printed: ${words}`);
}

function firstPage({ pages }: ReadPdf): PrintedPage {
  const [page] = pages;
  if (!page) throw new Error('no page');
  return page;
}

const rolesOf = (node: TagNode): string[] => [node.role, ...(node.children ?? []).flatMap(rolesOf)].filter(Boolean);
const centre = ({ left, right }: { left: number; right: number }) => (left + right) / 2;

describe('a công văn as PDF', () => {
  let pdf: ReadPdf;
  let page: PrintedPage;
  beforeAll(async () => {
    pdf = await read(letter);
    page = firstPage(pdf);
  });

  it('prints the words of the DOCX in their order', async () => {
    const zip = await JSZip.loadAsync(await paperDocx(letter));
    const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
    const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };
    const words = xml
      .replace(/<w:br\/>|<\/w:p>/g, ' ')
      .replace(/<[^>]+>/g, '')
      .replace(/&lt;|&gt;|&amp;/g, (entity) => entities[entity] ?? '')
      .replace(/\s+/g, ' ')
      .trim();
    expect(words).toContain('Ủy ban nhân dân phường Sóc Trăng nghiêm túc triển khai thực hiện./.');
    expect(pdf.pages.map((one) => one.words).join(' ')).toBe(words);
  });

  it('is A4 and keeps its text within margins of 20, 20, 30 and 15 mm', () => {
    expect([page.width, page.height]).toEqual([expect.closeTo(210, 2), expect.closeTo(297, 2)]);
    for (const { x, y, width } of page.texts) {
      expect(x).toBeGreaterThan(29.9);
      expect(x + width).toBeLessThan(195.1);
      expect(y).toBeGreaterThan(20);
      expect(y).toBeLessThan(277);
    }
  });

  it('sets the head in columns of 65 and 100 mm', () => {
    for (const left of ['UBND THÀNH PHỐ CẦN THƠ', 'SỞ NỘI VỤ', 'Số: ……/SNV-CCHC', 'V/v khắc phục tồn tại,']) {
      expect(centre(extentOf(page, left))).toBeCloseTo(30 + 65 / 2, 1);
    }
    for (const right of [NATION, MOTTO, 'Cần Thơ, ngày … tháng … năm 2026']) {
      expect(centre(extentOf(page, right))).toBeCloseTo(30 + 65 + 100 / 2, 1);
    }
    expect(extentOf(page, 'UBND THÀNH PHỐ CẦN THƠ').y).toBeCloseTo(extentOf(page, NATION).y, 1);
    expect(extentOf(page, 'Số: ……/SNV-CCHC').y).toBeLessThan(extentOf(page, 'V/v khắc phục tồn tại,').y);
  });

  it('draws the motto rule as long as the motto and the issuer rule as the layout says', () => {
    const [issuerRule, mottoRule, ...others] = page.strokes;
    const motto = extentOf(page, MOTTO);
    expect(others).toEqual([]);
    expect(motto.right - motto.left).toBeCloseTo(textWidth(MOTTO, 14, 'bold'), 1);
    expect(mottoRule?.width).toBeCloseTo(motto.right - motto.left, 1);
    expect(mottoRule?.x).toBeCloseTo(motto.left, 1);
    expect(mottoRule?.y).toBeGreaterThan(motto.y);
    expect(issuerRule?.width).toBeCloseTo(headLayout(letter.head).issuerRule, 1);
    expect((issuerRule?.x ?? 0) + (issuerRule?.width ?? 0) / 2).toBeCloseTo(30 + 65 / 2, 1);
  });

  it.each([
    ['UBND THÀNH PHỐ CẦN THƠ', 13, 'Tinos-Regular'],
    ['SỞ NỘI VỤ', 13, 'Tinos-Bold'],
    [NATION, 13, 'Tinos-Bold'],
    [MOTTO, 14, 'Tinos-Bold'],
    ['Số: ……/SNV-CCHC', 13, 'Tinos-Regular'],
    ['Cần Thơ, ngày … tháng … năm 2026', 14, 'Tinos-Italic'],
    ['V/v khắc phục tồn tại,', 12, 'Tinos-Regular'],
    ['Kính gửi: Ủy ban nhân dân phường Sóc Trăng', 14, 'Tinos-Regular'],
    ['1. Tồn tại, hạn chế cần khắc phục', 14, 'Tinos-Bold'],
    ['Nơi nhận:', 12, 'Tinos-BoldItalic'],
    ['- Như trên;', 11, 'Tinos-Regular'],
    ['KT. GIÁM ĐỐC', 14, 'Tinos-Bold'],
    ['Họ Và Tên', 14, 'Tinos-Bold'],
  ])('sets %s at %i points in %s', (words, size, font) => {
    const found = pdf.pages.find((one) => one.words.includes(words)) ?? page;
    const { texts } = extentOf(found, words);
    expect(new Set(texts.map((text) => `${text.size} ${text.font}`))).toEqual(new Set([`${size} ${font}`]));
  });

  it('justifies the body, first lines 12.7 mm in, and says its title and language', () => {
    const lines = linesOf(page);
    const at = lines.findIndex((line) => line[0]?.text === 'Thực');
    const [begin, next] = [lines[at], lines[at + 1]];
    expect(begin?.[0]?.x).toBeCloseTo(30 + 12.7, 1);
    expect(next?.[0]?.x).toBeCloseTo(30, 1);
    for (const line of [begin, next]) {
      const last = line?.at(-1);
      expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(195, 1);
    }
    expect(pdf.info['Title']).toBe(letter.head.subject);
    expect(pdf.language).toBe('vi-VN');
  });

  it('sets letters one after the other, as wide as the layout reckons with', async () => {
    const { left, right } = extentOf(
      firstPage(await read(withBlocks([{ kind: 'heading', level: 1, text: 'TAVAO' }]))),
      'TAVAO',
    );
    expect(right - left).toBeCloseTo(textWidth('TAVAO', 14, 'bold'), 1);
  });

  it('gives a screen reader its subject and its sections as headings, no level left out', () => {
    const roles = pdf.pages.flatMap(({ tags }) => rolesOf(tags));
    expect(roles.filter((role) => role.startsWith('H'))).toEqual(['H1', 'H2', 'H2', 'H2']);
  });

  it('keeps the last sentence with the signature, wherever the page ends', async () => {
    for (let lines = 20; lines < 34; lines += 1) {
      const blocks = Array.from({ length: lines }, (): Block => ({ kind: 'paragraph', text: 'Một dòng.' }));
      const paper = withBlocks([...blocks, { kind: 'paragraph', text: 'Câu cuối' }]);
      const pages = await readWords(await paperPdf(paper));
      expect(pages.find((words) => words.includes('KT. GIÁM ĐỐC'))).toContain('Câu cuối./.');
    }
  });

  it('lists several addressees with their dashes under the colon', async () => {
    const several = firstPage(await read({ ...letter, addressees: ['Sở Tư pháp', 'Sở Tài chính'] }));
    const greeting = extentOf(several, 'Kính gửi:');
    const dash = greeting.left + textWidth('Kính gửi', 14, 'regular');
    expect(extentOf(several, '- Sở Tư pháp;').left).toBeCloseTo(dash, 1);
    expect(extentOf(several, '- Sở Tài chính.').left).toBeCloseTo(dash, 1);
  });
});

describe('a kế hoạch with a long table as PDF', () => {
  let pdf: ReadPdf;
  beforeAll(async () => {
    pdf = await read(plan);
  });

  it('prints name and trích yếu over the body with a short rule', () => {
    const page = firstPage(pdf);
    const subject = extentOf(page, plan.head.subject);
    expect(centre(extentOf(page, 'KẾ HOẠCH'))).toBeCloseTo(30 + 165 / 2, 1);
    expect(centre(subject)).toBeCloseTo(30 + 165 / 2, 1);
    const rule = page.strokes.find(({ y }) => y > subject.y);
    expect(rule?.width).toBeCloseTo(headLayout(plan.head).title?.rule ?? 0, 1);
    expect(page.words).toContain('Số: 07/KH-SNV Cần Thơ, ngày 05 tháng 01 năm 2026 KẾ HOẠCH');
  });

  it('numbers pages from the second on, in the middle of the top margin at 14 points', () => {
    expect(pdf.pages.length).toBeGreaterThan(3);
    for (const [index, page] of pdf.pages.entries()) {
      const above = page.texts.filter(({ y }) => y < PAGE_NUMBERS_ABOVE);
      expect(above.map(({ text }) => text)).toEqual(index === 0 ? [] : [String(index + 1)]);
      for (const { x, width, size } of above) {
        expect([x + width / 2, size]).toEqual([expect.closeTo(30 + 165 / 2, 1), 14]);
      }
    }
  });

  it('repeats the header of the table on every page and prints every row whole and once', () => {
    const printed = pdf.pages.map(({ words }) => words);
    const withRows = printed.filter((words) => words.includes('Dòng'));
    for (const words of withRows) expect(words.match(/STT Đơn vị được kiểm tra/g)).toHaveLength(1);
    expect(printed.join(' ').match(/Dòng \d+/g)).toEqual(rows.map(([name]) => name));
    for (const [name, text = ''] of rows) {
      const page = printed.find((words) => new RegExp(`${name}\\b`).test(words)) ?? '';
      expect(page).toContain(`${name} ${text.trim()}`);
    }
  });

  it('tells a screen reader what is a title, a table and its header, and says the header once', () => {
    const roles = pdf.pages.flatMap(({ tags }) => rolesOf(tags));
    expect(roles.slice(0, 3)).toEqual(['Root', 'Document', 'P']);
    expect(roles.filter((role) => role === 'H1' || role === 'H2')).toEqual(['H1', 'H2']);
    expect(roles.filter((role) => role === 'TH')).toHaveLength(2);
    expect(roles.filter((role) => role === 'TD')).toHaveLength(180);
  });
});

describe('a paper with annexes as PDF', () => {
  it('begins each annex on a page of its own and counts its pages anew', async () => {
    const annexes = [
      { title: 'Lịch kiểm tra', blocks: [table] },
      { title: 'Đề cương báo cáo', blocks: [] },
    ];
    const { pages } = await readPdf(
      await paperPdf({ ...plan, blocks: [{ kind: 'article', text: 'Kèm theo lịch.' }], annexes }),
    );
    const numbers = pages.map(({ texts }) => texts.find(({ y }) => y < PAGE_NUMBERS_ABOVE)?.text ?? '1');
    const middle = Array.from({ length: pages.length - 2 }, (_, index) => String(index + 1));
    expect(middle.length).toBeGreaterThan(2);
    expect(numbers).toEqual(['1', ...middle, '1']);
    expect(pages[0]?.words).toContain('Điều 1. Kèm theo lịch./.');
    expect(pages[1]?.words).toMatch(
      /^Phụ lục I LỊCH KIỂM TRA \(Kèm theo Kế hoạch số 07\/KH-SNV ngày 05 tháng 01 năm 2026/,
    );
    expect(pages.at(-1)?.words).toMatch(/^Phụ lục II ĐỀ CƯƠNG BÁO CÁO/);
  });
});
