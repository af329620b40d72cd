import { remedyLetter, textWidth, type PaperDocument, type RemedyLetterInput } from '../documents/index.js';
import JSZip from 'jszip';
import { paperDocx } from './paper-docx.js';

const letterInput: RemedyLetterInput = {
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
const letter = remedyLetter(letterInput);
const plan: PaperDocument = {
  ...letter,
  head: {
    ...letter.head,
    symbol: { number: 7, type: 'KH', bodies: ['SNV'] },
    issuedOn: '2026-01-05',
    subject: 'Kiểm tra công tác cải cách hành chính năm 2026',
  },
  addressees: [],
  blocks: [
    { kind: 'heading', level: 1, text: 'Lịch kiểm tra' },
    {
      kind: 'table',
      columns: [
        { header: 'STT', share: 1, align: 'center' },
        { header: 'Đơn vị', share: 4 },
      ],
      rows: [
        ['1', 'Sở Tư pháp'],
        ['2', [{ text: 'Sở Tài chính', italic: true }]],
      ],
    },
  ],
};

async function partsOf(paper: PaperDocument): Promise<Record<string, string>> {
  const zip = await JSZip.loadAsync(await paperDocx(paper));
  const names = Object.keys(zip.files).filter((name) => name.endsWith('.xml'));
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, (await zip.file(name)?.async('string')) ?? ''] as const)),
  );
}

const documentOf = async (paper: PaperDocument) => (await partsOf(paper))['word/document.xml'] ?? '';
const paragraphsOf = (xml: string) => xml.match(/<w:p>.*?<\/w:p>/gs) ?? [];
const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };
const textOf = (xml: string) =>
  xml
    .replace(/<w:br\/>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;|&gt;|&amp;/g, (entity) => entities[entity] ?? '');

/** The XML of the one paragraph that prints this text. */
function paragraphWith(xml: string, text: string): string {
  const found = paragraphsOf(xml).filter((paragraph) => textOf(paragraph).includes(text));
  expect(found).toHaveLength(1);
  return found[0] ?? '';
}

/** Length of the rules in mm, from the width of their column and their indents. */
function ruleLengths(xml: string, columns: readonly number[]): number[] {
  const rules = paragraphsOf(xml).filter((paragraph) => paragraph.includes('<w:pBdr>'));
  return rules.map((paragraph, index) => {
    const side = (name: string) =>
      Number(new RegExp(`w:${name}="(\\d+)"`).exec(/<w:ind [^>]+>/.exec(paragraph)?.[0] ?? '')?.[1]);
    return (columns[index] ?? 0) - ((side('left') + side('right')) / 1440) * 25.4;
  });
}

