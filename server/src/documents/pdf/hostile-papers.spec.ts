import { inflateSync } from 'node:zlib';
import type { Block, PaperDocument } from '@kiemtra/shared/documents';
import fc from 'fast-check';
import { readPdf, readWords } from '../../testing/pdf-reader.js';
import { paperPdf } from './paper-pdf.js';

const paper: PaperDocument = {
  head: {
    superior: 'Ủy ban nhân dân tỉnh Bắc Ninh',
    issuer: 'Sở Nội vụ',
    symbol: { number: null, type: null, bodies: ['SNV'] },
    place: 'Bắc Ninh',
    issuedOn: null,
    year: 2026,
    subject: 'khắc phục tồn tại, hạn chế',
  },
  addressees: ['Ủy ban nhân dân phường Kinh Bắc'],
  blocks: [],
  signer: { position: 'Giám đốc', name: null },
  recipients: ['Như trên'],
  filing: 'VT',
};
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const withBlocks = (...blocks: Block[]): PaperDocument => ({ ...paper, blocks });
const wordsOf = async (of: PaperDocument) => readWords(await paperPdf(of));

/** What the pages are drawn with, as text. */
async function contentOf(of: PaperDocument): Promise<string> {
  const bytes = await paperPdf(of);
  const parts: string[] = [];
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('\nstream\n', at + 1)) {
    const begin = bytes.indexOf('stream\n', at) + 'stream\n'.length;
    try {
      parts.push(inflateSync(bytes.subarray(begin, bytes.indexOf('\nendstream', begin))).toString('latin1'));
    } catch {
      // Not a packed stream.
    }
  }
  return parts.join('\n');
}

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('latin1');

describe('what the font lacks', () => {
  it('is printed as a box a letter, and the rest of the word stays', async () => {
    const [words = ''] = await wordsOf(withBlocks(paragraph('Đạt 👍🏽 yêu👨‍👩‍👧cầu 漢字 ①.')));
    expect(words).toContain('Đạt □ yêu□cầu □□ □./.');
  });

  it('stays in the file as it was written', async () => {
    const content = await contentOf(withBlocks(paragraph('Đạt 👍.')));
    expect(content).toContain(utf16('👍'));
  });

  it('leaves no trace where nobody would see it', async () => {
    const [words = ''] = await wordsOf(withBlocks(paragraph('Niêm\u00ad yết\u200b công\ufeff khai \u200d đủ.')));
    expect(words).toContain('Niêm yết công khai đủ./.');
  });
});

describe('Vietnamese text', () => {
  it('comes out with its marks, however they were typed, and with the spaces that hold words together', async () => {
    const every =
      'à ả ã á ạ ằ ẳ ẵ ắ ặ ầ ẩ ẫ ấ ậ è ẻ ẽ é ẹ ề ể ễ ế ệ ì ỉ ĩ í ị ò ỏ õ ó ọ ồ ổ ỗ ố ộ ờ ở ỡ ớ ợ ù ủ ũ ú ụ ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ đ';
    const text = `${every} ${every.toLocaleUpperCase('vi')} – “30\u00a0ngày”`;
    const [plain = ''] = await wordsOf(withBlocks(paragraph(text)));
    expect(plain).toContain(text.replace('\u00a0', ' '));
    const runs = [
      { text: text.normalize('NFD'), bold: true },
      { text: ` ${text}`, italic: true },
    ];
    const [styled = ''] = await wordsOf(withBlocks({ kind: 'paragraph', text: runs }));
    expect(styled).toContain(`${text} ${text}`.replaceAll('\u00a0', ' '));
  });
});

describe('the longest texts', () => {
  const within = async (of: PaperDocument) => {
    const { pages } = await readPdf(await paperPdf(of));
    for (const { texts } of pages) {
      for (const { x, y, width } of texts) {
        expect([x > 29.9, x + width < 195.1, y < 277]).toEqual([true, true, true]);
      }
    }
    return pages;
  };

  it('are broken where a word is wider than its line', async () => {
    const word = 'Ư'.repeat(400);
    const pages = await within({
      ...withBlocks(paragraph(word), { kind: 'table', columns: [{ header: word, share: 1 }], rows: [[word]] }),
      head: { ...paper.head, issuer: word, superior: word, subject: word },
      addressees: [word, word],
      recipients: [word],
      signer: { position: word, name: word },
    });
    const letters = pages.map(({ words }) => words.match(/Ư/g)?.length ?? 0).reduce((sum, count) => sum + count, 0);
    expect(letters).toBe(11 * 400);
  });

  it('go over pages also in a cell and in Nơi nhận, with nothing lost', async () => {
    const words = Array.from({ length: 4000 }, (_, nth) => `từ${nth}`);
    const recipients = Array.from({ length: 120 }, (_, nth) => `Nơi${nth}`);
    const table: Block = {
      kind: 'table',
      columns: [
        { header: 'Nội dung', share: 2 },
        { header: 'STT', share: 1 },
      ],
      rows: [[words.join(' '), '1']],
    };
    const pages = await within({ ...withBlocks(table), recipients });
    const all = pages.map((page) => page.words).join(' ');
    expect(all.match(/từ\d+/g)).toEqual(words);
    expect(all.match(/Nơi\d+/g)).toEqual(recipients);
  });

  it('make a paper of 30 pages', async () => {
    const sentence = 'Đề nghị đơn vị nghiêm túc thực hiện việc niêm yết công khai thủ tục hành chính theo quy định. ';
    const pages = await wordsOf(withBlocks(...Array.from({ length: 250 }, () => paragraph(sentence.repeat(4)))));
    expect(pages.length).toBeGreaterThanOrEqual(30);
    expect(pages.at(-1)).toMatch(/^\d+ .*GIÁM ĐỐC$/);
  });
});

it('makes a paper of any text', async () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.lorem({ maxCount: 60 }));
  const runs = fc.array(fc.record({ text, bold: fc.boolean(), italic: fc.boolean() }), { maxLength: 4 });
  const inline = fc.oneof(text, runs);
  const block: fc.Arbitrary<Block> = fc.oneof(
    fc.record({ kind: fc.constantFrom('paragraph', 'clause', 'point', 'dash'), text: inline }),
    fc.record({ kind: fc.constant('heading'), level: fc.constantFrom(1, 2), text }),
    fc.record({
      kind: fc.constant('table'),
      columns: fc.array(fc.record({ header: text, share: fc.integer({ min: 1, max: 5 }) }), {
        minLength: 1,
        maxLength: 5,
      }),
      rows: fc.array(fc.array(inline, { maxLength: 6 }), { maxLength: 40 }),
    }),
  );
  const papers = fc.record({
    head: fc.record({
      superior: fc.option(text),
      issuer: text,
      symbol: fc.record({
        number: fc.option(fc.nat()),
        type: fc.constantFrom(null, 'TB' as const),
        bodies: fc.constant(['SNV']),
      }),
      place: fc.option(text),
      issuedOn: fc.constant(null),
      year: fc.nat(),
      subject: text,
    }),
    addressees: fc.array(text, { maxLength: 5 }),
    blocks: fc.array(block, { maxLength: 12 }),
    signer: fc.record({ position: text, name: fc.option(text) }),
    recipients: fc.array(text, { maxLength: 5 }),
    filing: text,
  });
  await fc.assert(
    fc.asyncProperty(papers, async (of) => {
      expect((await paperPdf(of)).subarray(0, 8).toString()).toBe('%PDF-1.7');
    }),
    { numRuns: 40 },
  );
});
