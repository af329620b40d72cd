import ExcelJS from '@protobi/exceljs';
import { readDossierList } from '@kiemtra/shared/dossiers';
import { LIST_FILE_BYTES_MAX, readListFile } from './list-file.js';

const HEADS = ['Mã hồ sơ', 'Ngày tiếp nhận', 'Ngày hẹn trả', 'Ngày trả kết quả'];

/** jsdom's files have no bytes to give. */
function fileOf(name: string, bytes: Uint8Array): File {
  const own = Uint8Array.from(bytes);
  return Object.assign(new File([own], name), { arrayBuffer: () => Promise.resolve(own.buffer) });
}

const listIn = async (file: File) => {
  const read = await readListFile(file);
  return 'rows' in read ? readDossierList(read.rows, new Set()) : read.problem;
};

describe('readListFile', () => {
  it('reads the first sheet of a workbook: days as days, codes that are numbers as they stand', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Quý I');
    sheet.addRow(['UBND PHƯỜNG PHÚ LỢI']);
    sheet.addRow(HEADS);
    sheet.addRow([260301, new Date('2026-03-02T00:00:00Z'), '05/03/2026', null]);
    book.addWorksheet('Khác').addRow(['không đọc']);
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    expect(await listIn(fileOf('ds.xlsx', bytes))).toEqual({
      problem: null,
      faults: [],
      list: [{ code: '260301', procedure: null, received: '2026-03-02', due: '2026-03-05', returned: null }],
    });
  });

  it('reads a long list', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Cả năm');
    sheet.addRow(HEADS);
    for (let row = 0; row < 4000; row += 1) sheet.addRow([`H${row}`, '02/03/2026', '05/03/2026', '04/03/2026']);
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    const read = await listIn(fileOf('ds.xlsx', bytes));
    expect(typeof read === 'string' ? read : read.list.length).toBe(4000);
  });

  it('reads delimited text in UTF-8 and in the UTF-16 that sheets write', async () => {
    const text = `${HEADS.join('\t')}\nĐ1\t02/03/2026\t05/03/2026\t\n`;
    const expected = { list: [{ code: 'Đ1' }], faults: [] };
    expect(await listIn(fileOf('ds.tsv', new TextEncoder().encode(text)))).toMatchObject(expected);
    const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
    expect(await listIn(fileOf('ds.txt', utf16))).toMatchObject(expected);
  });

  it('says what to do with a file it cannot read', async () => {
    expect(await listIn(fileOf('cu.csv', Uint8Array.of(0x4d, 0xe3, 0x20, 0xff)))).toMatch(/UTF-8/);
    expect(await listIn(fileOf('hong.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)))).toMatch(/^Không đọc được tệp/);
    const large = Object.defineProperty(fileOf('lon.csv', new Uint8Array()), 'size', {
      value: LIST_FILE_BYTES_MAX + 1,
    });
    expect(await listIn(large)).toMatch(/lớn hơn 5 MB/);
  });
});