describe('a công văn as DOCX', () => {
  let xml: string;
  beforeAll(async () => {
    xml = await documentOf(letter);
  });

  it('prints these lines', () => {
    expect(paragraphsOf(xml).map(textOf).filter(Boolean)).toEqual([
      'UBND THÀNH PHỐ CẦN THƠ',
      'SỞ NỘI VỤ',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: ……/SNV-CCHC',
      'V/v khắc phục tồn tại,\nhạn chế sau kiểm tra công tác\ncải cách hành chính năm 2026',
      'Cần Thơ, ngày … tháng … năm 2026',
      'Kính gửi: Ủy ban nhân dân phường Sóc Trăng',
      'Thực hiện Kế hoạch số 120/KH-UBND ngày 23 tháng 8 năm 2026 của Ủy ban nhân dân thành phố Cần Thơ về kiểm tra công tác cải cách hành chính năm 2026, ngày 27 tháng 10 năm 2026, Đoàn kiểm tra đã tiến hành kiểm tra công tác cải cách hành chính năm 2026 tại Ủy ban nhân dân phường Sóc Trăng. Qua kiểm tra, bên cạnh những kết quả đạt được, việc thực hiện công tác cải cách hành chính còn một số tồn tại, hạn chế.',
      'Để kịp thời chấn chỉnh, khắc phục, Sở Nội vụ đề nghị Ủy ban nhân dân phường Sóc Trăng thực hiện các nội dung sau:',
      '1. Tồn tại, hạn chế cần khắc phục',
      'a) Về cải cách thủ tục hành chính',
      '- Niêm yết thiếu 03 thủ tục <mới> & cũ.',
      '2. Nội dung đề nghị thực hiện',
      'Niêm yết đủ thủ tục hành chính. Hoàn thành chậm nhất ngày 05 tháng 12 năm 2026.',
      '3. Chế độ báo cáo',
      'Báo cáo kết quả khắc phục bằng văn bản, kèm theo tài liệu kiểm chứng, về Sở Nội vụ chậm nhất ngày 15 tháng 12 năm 2026 để theo dõi, tổng hợp.',
      'Sở Nội vụ đề nghị Ủy ban nhân dân phường Sóc Trăng nghiêm túc triển khai thực hiện./.',
      'Nơi nhận:',
      '- Như trên;',
      '- UBND thành phố (để báo cáo);',
      '- Lưu: VT, CCHC.',
      'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC',
      'Họ Và Tên',
    ]);
  });

  it('is A4 with margins of 20, 20, 30 and 15 mm', () => {
    expect(xml).toMatch(/<w:pgSz (?=[^>]*w:w="11906")(?=[^>]*w:h="16838")/);
    expect(xml).toMatch(
      /<w:pgMar (?=[^>]*w:top="1134")(?=[^>]*w:bottom="1134")(?=[^>]*w:left="1701")(?=[^>]*w:right="850")/,
    );
  });

  it('numbers pages from the second on, centred in the top margin at 14 pt', async () => {
    const parts = await partsOf(letter);
    expect(xml).toContain('<w:titlePg/>');
    expect(xml).toContain('<w:headerReference w:type="default"');
    expect(xml).not.toContain('footerReference');
    expect(parts['word/header1.xml']).toMatch(/<w:jc w:val="center"\/>.*<w:sz w:val="28"\/>.*PAGE/s);
  });

  it('draws the motto rule as long as the motto and the issuer rule 1/3 to 1/2 of the name', () => {
    const [issuerRule = 0, mottoRule = 0] = ruleLengths(xml, [65, 100]);
    expect(mottoRule).toBeCloseTo(60.5, 1);
    expect(issuerRule).toBeGreaterThanOrEqual(23.7 / 3);
    expect(issuerRule).toBeLessThanOrEqual(23.7 / 2);
    expect(xml).not.toContain('<w:u ');
  });

  it('sets the head in a table without lines and cell margins, 65 and 100 mm wide', () => {
    const [head = ''] = xml.match(/<w:tbl>.*?<\/w:tbl>/s) ?? [];
    expect(head.match(/<w:gridCol w:w="(\d+)"/g)).toEqual(['<w:gridCol w:w="3685"', '<w:gridCol w:w="5669"']);
    expect(head).toContain('<w:tblLayout w:type="fixed"/>');
    expect(head).toMatch(/<w:tblCellMar>(<w:\w+ w:type="dxa" w:w="0"\/>){4}<\/w:tblCellMar>/);
    expect(head).not.toContain('w:val="single" w:color="auto"');
  });

  it.each([
    ['UBND THÀNH PHỐ CẦN THƠ', 26, ''],
    ['SỞ NỘI VỤ', 26, 'b'],
    ['CỘNG HÒA XÃ HỘI', 26, 'b'],
    ['Độc lập - Tự do', 28, 'b'],
    ['Số: ', 26, ''],
    ['Cần Thơ, ngày', 28, 'i'],
    ['V/v khắc phục', 24, ''],
    ['Kính gửi:', 28, ''],
    ['1. Tồn tại', 28, 'b'],
    ['- Niêm yết thiếu', 28, ''],
    ['Nơi nhận:', 24, 'bi'],
    ['- Như trên;', 22, ''],
    ['KT. GIÁM ĐỐC', 28, 'b'],
    ['Họ Và Tên', 28, 'b'],
  ])('sets %s in half-points %i, style "%s"', (text, size, style) => {
    const paragraph = paragraphWith(xml, text);
    expect(new Set(paragraph.match(/<w:sz w:val="\d+"\/>/g))).toEqual(new Set([`<w:sz w:val="${size}"/>`]));
    expect(paragraph.includes('<w:b/>')).toBe(style.includes('b'));
    expect(paragraph.includes('<w:i/>')).toBe(style.includes('i'));
  });

  it('justifies the body, first line 1.27 cm, 6 pt apart; V/v stands 6 pt under the number', () => {
    const paragraph = paragraphWith(xml, 'Để kịp thời');
    expect(paragraph).toContain('<w:jc w:val="both"/>');
    expect(paragraph).toContain('w:firstLine="720"');
    expect(paragraph).toContain('w:before="120"');
    expect(paragraphWith(xml, 'V/v khắc phục')).toMatch(/w:before="120".*<w:jc w:val="center"\/>/s);
  });

  it('names Times New Roman, embeds no font, and writes in Vietnamese', async () => {
    const parts = await partsOf(letter);
    expect(parts['word/styles.xml']).toMatch(/w:ascii="Times New Roman".*<w:lang w:val="vi-VN"\/>/s);
    expect(Object.keys(parts).filter((name) => name.startsWith('word/fonts/'))).toEqual([]);
  });

  it('keeps the last sentence with the signature, which never breaks over pages', () => {
    expect(paragraphWith(xml, 'nghiêm túc triển khai')).toContain('<w:keepNext/>');
    expect(xml.match(/<w:tr>/g)).toHaveLength(xml.match(/<w:cantSplit\/>/g)?.length ?? 0);
  });

  it('gives the same document for the same paper', async () => {
    const [first, second] = await Promise.all([partsOf(letter), partsOf(remedyLetter(letterInput))]);
    const { 'docProps/core.xml': _, ...firstParts } = first;
    const { 'docProps/core.xml': __, ...secondParts } = second;
    expect(firstParts).toEqual(secondParts);
  });
});

