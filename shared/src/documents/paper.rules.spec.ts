import fc from 'fast-check';
import { balancedLines } from './line-breaks.js';
import { addresseeLayout, headLayout, HEAD_COLUMNS, MOTTO, NATION, SIZE } from './paper-layout.rules.js';
import type { PaperHead } from './paper.model.js';
import {
  PAPER_TYPES,
  formatPaperSymbol,
  isPaperSymbol,
  readPaperSymbol,
  type PaperSymbol,
} from './paper-symbol.rules.js';
import {
  addresseeLines,
  labelled,
  placeAndDate,
  pointLetter,
  recipientLines,
  romanNumber,
  withEndMark,
} from './paper-text.rules.js';
import { signatureLines } from './signature.rules.js';
import { textWidth } from './times-widths.js';

const head: PaperHead = {
  superior: 'Ủy ban nhân dân thành phố Cần Thơ',
  issuer: 'Sở Nội vụ',
  symbol: { number: 5, type: null, bodies: ['SNV', 'CCHC'] },
  place: 'Cần Thơ',
  issuedOn: '2026-01-05',
  year: 2026,
  subject: 'khắc phục tồn tại, hạn chế sau kiểm tra công tác cải cách hành chính năm 2026',
};

describe('number and symbol', () => {
  it.each<[string, PaperSymbol]>([
    ['05/TB-SNV', { number: 5, type: 'TB', bodies: ['SNV'] }],
    ['120/KH-UBND', { number: 120, type: 'KH', bodies: ['UBND'] }],
    ['563/QĐ-SNV', { number: 563, type: 'QĐ', bodies: ['SNV'] }],
    ['12/QĐ-BCĐCCHC', { number: 12, type: 'QĐ', bodies: ['BCĐCCHC'] }],
    ['508/TTr-SNV', { number: 508, type: 'TTr', bodies: ['SNV'] }],
    ['01/BC-ĐKT', { number: 1, type: 'BC', bodies: ['ĐKT'] }],
    ['237/NQ-UBTVQH16', { number: 237, type: 'NQ', bodies: ['UBTVQH16'] }],
    ['123/SNV-CCHC', { number: 123, type: null, bodies: ['SNV', 'CCHC'] }],
    ['1045/SGD&ĐT-VP', { number: 1045, type: null, bodies: ['SGD&ĐT', 'VP'] }],
  ])('reads %s and writes it back', (text, symbol) => {
    expect(readPaperSymbol(text)).toEqual({ symbol });
    expect(formatPaperSymbol(symbol)).toBe(text);
  });

  it.each([
    ['123/CV-SNV', 'Công văn không ghi “CV” trong ký hiệu, ví dụ 123/SNV-CCHC.'],
    ['5/TB-SNV', 'Số nhỏ hơn 10 ghi thêm một số 0: 05/TB-SNV.'],
    ['0120/KH-UBND', 'Bỏ số 0 ở đầu: 120/KH-UBND.'],
    ['00/KH-UBND', 'Số của văn bản bắt đầu từ 01.'],
    ['120 /KH-UBND', 'Số, ký hiệu viết liền, không có dấu cách, ví dụ 05/TB-SNV.'],
    ['KH-UBND', 'Số và ký hiệu cách nhau bằng một dấu “/”, ví dụ 05/TB-SNV.'],
    ['30/2020/NĐ-CP', 'Số và ký hiệu cách nhau bằng một dấu “/”, ví dụ 05/TB-SNV.'],
    ['563/QD-SNV', 'Ký hiệu của quyết định là “QĐ”.'],
    ['508/TTR-SNV', 'Ký hiệu của tờ trình là “TTr”.'],
    ['563/QĐ', 'Thiếu tên viết tắt của cơ quan ban hành, ví dụ 563/QĐ-SNV.'],
    ['563/SNV', 'Thiếu loại văn bản hoặc đơn vị soạn thảo, ví dụ 563/QĐ-SNV hoặc 563/SNV-CCHC.'],
    ['563/QĐ--SNV', 'Ký hiệu gồm các nhóm chữ viết tắt, nối bằng dấu “-”, ví dụ QĐ-SNV.'],
    ['563/qđ-snv', 'Ký hiệu gồm các nhóm chữ viết tắt, nối bằng dấu “-”, ví dụ QĐ-SNV.'],
  ])('says what is wrong with %s', (text, error) => expect(readPaperSymbol(text)).toEqual({ error }));

  it('keeps HD, DA, HĐ and ĐA apart', () => {
    for (const type of Object.keys(PAPER_TYPES)) {
      expect(readPaperSymbol(`15/${type}-SNV`)).toEqual({ symbol: { number: 15, type, bodies: ['SNV'] } });
    }
  });

  it('narrows to the types a field accepts', () => {
    expect(isPaperSymbol('120/KH-UBND', ['KH', 'QĐ'])).toBe(true);
    expect(isPaperSymbol('05/TB-SNV', ['KH', 'QĐ'])).toBe(false);
    expect(isPaperSymbol('123/SNV-CCHC', ['KH', 'QĐ'])).toBe(false);
    expect(isPaperSymbol(null)).toBe(false);
  });

  it('leaves the number to the clerk', () => {
    expect(formatPaperSymbol({ number: null, type: null, bodies: ['SNV', 'CCHC'] })).toBe('……/SNV-CCHC');
  });
});

