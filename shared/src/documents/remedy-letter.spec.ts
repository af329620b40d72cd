import { Problem } from '../kernel/index.js';
import { citation, daysInWords } from './citation.text.js';
import { labelled, runsOf, withEndMark } from './paper-text.rules.js';
import { signatureLines } from './signature.rules.js';
import { missingForRemedyLetter, remedyLetter, type RemedyLetterInput } from './remedy-letter.js';

const input: RemedyLetterInput = {
  department: {
    name: 'Sở Nội vụ',
    superior: 'UBND thành phố Cần Thơ',
    abbreviation: 'SNV',
    draftingUnit: 'CCHC',
  },
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
  visitedOn: ['2026-10-27', '2026-10-25', '2026-10-26'],
  findings: [
    {
      area: 'Cải cách thủ tục hành chính',
      text: 'còn 12 hồ sơ trả chậm,\nchưa có văn bản xin lỗi;',
      legalBasis: 'Khoản 5 Điều 18 Nghị định số 61/2018/NĐ-CP',
    },
    { area: 'Công tác chỉ đạo, điều hành', text: 'Chưa tự kiểm tra.', legalBasis: '' },
    { area: 'Cải cách thủ tục hành chính', text: 'Niêm yết thiếu 03 thủ tục', legalBasis: '' },
  ],
  requests: [
    { text: 'Xin lỗi bằng văn bản đối với hồ sơ trễ hạn', measure: '', deadline: { on: '2026-12-05' } },
    { text: 'Niêm yết đủ thủ tục hành chính', measure: 'Rà soát theo quyết định công bố', deadline: null },
  ],
  reportTo: '',
  reportBy: { on: '2026-12-15' },
  signer: { position: 'Phó Giám đốc', name: null },
  recipients: ['UBND thành phố (để báo cáo)'],
};

/** The body as it prints, line by line. */
function printed(letter: RemedyLetterInput): string[] {
  return labelled(withEndMark(remedyLetter(letter).blocks)).map(({ label, block }) => {
    const text =
      block.kind === 'table'
        ? ''
        : runsOf(block.text)
            .map((run) => run.text)
            .join('');
    return label ? `${label} ${text}` : text;
  });
}

describe('the letter on remedies', () => {
  it('says what was found, what is asked and by when to report', () => {
    expect(printed(input)).toEqual([
      'Thực hiện Kế hoạch số 120/KH-UBND ngày 23 tháng 8 năm 2026 của Ủy ban nhân dân thành phố Cần Thơ về kiểm tra công tác cải cách hành chính năm 2026, từ ngày 25 đến ngày 27 tháng 10 năm 2026, Đoàn kiểm tra đã tiến hành kiểm tra công tác cải cách hành chính năm 2026 tại Ủy ban nhân dân phường Sóc Trăng. Qua kiểm tra, bên cạnh những kết quả đạt được, việc thực hiện công tác cải cách hành chính còn một số tồn tại, hạn chế.',
      'Để kịp thời chấn chỉnh, khắc phục, Sở Nội vụ đề nghị Ủy ban nhân dân phường Sóc Trăng thực hiện các nội dung sau:',
      '1. Tồn tại, hạn chế cần khắc phục',
      'a) Về cải cách thủ tục hành chính',
      '- Còn 12 hồ sơ trả chậm, chưa có văn bản xin lỗi (quy định tại khoản 5 Điều 18 Nghị định số 61/2018/NĐ-CP).',
      '- Niêm yết thiếu 03 thủ tục.',
      'b) Về công tác chỉ đạo, điều hành',
      '- Chưa tự kiểm tra.',
      '2. Nội dung đề nghị thực hiện',
      'a) Xin lỗi bằng văn bản đối với hồ sơ trễ hạn. Hoàn thành chậm nhất ngày 05 tháng 12 năm 2026.',
      'b) Niêm yết đủ thủ tục hành chính. Biện pháp: rà soát theo quyết định công bố.',
      '3. Chế độ báo cáo',
      'Báo cáo kết quả khắc phục bằng văn bản, kèm theo tài liệu kiểm chứng, về Sở Nội vụ chậm nhất ngày 15 tháng 12 năm 2026 để theo dõi, tổng hợp.',
      'Sở Nội vụ đề nghị Ủy ban nhân dân phường Sóc Trăng nghiêm túc triển khai thực hiện./.',
    ]);
  });

  it('leaves number and date to the clerk and prints bodies in full', () => {
    const letter = remedyLetter(input);
    expect(letter.head).toMatchObject({
      superior: 'Ủy ban nhân dân thành phố Cần Thơ',
      symbol: { number: null, type: null, bodies: ['SNV', 'CCHC'] },
      issuedOn: null,
      subject: 'khắc phục tồn tại, hạn chế sau kiểm tra công tác cải cách hành chính năm 2026',
    });
    expect(letter).toMatchObject({
      addressees: ['Ủy ban nhân dân phường Sóc Trăng'],
      recipients: ['Như trên', 'UBND thành phố (để báo cáo)'],
      filing: 'VT, CCHC',
    });
  });

  it('sets terms in working days from its own date while that is blank', () => {
    const [first] = input.requests;
    const requests = first ? [{ ...first, deadline: { workingDays: 5 } }] : [];
    const lines = printed({ ...input, requests, reportBy: { workingDays: 20 } });
    expect(lines.slice(9)).toEqual([
      'Xin lỗi bằng văn bản đối với hồ sơ trễ hạn. Hoàn thành trong thời hạn 05 ngày làm việc kể từ ngày ban hành Công văn này.',
      '3. Chế độ báo cáo',
      'Báo cáo kết quả khắc phục bằng văn bản, kèm theo tài liệu kiểm chứng, về Sở Nội vụ trong thời hạn 20 ngày làm việc kể từ ngày ban hành Công văn này để theo dõi, tổng hợp.',
      'Sở Nội vụ đề nghị Ủy ban nhân dân phường Sóc Trăng nghiêm túc triển khai thực hiện./.',
    ]);
  });

  it('leaves room for who signs when nobody is named', () => {
    const letter = remedyLetter({ ...input, signer: { position: '', name: null } });
    expect(signatureLines(letter.signer)).toEqual(['']);
  });

  it('leaves out what is not known', () => {
    const lines = printed({
      ...input,
      plan: null,
      visitedOn: [],
      findings: [],
      requests: input.requests.slice(0, 1),
      reportBy: null,
      addressees: ['Sở Tư pháp', 'Sở Tài chính'],
    });
    expect(lines[0]).toBe(
      'Đoàn kiểm tra đã tiến hành kiểm tra công tác cải cách hành chính năm 2026 tại các cơ quan, đơn vị.',
    );
    expect(lines.slice(2, 4)).toEqual([
      '1. Nội dung đề nghị thực hiện',
      'Xin lỗi bằng văn bản đối với hồ sơ trễ hạn. Hoàn thành chậm nhất ngày 05 tháng 12 năm 2026.',
    ]);
    expect(lines.join(' ')).not.toMatch(/null|undefined| {2}|, ,|số ngày/);
  });

  it('writes Điều and names of papers in capitals inside a sentence, khoản and điểm small', () => {
    const citing = (legalBasis: string) =>
      printed({ ...input, findings: [{ area: 'A', text: 'Thiếu', legalBasis }] }).join(' ');
    expect(citing('Điều 16 Nghị định số 63/2010/NĐ-CP')).toContain('(quy định tại Điều 16 ');
    expect(citing('Nghị định số 63/2010/NĐ-CP')).toContain('(quy định tại Nghị định số ');
    expect(citing('Điểm a khoản 2 Điều 103')).toContain('(quy định tại điểm a khoản 2 Điều 103)');
  });

  it('names everything that is missing at once', () => {
    const empty: RemedyLetterInput = {
      ...input,
      department: { name: '', superior: '', abbreviation: ' ', draftingUnit: '' },
      place: '',
      addressees: [''],
      requests: [],
    };
    const missing = [
      'tên cơ quan ban hành',
      'chữ viết tắt tên cơ quan ban hành',
      'chữ viết tắt tên đơn vị soạn thảo',
      'địa danh',
      'nơi gửi (Kính gửi)',
      'nội dung kiến nghị',
    ];
    expect(missingForRemedyLetter(empty)).toEqual(missing);
    expect(() => remedyLetter(empty)).toThrow(Problem);
    expect(() => remedyLetter(empty)).toThrow(/địa danh; nơi gửi/);
    expect(missingForRemedyLetter(input)).toEqual([]);
  });
});