it('lists several addressees with their dashes under the colon', async () => {
  const xml = await documentOf({ ...letter, addressees: ['Sở Tư pháp', 'Sở Tài chính'] });
  expect(textOf(paragraphWith(xml, 'Kính gửi:'))).toBe('Kính gửi:');
  const dashAt = (text: string) => {
    const paragraph = paragraphWith(xml, text);
    return Number(/w:left="(\d+)"/.exec(paragraph)?.[1]) - Number(/w:hanging="(\d+)"/.exec(paragraph)?.[1]);
  };
  expect(dashAt('- Sở Tư pháp;')).toBe(dashAt('- Sở Tài chính.'));
  const greetingAt = Number(/w:left="(\d+)"/.exec(paragraphWith(xml, 'Kính gửi:'))?.[1]);
  expect(((dashAt('- Sở Tư pháp;') - greetingAt) / 1440) * 25.4).toBeCloseTo(textWidth('Kính gửi', 14, 'regular'), 1);
});

describe('a kế hoạch as DOCX', () => {
  it('prints name and trích yếu over the body with a short rule, and no V/v and no Kính gửi', async () => {
    const xml = await documentOf(plan);
    expect(paragraphWith(xml, 'KẾ HOẠCH')).toContain('<w:b/>');
    expect(textOf(xml)).toContain('Số: 07/KH-SNV');
    expect(textOf(xml)).toContain('Cần Thơ, ngày 05 tháng 01 năm 2026');
    expect(textOf(xml)).not.toMatch(/V\/v|Kính gửi/);
    const titleRule = ruleLengths(xml, [65, 100, 165])[2] ?? 0;
    expect(titleRule).toBeGreaterThan(20);
    expect(titleRule).toBeLessThan(70);
  });

  it('repeats the header row of a table, keeps rows whole, and closes after the table', async () => {
    const xml = await documentOf(plan);
    const table = xml.match(/<w:tbl>.*?<\/w:tbl>/gs)?.[1] ?? '';
    expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(table.match(/<w:cantSplit\/>/g)).toHaveLength(3);
    expect(paragraphWith(table, 'Sở Tài chính')).toContain('<w:i/>');
    expect(textOf(paragraphWith(xml, './.'))).toBe('./.');
    expect(textOf(paragraphWith(xml, 'LỊCH'))).toBe('I. LỊCH KIỂM TRA');
  });
});

describe('a decision with annexes as DOCX', () => {
  const decision: PaperDocument = {
    ...letter,
    head: {
      ...letter.head,
      symbol: { number: null, type: 'QĐ', bodies: ['SNV'] },
      subject: 'Về việc thành lập Đoàn kiểm tra',
      authority: 'Giám đốc Sở Nội vụ',
    },
    addressees: [],
    blocks: [
      { kind: 'basis', text: 'Căn cứ Kế hoạch số 120/KH-UBND' },
      { kind: 'enacting', text: 'QUYẾT ĐỊNH:' },
      { kind: 'article', text: 'Thành lập Đoàn kiểm tra.' },
    ],
    annexes: [
      { title: 'Lịch kiểm tra', blocks: [{ kind: 'paragraph', text: 'Từng đơn vị.' }] },
      { title: 'Đề cương', blocks: [] },
    ],
  };

  it('sets the authority, the bases, the enacting line and the articles as form 1.2 does', async () => {
    const xml = await documentOf(decision);
    expect(textOf(xml)).toMatch(/QUYẾT ĐỊNHVề việc.*GIÁM ĐỐC SỞ NỘI VỤ.*Căn cứ/s);
    expect(paragraphWith(xml, 'GIÁM ĐỐC SỞ NỘI VỤ')).toMatch(/w:val="center".*<w:b\/>/s);
    expect(paragraphWith(xml, 'Căn cứ Kế hoạch số 120/KH-UBND.')).toContain('<w:i/>');
    expect(paragraphWith(xml, 'QUYẾT ĐỊNH:')).toMatch(/<w:keepNext\/>.*w:val="center".*<w:b\/>/s);
    const article = paragraphWith(xml, 'Điều 1. Thành lập Đoàn kiểm tra./.');
    expect(article.match(/<w:b\/>/g)).toHaveLength(1);
    expect(article).toMatch(/<w:b\/>.*Điều 1\. .*Thành lập/s);
  });

  it('begins each annex on a page of its own, counted anew', async () => {
    const xml = await documentOf(decision);
    const sections = xml.split('</w:sectPr>').slice(0, 3);
    expect(sections.map((section) => section.includes('<w:pgNumType w:start="1"'))).toEqual([true, true, true]);
    expect(sections.map((section) => /Phụ lục I+/.exec(textOf(section))?.[0])).toEqual([
      undefined,
      'Phụ lục I',
      'Phụ lục II',
    ]);
    expect(textOf(sections[1] ?? '')).toMatch(/LỊCH KIỂM TRA\(Kèm theo Quyết định số ……\/QĐ-SNV.*Từng đơn vị\.$/s);
    expect(paragraphWith(sections[1] ?? '', '(Kèm theo')).toContain('<w:i/>');
  });
});