describe('text of a paper', () => {
  it('prints place and date as the decree does, with blanks until it is issued', () => {
    expect(placeAndDate(head)).toBe('Cần Thơ, ngày 05 tháng 01 năm 2026');
    expect(placeAndDate({ ...head, issuedOn: null })).toBe('Cần Thơ, ngày … tháng … năm 2026');
    expect(placeAndDate({ ...head, place: null })).toBeNull();
  });

  it('letters điểm by the Vietnamese alphabet', () => {
    expect(Array.from({ length: 8 }, (_, index) => pointLetter(index + 1)).join(' ')).toBe('a b c d đ e g h');
    expect(pointLetter(22)).toBe('x');
    expect(pointLetter(23)).toBe('y');
    expect(pointLetter(24)).toBe('aa');
  });

  it('numbers parts in Roman', () => {
    expect([1, 4, 9, 14, 49].map(romanNumber)).toEqual(['I', 'IV', 'IX', 'XIV', 'XLIX']);
  });

  it('counts each level anew below a higher one', () => {
    const labels = labelled([
      { kind: 'heading', level: 1, text: 'Mục đích, yêu cầu' },
      { kind: 'heading', level: 2, text: 'Mục đích' },
      { kind: 'point', text: 'x' },
      { kind: 'dash', text: 'x' },
      { kind: 'point', text: 'x' },
      { kind: 'heading', level: 2, text: 'Yêu cầu' },
      { kind: 'point', text: 'x' },
      { kind: 'heading', level: 1, text: 'Nội dung' },
      { kind: 'paragraph', text: 'x' },
      { kind: 'clause', text: 'x' },
      { kind: 'clause', text: 'x' },
      { kind: 'point', text: 'x' },
      { kind: 'heading', level: 2, text: 'x' },
    ]);
    expect(labels.map(({ label }) => label)).toEqual([
      'I.',
      '1.',
      'a)',
      '-',
      'b)',
      '2.',
      'a)',
      'II.',
      null,
      '1.',
      '2.',
      'a)',
      '1.',
    ]);
    expect(labels[0]?.block).toMatchObject({ text: 'MỤC ĐÍCH, YÊU CẦU' });
  });

  it('closes the last sentence with the end mark', () => {
    expect(withEndMark([{ kind: 'paragraph', text: 'Đề nghị thực hiện.' }])).toEqual([
      { kind: 'paragraph', text: [{ text: 'Đề nghị thực hiện./.' }] },
    ]);
    expect(withEndMark([{ kind: 'dash', text: [{ text: 'Trước ' }, { text: 'ngày 5', bold: true }] }])).toEqual([
      { kind: 'dash', text: [{ text: 'Trước ' }, { text: 'ngày 5./.', bold: true }] },
    ]);
    const table = { kind: 'table', columns: [], rows: [] } as const;
    expect(withEndMark([table])).toEqual([table, { kind: 'paragraph', text: './.' }]);
  });

  it('lists addressees and recipients with their punctuation', () => {
    expect(addresseeLines(['Sở Tư pháp'])).toEqual(['Sở Tư pháp']);
    expect(addresseeLines(['Sở Tư pháp', 'Sở Tài chính'])).toEqual(['- Sở Tư pháp;', '- Sở Tài chính.']);
    expect(recipientLines(['như trên', 'Giám đốc Sở (để báo cáo)'], 'VT, CCHC')).toEqual([
      '- Như trên;',
      '- Giám đốc Sở (để báo cáo);',
      '- Lưu: VT, CCHC.',
    ]);
  });
});

