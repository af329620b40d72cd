import fc from 'fast-check';
import { readDelimited } from './delimited-text.js';
import { readDossierList, readTypedDay } from './dossier-list.js';
import { findListHead, missingColumns } from './list-head.js';

const NONE = new Set<number>();
const read = (text: string, leftOut: ReadonlySet<number> = NONE) => readDossierList(readDelimited(text), leftOut);

const PASTED = `ỦY BAN NHÂN DÂN PHƯỜNG PHÚ LỢI
STT\tMã số hồ sơ\tTên TTHC\tNgày tiếp nhận\tNgày hẹn trả (dự kiến)\tNgày trả kết quả\tNgười nộp
1\tH01.260301\tĐăng ký khai sinh\t01/03/2026\t04/03/2026\t4/3/2026\tA
2\tH01.260302\tChứng thực chữ ký\t2/3/2026 08:15\t02/03/2026\t\tB
`;

describe('readDossierList', () => {
  it('finds the columns under the names that lists bear, below titles, and takes nobody’s name along', () => {
    expect(read(PASTED)).toEqual({
      problem: null,
      faults: [],
      list: [
        {
          code: 'H01.260301',
          procedure: 'Đăng ký khai sinh',
          received: '2026-03-01',
          due: '2026-03-04',
          returned: '2026-03-04',
        },
        {
          code: 'H01.260302',
          procedure: 'Chứng thực chữ ký',
          received: '2026-03-02',
          due: '2026-03-02',
          returned: null,
        },
      ],
    });
  });

  it('names every fault with its row, and reads on when the person leaves these rows out', () => {
    const text = `Số hồ sơ;Ngày nhận;Hẹn trả;Ngày trả
A1;31/02/2026;05/03/2026;
A2;02/03/2026;01/03/2026;05/03/2026

A3;02/03/2026;05/03/2026;01/03/2026
;02/03/2026;;
A2;02/03/2026;05/03/2026;05/03/2026
A4;02/03/2026;05/03/2026;05/03/2026`;
    const { list, faults } = read(text);
    expect(faults).toEqual([
      { row: 2, column: 'received', message: '“31/02/2026” không phải ngày dd/mm/yyyy' },
      { row: 3, column: 'due', message: 'Trước ngày tiếp nhận 02/03/2026' },
      { row: 5, column: 'returned', message: 'Trước ngày tiếp nhận 02/03/2026' },
      { row: 6, column: 'code', message: 'Chưa có mã hồ sơ' },
      { row: 6, column: 'due', message: 'Chưa có ngày' },
      { row: 7, column: 'code', message: 'Trùng mã với dòng 3' },
    ]);
    expect(list.map(({ code }) => code)).toEqual(['A4']);
    const left = read(text, new Set([2, 3, 5, 6]));
    expect([left.faults, left.list.map(({ code }) => code)]).toEqual([[], ['A2', 'A4']]);
  });

  it('reads columns under names it does not know where a person says they are', () => {
    const rows = readDelimited('Danh sách quý I\nKý hiệu;Vào;Hẹn;Ra\nA1;01/03/2026;04/03/2026;\n');
    const head = findListHead(rows);
    expect([head.at, head.names, missingColumns(head).length]).toEqual([1, ['Ký hiệu', 'Vào', 'Hẹn', 'Ra'], 4]);
    const told = { ...head, columns: { code: 0, received: 1, due: 2, returned: 3 } };
    expect(readDossierList(rows, NONE, told)).toMatchObject({
      problem: null,
      list: [{ code: 'A1', procedure: null, received: '2026-03-01', due: '2026-03-04', returned: null }],
    });
  });

  it('says which columns are missing, that a list is empty or too long', () => {
    expect(read('Mã hồ sơ,Ngày nộp\nA,01/03/2026').problem).toBe(
      'Không thấy cột “Ngày hẹn trả”, “Ngày trả kết quả”. Danh sách cần có dòng tên cột, mỗi hồ sơ một dòng.',
    );
    expect(read('Mã hồ sơ,Ngày nộp,Hẹn trả,Ngày trả\n,,,').problem).toBe('Danh sách không có hồ sơ nào.');
    const heads = ['Mã hồ sơ', 'Ngày nộp', 'Hẹn trả', 'Ngày trả'];
    const rows = Array.from({ length: 20_001 }, (_, n) => [String(n), '01/03/2026', '02/03/2026', '']);
    expect(readDossierList([heads, ...rows], NONE).problem).toMatch(/^Danh sách có 20\.001 dòng, nhiều nhất 20\.000/);
  });

  it('shortens the name of a procedure that is longer than a card', () => {
    const [dossier] = read(`Mã hồ sơ,Thủ tục,Ngày nộp,Hẹn trả,Ngày trả\nA,${'ấ'.repeat(300)},1/3/2026,1/3/2026,`).list;
    expect(dossier?.procedure).toBe(`${'ấ'.repeat(159)}…`);
  });

  it('never throws, whatever is pasted', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void read(text)));
    fc.assert(
      fc.property(fc.array(fc.array(fc.string())), (rows) => {
        const heads = ['Mã hồ sơ', 'Ngày nộp', 'Hẹn trả', 'Ngày trả'];
        const { list, faults } = readDossierList([heads, ...rows], NONE);
        const bad = new Set(faults.map(({ row }) => row));
        expect(list.length + bad.size).toBeLessThanOrEqual(rows.length);
      }),
    );
  });
});

describe('readTypedDay', () => {
  it('reads the day first, with or without the hour, and the form of sheets', () => {
    for (const typed of ['05/03/2026', '5/3/2026', '5-3-2026', '05.03.2026 17:00', '08:30:00 05/03/2026']) {
      expect([typed, readTypedDay(typed)]).toEqual([typed, '2026-03-05']);
    }
    expect(readTypedDay('2026-03-05T08:30:00.000Z')).toBe('2026-03-05');
    for (const typed of ['03/25/2026', '5/3/26', '46000', 'hôm qua', '']) expect(readTypedDay(typed)).toBeNull();
  });
});

describe('readDelimited', () => {
  it('finds the sign between the cells below titles that have none', () => {
    expect(readDelimited('DANH SÁCH, QUÝ I\nMã;Ngày;Hẹn\nA;1;2')).toEqual([
      ['DANH SÁCH, QUÝ I'],
      ['Mã', 'Ngày', 'Hẹn'],
      ['A', '1', '2'],
    ]);
  });

  it('does not take for the sign between cells what stands inside of them', () => {
    expect(readDelimited('"a";"b"\r\n",";","')).toEqual([
      ['a', 'b'],
      [',', ','],
    ]);
    expect(readDelimited('Mã,Tên\nA,"x;y;z\tt"')).toEqual([
      ['Mã', 'Tên'],
      ['A', 'x;y;z\tt'],
    ]);
  });

  it('gives back the cells of what a sheet wrote, with quotes, line breaks and separators inside', () => {
    const cell = fc.string().map((text) => text.replace(/\r/g, '').trim());
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const written = [['a', 'b'], ...rows].map((row) =>
          row.map((one) => `"${one.replaceAll('"', '""')}"`).join(';'),
        );
        expect(readDelimited(written.join('\r\n'))).toEqual([['a', 'b'], ...rows]);
      }),
      { examples: [[[[',', ',']]]] },
    );
  });
});