describe('citation', () => {
  it('gives type, number, date, issuer and subject, and leaves out what is unknown', () => {
    const decision = {
      typeName: 'Quyết định',
      number: '563/QĐ-SNV',
      issuedOn: '2017-12-13',
      issuer: 'Sở Nội vụ tỉnh Bắc Ninh',
      subject: 'Phê duyệt Kế hoạch thanh tra, kiểm tra năm 2018',
    };
    expect(citation(decision)).toBe(
      'Quyết định số 563/QĐ-SNV ngày 13 tháng 12 năm 2017 của Sở Nội vụ tỉnh Bắc Ninh phê duyệt Kế hoạch thanh tra, kiểm tra năm 2018',
    );
    expect(citation({ ...decision, number: '', issuedOn: null, subject: '' })).toBe(
      'Quyết định của Sở Nội vụ tỉnh Bắc Ninh',
    );
  });
});

describe('days in words', () => {
  it.each([
    [[], ''],
    [['2026-03-05'], 'ngày 05 tháng 3 năm 2026'],
    [['2026-10-25', '2026-10-26', '2026-10-27'], 'từ ngày 25 đến ngày 27 tháng 10 năm 2026'],
    [['2026-09-29', '2026-09-30', '2026-10-01'], 'từ ngày 29 tháng 9 đến ngày 01 tháng 10 năm 2026'],
    [['2025-12-31', '2026-01-01', '2026-01-02'], 'từ ngày 31 tháng 12 năm 2025 đến ngày 02 tháng 01 năm 2026'],
    [['2026-10-27', '2026-10-25'], 'các ngày 25 và 27 tháng 10 năm 2026'],
    [['2026-10-05', '2026-10-07', '2026-10-09'], 'các ngày 05, 07 và 09 tháng 10 năm 2026'],
    [['2026-09-30', '2026-10-07'], 'ngày 30 tháng 9 và ngày 07 tháng 10 năm 2026'],
    [['2025-12-30', '2026-01-07'], 'ngày 30 tháng 12 năm 2025 và ngày 07 tháng 01 năm 2026'],
    [
      ['2026-10-01', '2026-10-05', '2026-10-07', '2026-10-09', '2026-10-12'],
      'từ ngày 01 đến ngày 12 tháng 10 năm 2026',
    ],
  ])('%j', (days, words) => expect(daysInWords(days)).toBe(words));
});