describe('signature', () => {
  it.each([
    [{ position: 'Giám đốc' }, ['GIÁM ĐỐC']],
    [{ position: 'Phó Giám đốc' }, ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']],
    [{ position: 'Quyền Giám đốc' }, ['Q. GIÁM ĐỐC']],
    [{ position: 'Chủ tịch', inPlaceOf: { mode: 'TM.', of: 'Ủy ban nhân dân' } }, ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
    [
      { position: 'Phó Chủ tịch', inPlaceOf: { mode: 'TM.', of: 'Ủy ban nhân dân' } },
      ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    ],
    [{ position: 'Chánh Văn phòng', inPlaceOf: { mode: 'TL.', of: 'Chủ tịch' } }, ['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG']],
    [
      { position: 'Trưởng phòng Cải cách hành chính', inPlaceOf: { mode: 'TUQ.', of: 'Giám đốc' } },
      ['TUQ. GIÁM ĐỐC', 'TRƯỞNG PHÒNG CẢI CÁCH HÀNH CHÍNH'],
    ],
  ] as const)('of %j', (signer, lines) => expect(signatureLines({ ...signer, name: null })).toEqual(lines));
});

describe('widths', () => {
  it.each([
    ['SỞ NỘI VỤ', 13, 23.7],
    ['ỦY BAN NHÂN DÂN', 13, 43.2],
    [NATION, 13, 95.7],
    [NATION, 12, 88.3],
    [MOTTO, 13, 56.1],
    [MOTTO, 14, 60.5],
  ])('%s at %i pt bold is %f mm', (text, points, millimetres) => {
    expect(textWidth(text, points, 'bold')).toBeCloseTo(millimetres, 1);
    expect(textWidth(text.normalize('NFD'), points, 'bold')).toBeCloseTo(millimetres, 1);
  });

  it('lets the name of the nation stand on one line', () => {
    expect(textWidth(NATION, SIZE.nation, 'bold')).toBeLessThan(HEAD_COLUMNS[1]);
  });
});

describe('head', () => {
  it('shortens a superior body that would not fit', () => {
    expect(headLayout(head)).toMatchObject({ superior: ['UBND THÀNH PHỐ CẦN THƠ'], issuer: ['SỞ NỘI VỤ'] });
    expect(headLayout({ ...head, superior: 'Bộ Nội vụ' }).superior).toEqual(['BỘ NỘI VỤ']);
  });

  it.each([
    ['Sở Nông nghiệp và Môi trường', ['SỞ NÔNG NGHIỆP', 'VÀ MÔI TRƯỜNG']],
    ['Ủy ban nhân dân phường Sóc Trăng', ['ỦY BAN NHÂN DÂN', 'PHƯỜNG SÓC TRĂNG']],
    ['Ủy ban nhân dân phường 10', ['ỦY BAN NHÂN DÂN', 'PHƯỜNG 10']],
    ['Ủy ban nhân dân thành phố Hồ Chí Minh', ['ỦY BAN NHÂN DÂN', 'THÀNH PHỐ HỒ CHÍ MINH']],
  ])('breaks %s well', (issuer, lines) => expect(headLayout({ ...head, issuer }).issuer).toEqual(lines));

  it.each(['Sở Nội vụ', 'Sở Nông nghiệp và Môi trường', 'Ủy ban nhân dân xã Ea Kar', 'Đoàn kiểm tra'])(
    'draws under %s a rule of 1/3 to 1/2 of the line above',
    (issuer) => {
      const layout = headLayout({ ...head, issuer });
      const above = textWidth(layout.issuer.at(-1) ?? '', SIZE.issuer, 'bold');
      expect(layout.issuerRule).toBeGreaterThanOrEqual(above / 3);
      expect(layout.issuerRule).toBeLessThanOrEqual(above / 2);
    },
  );

  it('gives the motto a rule as long as itself', () => expect(headLayout(head).mottoRule).toBeCloseTo(60.5, 1));

  it('puts V/v under the number of a công văn, a title over every other paper', () => {
    const letter = headLayout(head);
    expect(letter.title).toBeNull();
    expect(letter.letterSubject.join(' ')).toBe(`V/v ${head.subject}`);
    const plan = headLayout({ ...head, symbol: { number: null, type: 'KH', bodies: ['SNV'] } });
    expect(plan).toMatchObject({ letterSubject: [], title: { name: 'KẾ HOẠCH' }, symbol: 'Số: ……/KH-SNV' });
  });
});

describe('balanced lines', () => {
  it('part neither two-syllable words nor a number from its word', () => {
    expect(balancedLines(`V/v ${head.subject}`, 12, 'regular', 62)).toEqual([
      'V/v khắc phục tồn tại,',
      'hạn chế sau kiểm tra công tác',
      'cải cách hành chính năm 2026',
    ]);
  });

  const word = fc.stringMatching(/^[A-Za-zĐđ]{1,12}$/);

  it('keep every word, fit the width, and are as few as can be', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 25 }), (words) => {
        const lines = balancedLines(words.join(' '), 13, 'bold', 62);
        expect(lines.join(' ')).toBe(words.join(' '));
        for (const line of lines) {
          if (line.includes(' ')) expect(textWidth(line, 13, 'bold')).toBeLessThanOrEqual(62);
        }
        expect(lines).toHaveLength(greedyLines(words).length);
      }),
    );
  });

  function greedyLines(words: readonly string[]): string[] {
    return words.reduce<string[]>((lines, next) => {
      const longer = `${lines.at(-1) ?? ''} ${next}`.trim();
      const fits = lines.length > 0 && textWidth(longer, 13, 'bold') <= 62;
      return fits ? [...lines.slice(0, -1), longer] : [...lines, next];
    }, []);
  }
});

describe('Kính gửi', () => {
  it('aligns the dashes of several addressees under the colon', () => {
    const layout = addresseeLayout(['Sở Tư pháp', 'Sở Tài chính']);
    expect((layout?.dash ?? 0) - (layout?.left ?? 0)).toBeCloseTo(textWidth('Kính gửi', 14, 'regular'));
  });

  it('starts at the paragraph indent when an addressee is long, and is absent without addressees', () => {
    expect(addresseeLayout(['Ủy ban nhân dân '.repeat(12)])?.left).toBe(12.7);
    expect(addresseeLayout([])).toBeNull();
  });
});
