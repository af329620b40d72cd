import ExcelJS from '@protobi/exceljs';
import fc from 'fast-check';
import JSZip from 'jszip';
import { PassThrough, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { CELL_LIMIT, cellText, sheetName } from './cell-text.js';
import { writeWorkbook, type Cell, type Column, type Sheet } from './workbook.js';

const columns: Column[] = [
  { header: 'STT', kind: 'whole', width: 6 },
  { header: 'Nội dung', kind: 'text', width: 30 },
  { header: 'Điểm', kind: 'decimal', width: 10 },
  { header: 'Tỷ lệ', kind: 'share', width: 10 },
  { header: 'Thời hạn', kind: 'date', width: 12 },
];

function sheetOf(cells: Cell[][], change: Partial<Sheet> = {}): Sheet {
  return {
    name: 'Kết quả',
    title: ['TIÊU ĐỀ', 'Kế hoạch'],
    columns,
    rows: cells.map((row) => ({ cells: row })),
    ...change,
  };
}

async function written(...sheets: Sheet[]): Promise<Buffer> {
  const stream = new PassThrough();
  const [bytes] = await Promise.all([buffer(stream), writeWorkbook(sheets, stream)]);
  return bytes;
}

async function readBack(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  return workbook;
}

async function sheetXml(bytes: Buffer): Promise<string> {
  const zip = await JSZip.loadAsync(bytes);
  const parts = zip.file(/worksheets\/sheet\d+\.xml$/);
  return (await Promise.all(parts.map((part) => part.async('string')))).join('');
}

const HOSTILE = [
  '=HYPERLINK("http://a","b")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1+1',
  "=cmd|' /C calc'!A0",
  '_x003D_1+1',
  '<f>1+1</f>',
];

describe('writeWorkbook', () => {
  it('writes numbers, shares and days as such, with Vietnamese-ready formats', async () => {
    const workbook = await readBack(await written(sheetOf([[1, 'Sở Nội vụ', '87.80', '0.9', '2026-10-25']])));
    const row = workbook.getWorksheet('Kết quả')?.getRow(5);
    expect(row?.getCell(1).value).toBe(1);
    expect(row?.getCell(2).text).toBe('Sở Nội vụ');
    expect([row?.getCell(3).value, row?.getCell(3).numFmt]).toEqual([87.8, '#,##0.00']);
    expect([row?.getCell(4).value, row?.getCell(4).numFmt]).toEqual([0.9, '0.00%']);
    expect([row?.getCell(5).value, row?.getCell(5).numFmt]).toEqual([new Date('2026-10-25T00:00:00Z'), 'dd/mm/yyyy']);
  });

  it('leaves unknown values empty', async () => {
    const workbook = await readBack(await written(sheetOf([[null, '', null, null, null]])));
    const values = [1, 2, 3, 4, 5].map((column) => workbook.worksheets[0]?.getRow(5).getCell(column).value);
    expect(values).toEqual([null, null, null, null, null]);
  });

  it('freezes the head under the title, filters by it and repeats it in print', async () => {
    const bytes = await written(sheetOf([[1, 'x', '1', '1', null]]));
    const xml = await sheetXml(bytes);
    expect(xml).toMatch(/<pane [^>]*ySplit="4"[^>]*state="frozen"/);
    expect(xml).toContain('<autoFilter ref="A4:E4"');
    expect((await readBack(bytes)).worksheets[0]?.pageSetup.printTitlesRow).toBe('4:4');
    expect((await readBack(bytes)).worksheets[0]?.getRow(4).getCell(2).text).toBe('Nội dung');
  });

  it.each(HOSTILE)('never makes a formula of %j', async (text) => {
    const hostile = sheetOf([[1, text, null, null, null]], {
      name: text,
      title: [text],
      columns: columns.map((column) => ({ ...column, header: text })),
    });
    const bytes = await written(hostile);
    const xml = await sheetXml(bytes);
    expect(xml).not.toMatch(/<f[ >/]/);
    expect(xml).not.toContain('t="str"');
    expect(xml.match(/t="inlineStr"/g)).toHaveLength(1 + columns.length + 1);
    const cells = await readBack(bytes);
    expect(cells.worksheets[0]?.getRow(4).getCell(2).text).not.toMatch(/^[=+\-@\t\r\n＝]/);
  });

  it('reads every text back as it was', async () => {
    const texts = ['Ủy ban <nhân> & "dân"', 'dòng 1\ndòng 2', '  lùi vào', '_x0041_', 'a👍b'];
    const workbook = await readBack(await written(sheetOf(texts.map((text) => [1, text, null, null, null]))));
    expect(texts.map((_, index) => workbook.worksheets[0]?.getRow(5 + index).getCell(2).text)).toEqual(texts);
  });

  it('makes rows as high as their longest text needs', async () => {
    const long = 'Giải quyết thủ tục hành chính ở các phường còn trễ hạn; '.repeat(4);
    const bytes = await written(
      sheetOf([
        [1, 'ngắn', '1', '1', null],
        [2, long, '1', '1', null],
        [3, 'a\nb\nc', '1', '1', null],
      ]),
    );
    const sheet = (await readBack(bytes)).worksheets[0];
    const heights = [5, 6, 7].map((row) => sheet?.getRow(row).height ?? 0);
    expect(heights[0]).toBeLessThan(20);
    expect(heights[1]).toBeGreaterThan(110);
    expect(heights[2]).toBeCloseTo(3 * 15.75 + 3);
  });

  it('takes rows one at a time and fails as they fail, closing the stream', async () => {
    async function* rows() {
      yield { cells: [1, 'x', '1', '1', null] };
      throw new Error('mất kết nối');
    }
    const stream = new PassThrough();
    stream.resume();
    await expect(writeWorkbook([sheetOf([], { rows: rows() })], stream)).rejects.toThrow('mất kết nối');
    expect(stream.destroyed).toBe(true);
  });

  it('stops asking for rows when the reader has gone', async () => {
    let asked = 0;
    function* rows() {
      for (; asked < 1_000_000; asked += 1) yield { cells: [asked, 'x'.repeat(200), '1', '1', null] };
    }
    const stream = new Writable({
      write(_chunk, _encoding, done) {
        if (asked > 2000) this.destroy();
        done();
      },
    });
    await expect(writeWorkbook([sheetOf([], { rows: rows() })], stream)).rejects.toThrow(/Premature close|has gone/);
    const askedThen = asked;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked - askedThen).toBeLessThan(200);
    expect(asked).toBeLessThan(100_000);
  });

  it('stops at a reader that takes nothing instead of piling up rows', async () => {
    let asked = 0;
    function* rows() {
      for (; ; asked += 1) yield { cells: [asked, Math.random().toString(36).repeat(20), '1', '1', null] };
    }
    let takeOn: () => void = () => undefined;
    const stream = new Writable({ highWaterMark: 1024, write: (_chunk, _encoding, done) => void (takeOn = done) });
    const writing = writeWorkbook([sheetOf([], { rows: rows() })], stream);
    let seen = -1;
    for (let turn = 0; seen !== asked && turn < 20; turn += 1) {
      seen = asked;
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    expect(asked).toBe(seen);
    stream.destroy();
    takeOn();
    await expect(writing).rejects.toThrow(/Premature close|has gone/);
  });
});

describe('cellText', () => {
  it('strips what XML forbids and shortens to what a cell holds', () => {
    expect(cellText('a\u0000b\u000bc\ud800d\uffffe')).toBe('abcde');
    expect(cellText('x'.repeat(40_000))).toHaveLength(CELL_LIMIT);
    expect(cellText(`${'x'.repeat(CELL_LIMIT - 2)}👍👍`)).not.toMatch(/\p{Cs}/u);
  });

  it('never starts like a formula, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cellText(text)).not.toMatch(/^[=+\-@\t\r\n]/);
        expect(cellText(text)).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cs}]/u);
      }),
    );
  });
});

describe('sheetName', () => {
  it('keeps to what Excel accepts', () => {
    expect(sheetName('A/B [x]: *?\\', [])).toBe('A B x');
    expect(sheetName('', [])).toBe('Trang');
    expect(sheetName('Ủy ban nhân dân phường Sóc Trăng', [])).toHaveLength(31);
    expect(sheetName("Xã Ea H'leo", [])).toBe('Xã Ea H’leo');
  });

  it('never gives a name twice', () => {
    expect(sheetName('chi tiết', ['Chi tiết'])).toBe('chi tiết (2)');
    const long = sheetName('x'.repeat(40), []);
    expect(sheetName('x'.repeat(40), [long])).toHaveLength(31);
  });
});
